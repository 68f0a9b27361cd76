// Keeps the calendars of those who run sessions right: invited by their yes, moved along, and freed again.

import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Language } from '../contracts/languages.js';
import type { SeriesDate } from '../contracts/mail.js';
import { mailWords } from '../contracts/words/mail.js';
import { eventPlace } from '../platform/calendar/event-place.rules.js';
import { dutyUid } from '../platform/calendar/event-uid.js';
import { invitationFile } from '../platform/calendar/invitation.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Tx } from '../platform/database/tx.js';
import { MailService, type MailToQueue } from '../platform/mail/mail.service.js';
import { sayPlace } from '../platform/mail/say-mail.js';
import type { StaffRole } from './session-staff.rules.js';
import type { Session } from './session.entity.js';

type Said = Pick<Session, 'startsAt' | 'endsAt' | 'delivery' | 'venue'>;

/** Somebody who said yes, with the session as it is now. */
interface Duty extends Said {
  sessionId: string;
  title: string;
  sessionZone: string;
  cooperativeId: string;
  cooperativeName: string;
  colour: string;
  memberId: string;
  name: string;
  nickname: string | null;
  email: string;
  language: Language;
  zone: string;
  role: StaffRole;
  /** Since when: who is asked again after having left gets another event. */
  since: Date;
  sequence: number;
}

/** How long a cancelling is still news. */
const CANCELLED_FOR_MS = 3 * 24 * 3_600_000;

