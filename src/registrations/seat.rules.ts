// Who gets a seat and who waits, decided from plain data, for each mode apart. The database decides the same in one
// statement; a test holds the two against each other.

import type { FieldFault } from '../contracts/error-codes.js';

export const MODES = ['virtual', 'onsite'] as const;
/** On the phone, or at the venue. */
export type Mode = (typeof MODES)[number];

/** The states that hold a place: at most one such registration a member and session. */
export const LIVE_STATES = ['pending', 'confirmed', 'waitlisted', 'offered'] as const;

export interface Held {
  readonly id: string;
  readonly memberId: string;
  readonly state: (typeof LIVE_STATES)[number];
  readonly mode: Mode;
}

/** All live registrations of a session, those who wait in the order of the queue. Capacity null: unlimited. */
export interface Seats {
  readonly capacity: Readonly<Record<Mode, number | null>>;
  readonly held: readonly Held[];
}

export interface Asked {
  /** The id the registration gets, if one comes of it. */
  readonly id: string;
  readonly memberId: string;
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
 * a newcomer gets a seat only beyond those that the queue is waiting for, or asks for approval and holds none; who is
 * not eligible gets undefined.
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
  for (const one of chosen) held.push({ ...one, state: newcomerState({ ...seats, held }, one.mode) });
  return { ...seats, held };
}

/** Gives every free seat to the queue of its mode, first come first; lowering the capacity takes no seat away. */
export function promote(seats: Seats): { seats: Seats; promoted: string[] } {
  const promoted = MODES.flatMap((mode) =>
    seats.held
      .filter((one) => one.state === 'waitlisted' && one.mode === mode)
      .slice(0, openToQueue(counted(seats, mode)))
      .map((one) => one.id),
  );
  const held = seats.held.map((one) => (promoted.includes(one.id) ? { ...one, state: 'confirmed' as const } : one));
  return { seats: { ...seats, held }, promoted };
}

/** One mode's seats in numbers. */
export interface Counted {
  readonly capacity: number | null;
  /** Confirmed or offered. */
  readonly taken: number;
  readonly waiting: number;
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

/** Beyond those that somebody waits for already. */
export function openToNewcomers({ capacity, taken, waiting }: Counted): number {
  return capacity === null ? Infinity : Math.max(0, capacity - taken - waiting);
}

/** Seats that are nobody's yet: they go to the queue. */
export function openToQueue({ capacity, taken }: Counted): number {
  return capacity === null ? Infinity : Math.max(0, capacity - taken);
}

export function counted({ capacity, held }: Seats, mode: Mode): Counted {
  const here = held.filter((one) => one.mode === mode);
  const taken = here.filter((one) => one.state === 'confirmed' || one.state === 'offered').length;
  const waiting = here.filter((one) => one.state === 'waitlisted').length;
  return { capacity: capacity[mode], taken, waiting };
}

function entered(seats: Seats, ask: Asked, entry: Entry | undefined): Held | undefined {
  if (entry === undefined) return undefined;
  const { id, memberId, mode } = ask;
  return { id, memberId, mode, state: entry === 'pending' ? 'pending' : newcomerState(seats, mode) };
}

function newcomerState(seats: Seats, mode: Mode): 'confirmed' | 'waitlisted' {
  return openToNewcomers(counted(seats, mode)) > 0 ? 'confirmed' : 'waitlisted';
}

function placeOf(held: readonly Held[], id: string): number | null {
  const mine = held.find((one) => one.id === id);
  const queue = held.filter((one) => one.state === 'waitlisted' && one.mode === mine?.mode);
  const place = queue.findIndex((one) => one.id === id);
  return place === -1 ? null : place + 1;
}
