// When everything in the demo happened, counted from the first start: a list of moments in order.

import { DateTime } from 'luxon';
import type { DemoMoment, DemoSession } from './demo-sessions.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface DemoTimes {
  /** When it was planned and published, and when its members asked for seats. */
  readonly plannedAt: Date;
  readonly registeredAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stage: 'past' | 'live' | 'coming';
}

/** @param now the first start; @param zone the cooperative's */
export function timesOf(session: DemoSession, now: Date, zone: string): DemoTimes {
  const startsAt = startOf(session.begins, now, zone);
  const endsAt = new Date(startsAt.getTime() + session.minutes * MINUTE);
  // Ten days ahead as seen then, but never in the future.
  const plannedAt = new Date(Math.min(startsAt.getTime() - 10 * DAY, now.getTime() - 2 * DAY));
  const registeredAt = new Date(plannedAt.getTime() + DAY);
  const stage = endsAt <= now ? 'past' : startsAt <= now ? 'live' : 'coming';
  return { plannedAt, registeredAt, startsAt, endsAt, stage };
}

function startOf(moment: DemoMoment, now: Date, zone: string): Date {
  if ('minutesAgo' in moment) return new Date(now.getTime() - moment.minutesAgo * MINUTE);
  const day = DateTime.fromJSDate(now, { zone }).plus({ days: moment.days });
  const [hour = 0, minute = 0] = moment.at.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 }).toJSDate();
}
