// Which passwords are good enough, and when one may be replaced.

import type { FieldRule } from '../contracts/error-codes.js';
import { isCommonPassword } from './common-password.rules.js';
import type { SignInMethod } from './sign-in-token.rules.js';

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

/** After signing in by mail or link, a forgotten password may be replaced for this long. */
const FRESH_MS = 15 * 60_000;

/** What everybody who knows the person would try. */
export interface Person {
  number: string;
  name: string;
  email: string | null;
}

/** Undefined for a good one. Length counts characters, as people do. */
export function passwordFault(password: string, person: Person): FieldRule | undefined {
  if (Array.from(password).length < SHORTEST_PASSWORD) return 'too-short';
  const plain = password.toLowerCase();
  const own = [person.number, person.name, person.name.replaceAll(' ', ''), person.email, person.email?.split('@')[0]];
  const isOwn = own.some((value) => value?.toLowerCase() === plain);
  const isOneCharacter = new Set(plain).size === 1;
  return isOwn || isOneCharacter || isCommonPassword(password) ? 'too-common' : undefined;
}

/** A first password needs no proof; another one needs the current password, or a fresh sign-in without one. */
export function needsCurrentPassword(
  signIn: { method: SignInMethod; createdAt: Date },
  hasPassword: boolean,
  now: Date,
): boolean {
  const isFresh = now.getTime() - signIn.createdAt.getTime() < FRESH_MS;
  return hasPassword && (signIn.method === 'password' || !isFresh);
}
