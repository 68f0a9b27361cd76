// Which sessions of a series a change is for, and when each of them is then.

import type { FieldFault } from '../contracts/error-codes.js';
import { clockIn, dayAfter, dayIn, sameClock } from './recurrence.rules.js';

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

/** Where a change takes a session, and by how many days the others go along. */
export interface Shift extends Times {
  readonly byDays: number;
}

/**
 * By how many days the rule moves so that the pivot is on the wanted day. A pivot that was moved by itself before, and stays
 * on the day where it is now, moves no other.
 */
export function shiftOf(zone: string, pivot: Member, wanted: Times): Shift {
  const day = dayIn(zone, wanted.startsAt);
  const isSameDay = day === dayIn(zone, pivot.startsAt);
  return { ...wanted, byDays: isSameDay ? 0 : daysBetween(dayIn(zone, pivot.recurrenceAt ?? pivot.startsAt), day) };
}

/** What is wrong with the days that sessions would have by the rule: another one that stays has that day. @param taken in the zone */
export function shiftFaults(
  zone: string,
  reach: readonly Member[],
  shift: Shift,
  taken: ReadonlySet<string>,
): FieldFault[] {
  if (shift.byDays === 0) return [];
  const clash = reach.map((one) => dayIn(zone, recurrenceAfter(zone, one, shift))).find((day) => taken.has(day));
  return clash === undefined ? [] : [{ path: 'startsAt', rule: 'in-other-part', limit: clash }];
}

/** When a session is, once the pivot is as wanted: one that was moved by itself stays where it was put. */
export function timesAfter(zone: string, session: Member, pivot: Member, shift: Shift): Times | undefined {
  if (session.id === pivot.id) return { startsAt: shift.startsAt, endsAt: shift.endsAt };
  if (session.startsAt.getTime() !== session.recurrenceAt?.getTime()) return undefined;
  const startsAt = sameClock(zone, dayAfter(dayIn(zone, session.startsAt), shift.byDays), shift.startsAt);
  return { startsAt, endsAt: new Date(startsAt.getTime() + lengthOf(shift)) };
}

/** When the changed rule has a session, counted from the day on which it had it. */
export function recurrenceAfter(zone: string, session: Member, shift: Shift): Date {
  const day = dayIn(zone, session.recurrenceAt ?? session.startsAt);
  return sameClock(zone, dayAfter(day, shift.byDays), shift.startsAt);
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

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}
