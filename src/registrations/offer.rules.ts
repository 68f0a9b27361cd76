// What becomes of a free seat for the one whose turn it is: theirs at once, or an offer that ends when they had time to see it.

import { DateTime } from 'luxon';
import type { Policies, QuietHours } from '../contracts/policies.js';
import type { Freed } from '../contracts/policy-values.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whoever is to come must know by then, and the next one too. */
const LAST_BEFORE_START = 30 * MINUTE;
/** With less time than this to answer there is nothing to ask. */
const SHORTEST = 15 * MINUTE;

export type Given = { readonly state: 'confirmed' } | { readonly state: 'offered'; readonly endsAt: Date };

/** How seats are given: by a session's terms, and the quiet hours of its cooperative. */
export interface Giving {
  readonly freed: Freed;
  /** How long an offer lasts by day. */
  readonly offerHours: number;
  readonly day: OfferDay;
}

/** The part of the day in which an offer runs, and from when on it may end. */
export type OfferDay = QuietHours & Pick<Policies, 'offerEndsFromHour'>;

/** @param zone the member's. */
export function giveSeat({ freed, offerHours, day }: Giving, startsAt: Date, zone: string, now: Date): Given {
  if (freed === 'confirm') return { state: 'confirmed' };
  return offerUntil(offerEnd(now, offerHours, day, zone), startsAt, now);
}

/** An offer after its session was moved: never longer than before, given at once where too little time is left. */
export function retimeOffer(endsAt: Date, startsAt: Date, now: Date): Given {
  const latest = lastEnd(startsAt);
  return latest < endsAt ? offerUntil(endsAt, startsAt, now) : { state: 'offered', endsAt };
}

/** `hours` counted outside the quiet hours of the zone, and not before people are up and about. */
export function offerEnd(now: Date, hours: number, day: OfferDay, zone: string): Date {
  let at = awake(DateTime.fromJSDate(now, { zone }), day);
  let left = hours * HOUR;
  for (;;) {
    const night = at.set({ hour: day.quietFromHour, minute: 0, second: 0, millisecond: 0 });
    const today = night.toMillis() - at.toMillis();
    if (left <= today) break;
    left -= today;
    at = awake(night, day);
  }
  const end = at.plus({ milliseconds: left });
  const morning = end.set({ hour: day.offerEndsFromHour, minute: 0, second: 0, millisecond: 0 });
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
function awake(at: DateTime, { quietFromHour, quietUntilHour }: QuietHours): DateTime {
  const morning = at.set({ hour: quietUntilHour, minute: 0, second: 0, millisecond: 0 });
  if (at.hour >= quietFromHour) return morning.plus({ days: 1 });
  return at < morning ? morning : at;
}
