// What becomes of a free seat for the one whose turn it is: theirs at once, or an offer that ends when they had time to see it.

import { DateTime } from 'luxon';

export const FREED = ['confirm', 'offer'] as const;
/** What a freed seat does: it is given at once, or it is offered and waits for an answer. */
export type Freed = (typeof FREED)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Nobody is expected to answer at night. */
const QUIET_FROM_HOUR = 21;
const QUIET_UNTIL_HOUR = 6;
/** An offer does not end before people are up and about. */
const EARLIEST_END_HOUR = 9;
/** Whoever is to come must know by then, and the next one too. */
const LAST_BEFORE_START = 30 * MINUTE;
/** With less time than this to answer there is nothing to ask. */
const SHORTEST = 15 * MINUTE;

export type Given = { readonly state: 'confirmed' } | { readonly state: 'offered'; readonly endsAt: Date };

/** @param hours how long an offer lasts by day; @param zone the member's. */
export function giveSeat(freed: Freed, hours: number, startsAt: Date, zone: string, now: Date): Given {
  if (freed === 'confirm') return { state: 'confirmed' };
  return offerUntil(offerEnd(now, hours, zone), startsAt, now);
}

/** An offer after its session was moved: never longer than before, given at once where too little time is left. */
export function retimeOffer(endsAt: Date, startsAt: Date, now: Date): Given {
  const latest = lastEnd(startsAt);
  return latest < endsAt ? offerUntil(endsAt, startsAt, now) : { state: 'offered', endsAt };
}

/** `hours` counted outside the quiet hours of the zone, and not before nine in the morning. */
export function offerEnd(now: Date, hours: number, zone: string): Date {
  let at = awake(DateTime.fromJSDate(now, { zone }));
  let left = hours * HOUR;
  for (;;) {
    const night = at.set({ hour: QUIET_FROM_HOUR, minute: 0, second: 0, millisecond: 0 });
    const today = night.toMillis() - at.toMillis();
    if (left <= today) break;
    left -= today;
    at = awake(night);
  }
  const end = at.plus({ milliseconds: left });
  const morning = end.set({ hour: EARLIEST_END_HOUR, minute: 0, second: 0, millisecond: 0 });
  return new Date(Math.max(end.toMillis(), morning.toMillis()));
}

function offerUntil(wanted: Date, startsAt: Date, now: Date): Given {
  const endsAt = new Date(Math.min(wanted.getTime(), lastEnd(startsAt).getTime()));
  return endsAt.getTime() - now.getTime() < SHORTEST ? { state: 'confirmed' } : { state: 'offered', endsAt };
}

function lastEnd(startsAt: Date): Date {
  return new Date(startsAt.getTime() - LAST_BEFORE_START);
}

/** The same instant by day; the end of the night by night. */
function awake(at: DateTime): DateTime {
  const morning = at.set({ hour: QUIET_UNTIL_HOUR, minute: 0, second: 0, millisecond: 0 });
  if (at.hour >= QUIET_FROM_HOUR) return morning.plus({ days: 1 });
  return at < morning ? morning : at;
}
