// When one may register, who may read who did and decide of them, and when an offer can be taken.

import { can, type Actor } from '../contracts/permissions.js';

export type RegistrationState =
  'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired' | 'rejected';

/** Registration is open from publication until the planned end, and for as long as the broadcast runs over. */
export function isRegistrationOpen(session: { state: string; endsAt: Date }, now: Date): boolean {
  return session.state === 'live' || (session.state === 'published' && now < session.endsAt);
}

/** A draft, and another cooperative's session, is not there. */
export function isHere(session: { cooperativeId: string; state: string }, who: { cooperativeId: string }): boolean {
  return session.state !== 'draft' && who.cooperativeId === session.cooperativeId;
}

/** Taking an offered seat: again is no harm, and after its end it is another's. */
export function acceptOffer(
  state: RegistrationState,
  offerEndsAt: Date | null,
  now: Date,
): 'accepted' | 'has-it' | 'offer-expired' | 'wrong-state' {
  if (state === 'confirmed') return 'has-it';
  if (state !== 'offered') return 'wrong-state';
  return offerEndsAt !== null && now < offerEndsAt ? 'accepted' : 'offer-expired';
}

/** Whether the actor may decide of all these: an admin of any, a coordinator of those of own units. @param units of those that are there. */
export function canDecideAll(
  actor: Pick<Actor, 'roles' | 'unitIds'>,
  count: number,
  units: readonly (string | null)[],
): boolean {
  if (units.length !== count) return false;
  return actor.roles.includes('admin') || units.every((unit) => unit !== null && actor.unitIds.includes(unit));
}

/** Whose registrations the actor may read here: everybody's, those of own units, or nobody's. */
export function readingReach(
  actor: Pick<Actor, 'roles' | 'unitIds'>,
  isStaffHere: boolean,
): { kind: 'all' } | { kind: 'units'; unitIds: readonly string[] } | { kind: 'none' } {
  const seesAll = actor.roles.some((role) => role === 'admin' || role === 'supervisor');
  if (seesAll || (isStaffHere && can(actor, 'sessions.host'))) return { kind: 'all' };
  return actor.roles.includes('coordinator') ? { kind: 'units', unitIds: actor.unitIds } : { kind: 'none' };
}
