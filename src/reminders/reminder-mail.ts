// A due reminder as a mail: in its reader's language and zone, with the invitation that belongs to it.

import { eventPlace } from '../platform/calendar/event-place.rules.js';
import { eventSequence } from '../platform/calendar/event-sequence.rules.js';
import { eventUid } from '../platform/calendar/event-uid.js';
import { invitationFile } from '../platform/calendar/invitation.js';
import { policiesWith } from '../contracts/policies.js';
import type { SessionMail } from '../contracts/mail.js';
import type { MailToQueue } from '../platform/mail/mail.service.js';
import { sayPlace } from '../platform/mail/say-mail.js';
import { invitationMethod, offersRelease, tellsOfVenue, type ReminderKind } from './reminder.rules.js';
import type { DueRow } from './reminders.queries.js';

/** A due reminder, with what its member's own acts add to the number of their event. */
export interface MailRow extends DueRow {
  steps: number;
}

interface From {
  publicUrl: string;
  /** Where the reader gives the place back. */
  releaseUrl: string;
  senderAddress: string;
}

export function mailKeyOf(reminderId: string): string {
  return `reminder:${reminderId}`;
}

/** @param address the reader's; @param expiresAt when it is of no more use. */
export function reminderMail(row: MailRow, address: string, expiresAt: Date, from: From, now: Date): MailToQueue {
  const to = { address, name: row.name };
  const calendar = calendarOf(row, to, from, now);
  const data = {
    nickname: row.nickname ?? row.name,
    title: row.title,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    url: from.publicUrl + pathOf(row.kind, row.sessionId),
    ...venueOf(row),
    ...stateFacts(row),
    ...(row.kind === 'reminder-hour-before' ? { roomOpens: String(policiesWith(row.policies).roomOpensMinutes) } : {}),
    ...(offersRelease(row.kind) ? { release: from.releaseUrl } : {}),
    ...(row.othersWait ? { othersWait: 'yes' } : {}),
  };
  return {
    ...aboutOf(row, data),
    cooperative: { id: row.cooperativeId, name: row.cooperativeName, colour: row.colour },
    memberId: row.memberId,
    to,
    language: row.language,
    zone: row.zone,
    dedupeKey: mailKeyOf(row.id),
    expiresAt,
    ...(calendar ? { calendar } : {}),
  };
}

/** A change says what was before it. */
function aboutOf({ kind, ...row }: DueRow, data: SessionMail) {
  if (kind !== 'session-changed') return { kind, data };
  const wasAt = (time: string | undefined): string => (time === undefined ? '' : new Date(time).toISOString());
  return {
    kind,
    data: {
      ...data,
      wasStartsAt: wasAt(row.was?.startsAt),
      wasEndsAt: wasAt(row.was?.endsAt),
      place: sayPlace(row.language, row, row.was ?? row),
    },
  };
}

/** Until when an offered seat waits; why staff said no, or cancelled it all. */
function stateFacts({ kind, offerEndsAt, reason, cancelReason }: DueRow): { offerEndsAt?: string; reason?: string } {
  if (kind === 'registration-offered' && offerEndsAt !== null) return { offerEndsAt: offerEndsAt.toISOString() };
  if (kind === 'session-cancelled') return cancelReason === null ? {} : { reason: cancelReason };
  const isRefusal = kind === 'registration-rejected' || kind === 'registration-cancelled';
  return isRefusal && reason !== null ? { reason } : {};
}

/** Whoever is to come somewhere reads where, and what to bring, in every mail that says so. */
function venueOf({ kind, mode, venue, protocol }: DueRow): { venue?: string; protocol?: string } {
  if (mode !== 'onsite' || !tellsOfVenue(kind)) return {};
  return { ...(venue === null ? {} : { venue }), ...(protocol === '' ? {} : { protocol }) };
}

function calendarOf(row: MailRow, attendee: { address: string; name: string }, from: From, now: Date) {
  const method = invitationMethod(row.kind, row.hadSeat);
  if (method === undefined) return undefined;
  const url = `${from.publicUrl}/sesi/${row.sessionId}`;
  const content = invitationFile({
    uid: eventUid(row.sessionId, from.publicUrl),
    sequence: eventSequence(row, row.kind === 'registration-cancelled'),
    method,
    title: row.title,
    description: url,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    zone: row.sessionZone,
    place: eventPlace(row, url),
    url,
    organizer: { name: row.cooperativeName, address: from.senderAddress },
    attendee,
    at: now,
  });
  return { method, content };
}

/** Where its button leads. */
function pathOf(kind: ReminderKind, sessionId: string): string {
  switch (kind) {
    case 'reminder-ten-minutes-before':
      return `/sesi/${sessionId}/ruang`;
    case 'session-cancelled':
      return '/jadwal';
    case 'follow-up-present':
      return '/catatan';
    case 'registration-confirmed':
    case 'registration-promoted':
    case 'registration-switched':
    case 'registration-waitlisted':
    case 'registration-cancelled':
    case 'registration-pending':
    case 'registration-approved':
    case 'registration-rejected':
    case 'registration-offered':
    case 'registration-expired':
    case 'reminder-day-before':
    case 'reminder-hour-before':
    case 'session-changed':
    case 'follow-up-absent':
      return `/sesi/${sessionId}`;
  }
}
