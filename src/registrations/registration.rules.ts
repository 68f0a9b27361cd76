// Who gets a seat and who waits, decided from plain data. The database decides the same in one statement; a test holds
// the two against each other.

import { can, type Actor } from '../contracts/permissions.js';

export type RegistrationState =
  'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired' | 'rejected';

/** The states that hold a place: at most one such registration a member and session. */
export const LIVE_STATES = ['pending', 'confirmed', 'waitlisted', 'offered'] as const satisfies RegistrationState[];

export interface Held {
  readonly id: string;
  readonly memberId: string;
  readonly state: (typeof LIVE_STATES)[number];
}

/** All live registrations of a session, those who wait in the order of the queue. Capacity null: unlimited. */
export interface Seats {
  readonly capacity: number | null;
  readonly held: readonly Held[];
}

export interface Asked {
  /** The id the registration gets, if one comes of it. */
  readonly id: string;
  readonly memberId: string;
}

/** `place` counts from 1 and is there for those who wait. */
export interface Answered {
  readonly id: string;
  readonly state: Held['state'];
  readonly place: number | null;
  readonly isNew: boolean;
}

/** Registration is open from publication until the planned end, and for as long as the broadcast runs over. */
export function isRegistrationOpen(session: { state: string; endsAt: Date }, now: Date): boolean {
  return session.state === 'live' || (session.state === 'published' && now < session.endsAt);
}

/**
 * Answers a batch in order of arrival. Who has a live registration gets that one, also when asked twice in the batch;
 * a newcomer gets a seat only beyond those that the queue is waiting for; who is not eligible gets undefined.
 */
export function register(
  seats: Seats,
  asks: readonly Asked[],
  isEligible: (memberId: string) => boolean,
): { seats: Seats; answers: (Answered | undefined)[] } {
  const held = [...seats.held];
  const answers = asks.map((ask): Answered | undefined => {
    const known = held.find((one) => one.memberId === ask.memberId);
    if (!known && !isEligible(ask.memberId)) return undefined;
    const entry = known ?? { ...ask, state: newcomerState({ capacity: seats.capacity, held }) };
    if (!known) held.push(entry);
    return { id: entry.id, state: entry.state, place: placeOf(held, entry.id), isNew: !known };
  });
  return { seats: { capacity: seats.capacity, held }, answers };
}

/** Gives every free seat to the queue, first come first; lowering the capacity takes no seat away. */
export function promote(seats: Seats): { seats: Seats; promoted: string[] } {
  const free = seats.capacity === null ? Infinity : Math.max(0, seats.capacity - taken(seats.held));
  const promoted = seats.held
    .filter((one) => one.state === 'waitlisted')
    .slice(0, free)
    .map((one) => one.id);
  const held = seats.held.map((one) => (promoted.includes(one.id) ? { ...one, state: 'confirmed' as const } : one));
  return { seats: { capacity: seats.capacity, held }, promoted };
}

export function taken(held: readonly Held[]): number {
  return held.filter((one) => one.state === 'confirmed' || one.state === 'offered').length;
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

function newcomerState({ capacity, held }: Seats): 'confirmed' | 'waitlisted' {
  const waiting = held.filter((one) => one.state === 'waitlisted').length;
  return capacity === null || taken(held) + waiting < capacity ? 'confirmed' : 'waitlisted';
}

function placeOf(held: readonly Held[], id: string): number | null {
  const place = held.filter((one) => one.state === 'waitlisted').findIndex((one) => one.id === id);
  return place === -1 ? null : place + 1;
}