@Injectable()
export class StaffDutyMailer {
  constructor(
    private readonly mails: MailService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** After a yes: one mail, with a file for each of the sessions it was said to. */
  async tellAccepted(tx: Tx, memberId: string, sessionIds: readonly string[]): Promise<void> {
    const duties = await this.take(tx, sessionIds, [memberId]);
    const [first] = duties.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
    if (!first) return;
    const role = mailWords[first.language][`role.${first.role}`];
    await this.mails.queue(tx, {
      kind: 'staff-accepted',
      data: { ...this.dataOf(first), who: '', role },
      ...envelopeOf(first),
      expiresAt: duties.map(({ endsAt }) => endsAt).reduce((one, other) => (one > other ? one : other)),
      ...(duties.length === 1
        ? { calendar: this.calendarOf(first, 'REQUEST') }
        : { invitations: { method: 'REQUEST', files: duties.map((duty) => this.fileOf(duty, 'REQUEST')) } }),
    });
  }

  /** After another time or place. @param before what it was */
  async tellChanged(tx: Tx, sessionId: string, before: Said): Promise<void> {
    const was = { wasStartsAt: before.startsAt.toISOString(), wasEndsAt: before.endsAt.toISOString() };
    await this.mails.queue(
      tx,
      (await this.take(tx, [sessionId])).map((duty): MailToQueue => ({
        kind: 'staff-changed',
        data: { ...this.dataOf(duty), ...was, place: sayPlace(duty.language, duty, before) },
        ...envelopeOf(duty),
        expiresAt: duty.endsAt,
        calendar: this.calendarOf(duty, 'REQUEST'),
      })),
    );
  }

  /** After sessions were cancelled, all at once: each of their people gets one mail. */
  async tellCancelled(tx: Tx, sessionIds: readonly string[], reason: string | null): Promise<void> {
    const duties = (await this.take(tx, sessionIds)).sort(
      (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
    );
    const byMember = Map.groupBy(duties, ({ memberId }) => memberId);
    for (const [first, ...others] of byMember.values()) {
      if (!first) continue;
      if (others.length === 0) await this.tellOver(tx, 'staff-cancelled', [first], reason);
      else await this.tellSeriesOver(tx, first, [first, ...others], reason);
    }
  }

  /** Before they are taken off. */
  async tellRemoved(tx: Tx, sessionId: string, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length > 0) await this.tellOver(tx, 'staff-removed', await this.take(tx, [sessionId], memberIds));
  }

  /** What was said before and has not left yet is of no more use. */
  private async tellOver(
    tx: Tx,
    kind: 'staff-cancelled' | 'staff-removed',
    duties: readonly Duty[],
    reason: string | null = null,
  ): Promise<void> {
    await this.withdrawLast(tx, duties);
    await this.mails.queue(
      tx,
      duties.map((duty): MailToQueue => ({
        kind,
        data: { ...this.dataOf(duty), url: this.schedule, ...(reason === null ? {} : { reason }) },
        ...envelopeOf(duty),
        expiresAt: this.endOfNews(),
        calendar: this.calendarOf(duty, 'CANCEL'),
      })),
    );
  }

  private async tellSeriesOver(tx: Tx, first: Duty, duties: readonly Duty[], reason: string | null): Promise<void> {
    await this.withdrawLast(tx, duties);
    const { nickname, title } = this.dataOf(first);
    await this.mails.queue(tx, {
      kind: 'staff-series-cancelled',
      data: {
        ...{ nickname, title, url: this.schedule, dates: JSON.stringify(duties.map(dateOf)) },
        ...(reason === null ? {} : { reason }),
      },
      ...envelopeOf(first),
      expiresAt: this.endOfNews(),
      invitations: { method: 'CANCEL', files: duties.map((duty) => this.fileOf(duty, 'CANCEL')) },
    });
  }

  private async withdrawLast(tx: Tx, duties: readonly Duty[]): Promise<void> {
    await this.mails.withdraw(
      tx,
      duties.map((duty) => keyOf({ ...duty, sequence: duty.sequence - 1 })),
    );
  }

  private get schedule(): string {
    return `${this.config.publicUrl}/jadwal`;
  }

  private endOfNews(): Date {
    return new Date(this.clock.now().getTime() + CANCELLED_FOR_MS);
  }

  /**
   * Each with its next number, also of who has no address: the file they save grows with it. Under the sessions' locks, so
   * that no number is told twice. @returns those who can be written to
   */
  private async take(tx: Tx, sessionIds: readonly string[], memberIds?: readonly string[]): Promise<Duty[]> {
    const rows = await tx.sql<Omit<Duty, 'email'> & { email: string | null }>(
      `UPDATE session_staff f SET sequence = f.sequence + 1
       FROM sessions s JOIN cooperatives c ON c.id = s.cooperative_id, members m
       WHERE s.id = f.session_id AND m.id = f.member_id AND f.session_id = ANY($1::uuid[])
         AND ($2::uuid[] IS NULL OR f.member_id = ANY($2)) AND f.state = 'accepted'
         AND m.status <> 'keluar'
       RETURNING s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.delivery, s.venue,
         s.zone AS "sessionZone", c.id AS "cooperativeId", c.name AS "cooperativeName", c.colour,
         m.id AS "memberId", m.name, m.nickname, m.email, m.language, m.zone, f.role, f.sequence,
         coalesce(f.invited_at, f.answered_at, s.created_at) AS since`,
      [sessionIds, memberIds ?? null],
    );
    return rows.flatMap(({ email, ...duty }) => (email === null ? [] : [{ ...duty, email }]));
  }

  private dataOf({ nickname, name, title, startsAt, endsAt, sessionId }: Duty) {
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    return { nickname: nickname ?? name, title, ...times, url: this.pageOf(sessionId) };
  }

  private fileOf(duty: Duty, method: 'REQUEST' | 'CANCEL') {
    const day = DateTime.fromJSDate(duty.startsAt, { zone: duty.sessionZone }).toFormat('yyyy-MM-dd-HHmm');
    return { filename: `undangan-${day}.ics`, content: this.calendarOf(duty, method).content };
  }

  private calendarOf(duty: Duty, method: 'REQUEST' | 'CANCEL') {
    const url = this.pageOf(duty.sessionId);
    const content = invitationFile({
      uid: dutyUid(duty.sessionId, duty.since, this.config.publicUrl),
      ...{ sequence: duty.sequence, method, title: duty.title, description: url, url },
      ...{ startsAt: duty.startsAt, endsAt: duty.endsAt, zone: duty.sessionZone, place: placeOf(duty, url) },
      organizer: { name: duty.cooperativeName, address: this.mails.senderAddress },
      attendee: { address: duty.email, name: duty.name },
      at: this.clock.now(),
    });
    return { method, content };
  }

  private pageOf(sessionId: string): string {
    return `${this.config.publicUrl}/sesi/${sessionId}`;
  }
}

function dateOf({ startsAt, endsAt, title }: Duty): SeriesDate {
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { ...times, said: title, linkSaid: '', link: '' };
}

/** Whoever runs a session may come to its venue. */
function placeOf({ delivery, venue }: Duty, url: string): string {
  return eventPlace({ delivery, venue, mode: null }, url);
}

function envelopeOf(duty: Duty) {
  return {
    cooperative: { id: duty.cooperativeId, name: duty.cooperativeName, colour: duty.colour },
    memberId: duty.memberId,
    to: { address: duty.email, name: duty.name },
    language: duty.language,
    zone: duty.zone,
    dedupeKey: keyOf(duty),
  };
}

function keyOf({ sessionId, memberId, since, sequence }: Duty): string {
  return `staff-duty:${sessionId}:${memberId}:${String(since.getTime())}:${String(sequence)}`;
}
