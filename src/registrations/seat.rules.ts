// Who gets a seat and who waits, decided from plain data, for each mode apart. The database decides the same in one
// statement; a test holds the two against each other.

import type { FieldFault } from '../contracts/error-codes.js';
import type { Quota } from './terms.rules.js';

export const MODES = ['virtual', 'onsite'] as const;
/** On the phone, or at the venue. */
export type Mode = (typeof MODES)[number];

/** The states that hold a place: at most one such registration a member and session. */
export const LIVE_STATES = ['pending', 'confirmed', 'waitlisted', 'offered'] as const;

export interface Held {
  readonly id: string;
  readonly memberId: string;
  readonly unitId: string | null;
  readonly state: (typeof LIVE_STATES)[number];
  readonly mode: Mode;
}

/** All live registrations of a session, those who wait in the order of the queue. Capacity null: unlimited. */
export interface Seats {
  readonly capacity: Readonly<Record<Mode, number | null>>;
  /** Those that hold now, for each mode apart. */
  readonly quotas: readonly Quota[];
  readonly held: readonly Held[];
}

export interface Asked {
  /** The id the registration gets, if one comes of it. */
  readonly id: string;
  readonly memberId: string;
  readonly unitId: string | null;
  readonly mode: Mode;
}

/** `place` counts from 1 and is there for those who wait. */
export interface Answered {
  readonly id: string;
  readonly state: Held['state'];
  readonly mode: Mode;
  readonly place: number | null;
  readonly isNew: boolean;
}

/** How a registration begins: with a seat or a place in the queue, or with a question to staff. */
export type Entry = 'seat' | 'pending';

/** What a session with seats says of them. */
export interface Delivered {
  readonly delivery: 'virtual' | 'onsite' | 'hybrid';
  readonly capacity: number | null;
  readonly onsiteCapacity: number | null;
}

/** What somebody asks for: a mode only where there is a choice. */
export interface Wish {
  readonly mode?: Mode | undefined;
  /** As it is elsewhere: taken where there is a choice, and no matter where there is none. */
  readonly preferred?: Mode | undefined;
  readonly acknowledged?: boolean | undefined;
}

/**
 * The mode a wish comes to, or what is wrong with it: a hybrid session takes either, another one only its own; who comes
 * to the venue says to have read its protocol, where there is one.
 */
export function modeFor(
  session: Pick<Delivered, 'delivery'> & { protocol: string },
  wish: Wish,
): { mode: Mode } | { fault: FieldFault } {
  const usual = session.delivery === 'onsite' ? 'onsite' : 'virtual';
  const mode = wish.mode ?? (session.delivery === 'hybrid' ? wish.preferred : undefined) ?? usual;
  if (session.delivery !== 'hybrid' && mode !== usual) return { fault: { path: 'mode', rule: 'not-allowed' } };
  const mustKnow = mode === 'onsite' && session.protocol !== '';
  if (mustKnow && wish.acknowledged !== true) return { fault: { path: 'acknowledged', rule: 'required' } };
  return { mode };
}

/**
 * Answers a batch in order of arrival. Who has a live registration gets that one, also when asked twice in the batch;
 * a newcomer gets a seat only beyond those that the queue is waiting for and that are kept for other units, or asks for
 * approval and holds none; who is not eligible gets undefined.
 */
export function register(
  seats: Seats,
  asks: readonly Asked[],
  entryOf: (memberId: string) => Entry | undefined,
): { seats: Seats; answers: (Answered | undefined)[] } {
  const held = [...seats.held];
  const answers = asks.map((ask): Answered | undefined => {
    const known = held.find((one) => one.memberId === ask.memberId);
    const entry = known ?? entered({ ...seats, held }, ask, entryOf(ask.memberId));
    if (!entry) return undefined;
    if (!known) held.push(entry);
    return { id: entry.id, state: entry.state, mode: entry.mode, place: placeOf(held, entry.id), isNew: !known };
  });
  return { seats: { ...seats, held }, answers };
}

/** Approves in order of asking: a seat while one is open to newcomers, else the end of the queue. */
export function approve(seats: Seats, ids: readonly string[]): Seats {
  const chosen = seats.held.filter((one) => one.state === 'pending' && ids.includes(one.id));
  const held = seats.held.filter((one) => !chosen.includes(one));
  for (const one of chosen) held.push({ ...one, state: newcomerState({ ...seats, held }, one) });
  return { ...seats, held };
}

/**
 * Gives the free seats of each mode to its queue: those that are kept for a unit to the first of that unit, the others to
 * the first of all the rest; lowering the capacity takes no seat away.
 */
