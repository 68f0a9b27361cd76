// Whom staff may give a link that signs in, and how long it works.

import type { Actor, Role } from '../contracts/permissions.js';

export const HAND_OVER_HOURS = 72;

export function handOverExpiry(madeAt: Date): Date {
  return new Date(madeAt.getTime() + HAND_OVER_HOURS * 3_600_000);
}

/**
 * Whoever makes a link could use it. So nobody makes one for a person who may do more than they: a coordinator for plain
 * members only, an admin for everybody. Whom the actor may reach at all is decided where the member is fetched.
 */
export function mayHandOver(actor: Pick<Actor, 'roles'>, roles: readonly Role[]): boolean {
  return actor.roles.includes('admin') || roles.every((role) => role === 'member');
}

export function isLinkOpen(link: { expiresAt: Date; usedAt: Date | null }, now: Date): boolean {
  return link.usedAt === null && now.getTime() < link.expiresAt.getTime();
}
