// How long a sign-in lasts, and when its last use is worth a write.

import type { Role } from '../contracts/permissions.js';
import type { Policies } from '../contracts/policies.js';

/** How somebody got in: by password, by a mailed code or link, by a link staff gave them, or let in by the operator. */
export const SIGN_IN_METHODS = ['password', 'mail', 'hand-over', 'operator'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

const HOUR_MS = 3_600_000;

/** How long a sign-in lasts after its last use, by who signed in: the cooperative's settings. */
export type SignInLife = Pick<Policies, 'signInDays' | 'adminSignInHours'>;

/** The roles of today count, not those at sign-in: whoever becomes an admin has the admin's shorter sign-in at once. */
export function expiryOf(token: { lastUsedAt: Date; roles: readonly Role[] }, life: SignInLife): Date {
  const lasts = token.roles.includes('admin') ? life.adminSignInHours : life.signInDays * 24;
  return new Date(token.lastUsedAt.getTime() + lasts * HOUR_MS);
}

export function isExpired(token: { lastUsedAt: Date; roles: readonly Role[] }, life: SignInLife, now: Date): boolean {
  return now.getTime() >= expiryOf(token, life).getTime();
}

/** Once an hour is enough for counting days, and spares a write with every request. */
export function isUseWorthNoting(lastUsedAt: Date, now: Date): boolean {
  return now.getTime() - lastUsedAt.getTime() >= HOUR_MS;
}