export function promote(seats: Seats): { seats: Seats; promoted: string[] } {
  const promoted = MODES.flatMap((mode) => {
    const { within, beyond } = queueOf(seats, mode);
    const { capacity, taken, kept } = counted(seats, mode, null);
    if (capacity === null) return [...within, ...beyond].map((one) => one.id);
    const free = Math.max(0, capacity - taken);
    return [...within.slice(0, free), ...beyond.slice(0, Math.max(0, free - kept))].map((one) => one.id);
  });
  const held = seats.held.map((one) => (promoted.includes(one.id) ? { ...one, state: 'confirmed' as const } : one));
  return { seats: { ...seats, held }, promoted };
}

/** One mode's seats in numbers, as somebody of a unit finds them. */
export interface Counted {
  readonly capacity: number | null;
  /** Confirmed or offered. */
  readonly taken: number;
  readonly waiting: number;
  /** Of those, the ones for whom a seat is kept. */
  readonly waitingWithin: number;
  /** What quotas keep for units that have not used them up. */
  readonly kept: number;
  /** Of what is kept, the part of this one's unit that nobody of it waits for. */
  readonly own: number;
}

/**
 * Whoever changes the mode takes an open seat in the other one, as a newcomer would, or keeps what they have; one who
 * awaits approval holds no seat and only says what they want.
 */
export function switchMode(mine: Held, mode: Mode, there: Counted): Held | 'full' {
  if (mine.mode === mode) return mine;
  if (mine.state === 'pending') return { ...mine, mode };
  return openToNewcomers(there) > 0 ? { ...mine, mode, state: 'confirmed' } : 'full';
}

/** Beyond those that somebody waits for already, and those that are kept for other units. */
export function openToNewcomers({ capacity, taken, waiting, waitingWithin, kept, own }: Counted): number {
  if (capacity === null) return Infinity;
  const free = Math.max(0, capacity - taken);
  // Quotas may promise more than there is: then who of such a unit came first has it.
  const ofOwn = Math.max(0, Math.min(own, free - waitingWithin));
  return ofOwn + Math.max(0, free - kept - (waiting - waitingWithin));
}

export function counted(seats: Seats, mode: Mode, unitId: string | null): Counted {
  const { within, beyond } = queueOf(seats, mode);
  const left = seats.quotas.map((quota) => ({ ...quota, seats: quotaLeft(seats, mode, quota) }));
  const mine = left.find((quota) => quota.unitId === unitId)?.seats ?? 0;
  return {
    capacity: seats.capacity[mode],
    taken: takenIn(seats, mode).length,
    waiting: within.length + beyond.length,
    waitingWithin: within.length,
    kept: left.reduce((sum, quota) => sum + quota.seats, 0),
    own: Math.max(0, mine - waitingIn(seats, mode).filter((one) => one.unitId === unitId).length),
  };
}

/** Who waits for a mode, in order: those for whom their unit has a seat left to it, and all others. */
function queueOf(seats: Seats, mode: Mode): { within: Held[]; beyond: Held[] } {
  const left = new Map(seats.quotas.map((quota) => [quota.unitId, quotaLeft(seats, mode, quota)]));
  const within: Held[] = [];
  const beyond: Held[] = [];
  for (const one of waitingIn(seats, mode)) {
    const own = one.unitId === null ? 0 : (left.get(one.unitId) ?? 0);
    (own > 0 ? within : beyond).push(one);
    if (own > 0 && one.unitId !== null) left.set(one.unitId, own - 1);
  }
  return { within, beyond };
}

function quotaLeft(seats: Seats, mode: Mode, { unitId, seats: most }: Quota): number {
  return Math.max(0, most - takenIn(seats, mode).filter((one) => one.unitId === unitId).length);
}

function takenIn({ held }: Seats, mode: Mode): Held[] {
  return held.filter((one) => one.mode === mode && (one.state === 'confirmed' || one.state === 'offered'));
}

function waitingIn({ held }: Seats, mode: Mode): Held[] {
  return held.filter((one) => one.mode === mode && one.state === 'waitlisted');
}

function entered(seats: Seats, { id, memberId, unitId, mode }: Asked, entry: Entry | undefined): Held | undefined {
  if (entry === undefined) return undefined;
  const state = entry === 'pending' ? 'pending' : newcomerState(seats, { mode, unitId });
  return { id, memberId, unitId, mode, state };
}

function newcomerState(seats: Seats, { mode, unitId }: Pick<Asked, 'mode' | 'unitId'>): 'confirmed' | 'waitlisted' {
  return openToNewcomers(counted(seats, mode, unitId)) > 0 ? 'confirmed' : 'waitlisted';
}

function placeOf(held: readonly Held[], id: string): number | null {
  const mine = held.find((one) => one.id === id);
  const queue = held.filter((one) => one.state === 'waitlisted' && one.mode === mine?.mode);
  const place = queue.findIndex((one) => one.id === id);
  return place === -1 ? null : place + 1;
}
