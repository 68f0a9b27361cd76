// What a registrant is told, when, and when it is better not told any more.

import { DateTime } from 'luxon';
import type { MailKind } from '../contracts/mail.js';
import type { QuietHours } from '../contracts/policies.js';

export const REMINDER_KINDS = [
  'registration-pending',
  'registration-approved',
  'registration-rejected',
  'registration-offered',
  'registration-expired',
  'registration-confirmed',
  'registration-promoted',
  'registration-switched',
  'registration-waitlisted',
  'registration-cancelled',
  'reminder-day-before',
  'reminder-hour-before',
  'reminder-ten-minutes-before',
  'session-changed',
  'session-cancelled',
  'follow-up-present',
  'follow-up-absent',
] as const satisfies readonly MailKind[];
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const REMINDER_STATES = ['waiting', 'sent', 'missed', 'withdrawn', 'unreachable'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

export type SessionState = 'draft' | 'published' | 'live' | 'ended' | 'cancelled';
export type RegistrationState =
  'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired' | 'rejected';
export type Verdict = 'present' | 'partial' | 'absent' | 'awaiting-evidence';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Those that count down to the start: of several due at once only the nearest goes out. */
export const COUNTDOWN = ['reminder-day-before', 'reminder-hour-before', 'reminder-ten-minutes-before'] as const;
const BEFORE: Record<(typeof COUNTDOWN)[number], number> = {
  'reminder-day-before': DAY,
  'reminder-hour-before': HOUR,
  'reminder-ten-minutes-before': 10 * MINUTE,
};
const FOLLOW_UP_AFTER = 30 * MINUTE;

export interface Planned {
  kind: ReminderKind;
  dueAt: Date;
}

/**
 * The countdown for one member, without what had passed when it was planned.
 * @param since when the member got the seat, or the session its new time; @param zone the member's.
 */
export function countdown(startsAt: Date, since: Date, zone: string, quiet: QuietHours): Planned[] {
  return COUNTDOWN.map((kind) => {
    const at = new Date(startsAt.getTime() - BEFORE[kind]);
    return { kind, dueAt: kind === 'reminder-day-before' ? outsideQuietHours(at, zone, quiet) : at };
  }).filter(({ dueAt }) => dueAt > since);
}

/** The same instant, or half an hour before the quiet hours it falls in. */
export function outsideQuietHours(at: Date, zone: string, { quietFromHour, quietUntilHour }: QuietHours): Date {
  const local = DateTime.fromJSDate(at, { zone });
  const evening = { hour: quietFromHour - 1, minute: 30, second: 0, millisecond: 0 };
  if (local.hour >= quietFromHour) return local.set(evening).toJSDate();
  if (local.hour < quietUntilHour) return local.minus({ days: 1 }).set(evening).toJSDate();
  return at;
}

/** What follows a session that has ended; nothing as long as the evidence is awaited. */
export function followUp(verdict: Verdict, endedAt: Date, now: Date): Planned | undefined {
  if (verdict === 'awaiting-evidence') return undefined;
  const dueAt = new Date(Math.max(endedAt.getTime() + FOLLOW_UP_AFTER, now.getTime()));
  return { kind: verdict === 'present' ? 'follow-up-present' : 'follow-up-absent', dueAt };
}

/** Each way once, and only the last of those that have not left. */
export function switchOccasion(registrationId: string, modeSwitches: number): string {
  return `${registrationId}:${String(modeSwitches)}`;
}

/** A reminder whose time has come, with what is true now of everything it speaks about. */
export interface DueReminder {
  kind: ReminderKind;
  dueAt: Date;
  occasion: string;
  /** A later one of the same countdown is due as well. */
  isOvertaken: boolean;
  sessionState: SessionState;
  startsAt: Date;
  endsAt: Date;
  revision: number;
  registrationState: RegistrationState;
  /** How often the member has gone between phone and venue. */
  modeSwitches: number;
  /** Until when an offered seat waits. */
  offerEndsAt: Date | null;
  hasLeft: boolean;
  hasAddress: boolean;
}

export type Decision = { state: 'sent'; expiresAt: Date } | { state: 'missed' | 'withdrawn' | 'unreachable' };

export function decide(reminder: DueReminder, now: Date): Decision {
  if (reminder.hasLeft || !stillFits(reminder)) return { state: 'withdrawn' };
  const expiresAt = lastMoment(reminder);
  if (reminder.isOvertaken || now > expiresAt) return { state: 'missed' };
  return reminder.hasAddress ? { state: 'sent', expiresAt } : { state: 'unreachable' };
}

/** Whether what it would say is still true. */
function stillFits(reminder: DueReminder): boolean {
  const { kind, occasion, sessionState, startsAt, revision, registrationState, modeSwitches } = reminder;
  const isOn = sessionState === 'published' || sessionState === 'live';
  const hasSeat = registrationState === 'confirmed';
  const isLive = hasSeat || ['pending', 'waitlisted', 'offered'].includes(registrationState);
  switch (kind) {
    case 'registration-confirmed':
    case 'registration-promoted':
    case 'registration-approved':
      return isOn && hasSeat;
    case 'registration-switched':
      return isOn && hasSeat && occasion.endsWith(`:${String(modeSwitches)}`);
    case 'registration-waitlisted':
    case 'registration-pending':
    case 'registration-offered':
    case 'registration-rejected':
    case 'registration-expired':
      return isOn && `registration-${registrationState}` === kind;
    case 'registration-cancelled':
      return isOn && !isLive;
    case 'reminder-day-before':
    case 'reminder-hour-before':
    case 'reminder-ten-minutes-before':
      return isOn && hasSeat && occasion === startsAt.toISOString();
    case 'session-changed':
      return isOn && isLive && occasion === String(revision);
    case 'session-cancelled':
      return sessionState === 'cancelled';
    case 'follow-up-present':
    case 'follow-up-absent':
      return sessionState === 'ended' && hasSeat;
  }
}

/** Nothing is sent more than its grace late, nor when it is of no more use. */
export function lastMoment({
  kind,
  dueAt,
  startsAt,
  endsAt,
  offerEndsAt,
}: Pick<DueReminder, 'kind' | 'dueAt' | 'startsAt' | 'endsAt' | 'offerEndsAt'>): Date {
  const late = (grace: number): Date => new Date(dueAt.getTime() + grace);
  switch (kind) {
    case 'registration-confirmed':
    case 'registration-promoted':
    case 'registration-approved':
    case 'registration-switched':
    case 'registration-cancelled':
    // Also of one that is on: whoever went home reads that it goes on.
    case 'session-changed':
      return endsAt;
    case 'registration-offered':
      return offerEndsAt ?? startsAt;
    case 'registration-pending':
    case 'registration-rejected':
    case 'registration-expired':
    case 'registration-waitlisted':
    case 'reminder-ten-minutes-before':
      return startsAt;
    case 'reminder-day-before':
      return late(12 * HOUR);
    case 'reminder-hour-before':
      return late(20 * MINUTE);
    case 'session-cancelled':
      return late(3 * DAY);
    case 'follow-up-present':
    case 'follow-up-absent':
      return late(7 * DAY);
  }
}

/** Mails to somebody who is about to come. */
export function tellsOfVenue(kind: ReminderKind): boolean {
  return [
    'registration-confirmed',
    'registration-promoted',
    'registration-switched',
    'registration-approved',
    'registration-offered',
    ...COUNTDOWN,
  ].includes(kind);
}

/** Whoever still holds something may give it back from the mail itself. */
export function offersRelease(kind: ReminderKind): boolean {
  return [
    'registration-confirmed',
    'registration-promoted',
    'registration-switched',
    'registration-waitlisted',
    'registration-pending',
    'registration-approved',
    'registration-offered',
    'reminder-day-before',
    'reminder-hour-before',
    'session-changed',
  ].includes(kind);
}

/** Which invitation goes along. @param hadSeat whether the member's calendar holds the session at all. */
export function invitationMethod(kind: ReminderKind, hadSeat: boolean): 'REQUEST' | 'CANCEL' | undefined {
  if (!hadSeat) return undefined;
  switch (kind) {
    case 'registration-confirmed':
    case 'registration-promoted':
    case 'registration-approved':
    case 'registration-switched':
    case 'reminder-day-before':
    case 'session-changed':
      return 'REQUEST';
    case 'registration-cancelled':
    case 'session-cancelled':
      return 'CANCEL';
    case 'registration-waitlisted':
    case 'registration-pending':
    case 'registration-rejected':
    case 'registration-offered':
    case 'registration-expired':
    case 'reminder-hour-before':
    case 'reminder-ten-minutes-before':
    case 'follow-up-present':
    case 'follow-up-absent':
      return undefined;
  }
}
