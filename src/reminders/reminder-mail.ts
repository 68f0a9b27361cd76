// A due reminder as a mail: in its reader's language and zone, with the invitation that belongs to it.

import { invitationFile } from '../platform/calendar/invitation.js';
import { eventUid } from '../platform/calendar/event-uid.js';
import type { MailToQueue } from '../platform/mail/mail.service.js';
import { invitationMethod, sequenceOf, type ReminderKind } from './reminder.rules.js';
import type { DueRow } from './reminders.queries.js';

interface From {
  publicUrl: string;
  senderAddress: string;
}

export function mailKeyOf(reminderId: string): string {
  return `reminder:${reminderId}`;
}

/** @param address the reader's; @param expiresAt when it is of no more use. */
export function reminderMail(row: DueRow, address: string, expiresAt: Date, from: From, now: Date): MailToQueue {
  const to = { address, name: row.name };
  const calendar = calendarOf(row, to, from, now);
  return {
    kind: row.kind,
    data: {
      nickname: row.nickname ?? row.name,
      title: row.title,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      url: from.publicUrl + pathOf(row.kind, row.sessionId),
    },
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

function calendarOf(row: DueRow, attendee: { address: string; name: string }, from: From, now: Date) {
  const method = invitationMethod(row.kind, row.hadSeat);
  if (method === undefined) return undefined;
  const url = `${from.publicUrl}/sesi/${row.sessionId}`;
  const content = invitationFile({
    uid: eventUid(row.sessionId, from.publicUrl),
    sequence: sequenceOf(row.kind, row.revision, row.endings),
    method,
    title: row.title,
    description: url,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    zone: row.sessionZone,
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
    case 'registration-waitlisted':
    case 'registration-cancelled':
    case 'reminder-day-before':
    case 'reminder-hour-before':
    case 'session-changed':
    case 'follow-up-absent':
      return `/sesi/${sessionId}`;
  }
}
