// Which sessions of a series a change is for, and when each of them is then.

import type { FieldFault } from '../contracts/error-codes.js';
import { clockIn, dayIn, sameClock } from './recurrence.rules.js';

export type Scope = 'following' | 'all';

export interface Member {
  readonly id: string;
  readonly state: 'draft' | 'published' | 'live' | 'ended' | 'cancelled';
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When the series' rule has it. */
  readonly recurrenceAt: Date | null;
}

/** Those that have not begun; what has, or was cancelled, stays as it is. */
export function reachOf<Session extends Member>(
  sessions: readonly Session[],
  pivot: Member,
  scope: Scope,
  now: Date,
): Session[] {
  const from = scope === 'all' ? -Infinity : orderOf(pivot);
  return sessions.filter(
    (one) => orderOf(one) >= from && (one.state === 'draft' || one.state === 'published') && one.startsAt > now,
  );
}

/** Whether the change parts the series: what comes before the pivot goes on under the old rule. */
export function partsSeries(sessions: readonly Member[], pivot: Member, scope: Scope): boolean {
  return scope === 'following' && sessions.some((one) => orderOf(one) < orderOf(pivot));
}

/**
 * What is wrong with dates that a series would get: one is past, or another part of it has that day. Said of the field that
 * asked for them. @param days of the zone that the other parts have
 */
export function growthFaults(
  zone: string,
  starts: readonly Date[],
  path: 'more' | 'until',
  { days, now }: { days: ReadonlySet<string>; now: Date },
): FieldFault[] {
  const isPast = starts.some((at) => at <= now);
  const taken = starts.map((at) => dayIn(zone, at)).find((day) => days.has(day));
  return [
    ...(isPast ? [{ path, rule: 'in-the-past' as const }] : []),
    ...(taken === undefined ? [] : [{ path, rule: 'in-other-part' as const, limit: taken }]),
  ];
}

export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Another hour moves all; another day would make the rule untrue. */
export function shiftFaults(zone: string, pivot: Member, wanted: Times): FieldFault[] {
  const isSameDay = dayIn(zone, pivot.startsAt) === dayIn(zone, wanted.startsAt);
  return isSameDay ? [] : [{ path: 'startsAt', rule: 'same-day' }];
}

/** When a session is, once the pivot is as wanted: one that was moved by itself stays where it was put. */
export function timesAfter(zone: string, session: Member, pivot: Member, wanted: Times): Times | undefined {
  if (session.id === pivot.id) return wanted;
  if (session.startsAt.getTime() !== session.recurrenceAt?.getTime()) return undefined;
  const startsAt = sameClock(zone, dayIn(zone, session.startsAt), wanted.startsAt);
  return { startsAt, endsAt: new Date(startsAt.getTime() + lengthOf(wanted)) };
}

/** When the changed rule has a session, on the day on which it had it. */
export function recurrenceAfter(zone: string, session: Member, wanted: Times): Date {
  return sameClock(zone, dayIn(zone, session.recurrenceAt ?? session.startsAt), wanted.startsAt);
}

/** `T10:00:00` */
export function clockOf(zone: string, at: Date): string {
  return clockIn(zone, at).slice(10);
}

export function minutesOf({ startsAt, endsAt }: Times): number {
  return Math.round(lengthOf({ startsAt, endsAt }) / 60_000);
}

function lengthOf({ startsAt, endsAt }: Times): number {
  return endsAt.getTime() - startsAt.getTime();
}

function orderOf({ recurrenceAt, startsAt }: Member): number {
  return (recurrenceAt ?? startsAt).getTime();
}
