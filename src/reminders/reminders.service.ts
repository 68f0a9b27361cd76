// Plans what registrants are told: one row a member, kind and occasion, taken back when it is no longer true.

import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../contracts/permissions.js';
import { policiesWith } from '../contracts/policies.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { MailService } from '../platform/mail/mail.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { mailKeyOf } from './reminder-mail.js';
import { countdown, followUp, switchOccasion, type Planned } from './reminder.rules.js';
import { RemindersQueries, type Registrant, type ReminderGroup } from './reminders.queries.js';

interface Subject {
  cooperativeId: string;
  sessionId: string;
  /** Where a mail about all of the series tells of it. */
  seriesId?: string;
}

/** What a mail about a series says of one session to one member; `email` is null where it cannot reach them. */
export interface Told {
  readonly sessionId: string;
  readonly registrationId: string;
  readonly memberId: string;
  readonly email: string | null;
  readonly kind: 'registration-confirmed' | 'registration-waitlisted' | 'registration-pending' | 'session-cancelled';
  readonly occasion: string;
}

/** A session is cancelled once. */
export const CANCELLED = 'cancelled';

interface Plan extends Planned {
  registrationId: string;
  memberId: string;
  occasion: string;
}

@Injectable()
export class RemindersService {
  constructor(
    private readonly queries: RemindersQueries,
    private readonly mails: MailService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
  ) {}

  /** A seat: say so at once, and count down to the start. @param since when the seat was given. */
  async planSeat(
    tx: Tx,
    subject: Subject,
    registrationId: string,
    kind: 'registration-confirmed' | 'registration-promoted' | 'registration-approved',
    since: Date,
  ): Promise<void> {
    const registrant = await this.queries.registrant(tx, registrationId);
    if (registrant?.registrationState !== 'confirmed') return;
    // Told with the rest of its series.
    if (subject.seriesId !== undefined) return this.plan(tx, subject, countdownOf(registrant, since));
    const seat = { kind, dueAt: since, occasion: registrationId, ...idsOf(registrant) };
    await this.plan(tx, subject, [seat, ...countdownOf(registrant, since)]);
  }

  /** A seat of the other kind: another place in the calendar. Of several ways one after another the last is told. */
  async planSwitched(tx: Tx, subject: Subject, registrationId: string, since: Date): Promise<void> {
    const registrant = await this.queries.registrant(tx, registrationId);
    if (registrant?.registrationState !== 'confirmed') return;
    const occasion = switchOccasion(registrationId, registrant.modeSwitches);
    const told = { kind: 'registration-switched', dueAt: since, occasion } as const;
    await this.plan(tx, subject, [{ ...told, ...idsOf(registrant) }]);
  }

  /** Where a registration stands that holds no seat yet. */
  async planWaiting(
    tx: Tx,
    subject: Subject,
    registrationId: string,
    state: 'pending' | 'waitlisted' | 'offered',
    since: Date,
  ): Promise<void> {
    if (subject.seriesId !== undefined) return;
    const registrant = await this.queries.registrant(tx, registrationId);
    if (registrant?.registrationState !== state) return;
    const told = { kind: `registration-${state}`, dueAt: since, occasion: registrationId } as const;
    await this.plan(tx, subject, [{ ...told, ...idsOf(registrant) }]);
  }

  /** What another mail has told already: sent, or to be told another way where there is no address. */
  async noteTold(tx: Tx, cooperativeId: string, told: readonly Told[], since: Date): Promise<void> {
    await tx.sql(
      `INSERT INTO reminders (id, cooperative_id, session_id, member_id, registration_id, kind, occasion, due_at, state,
         decided_at, created_at)
       SELECT id, $1, session_id, member_id, registration_id, kind, occasion, $2, state, $3, $3
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[])
         AS new (id, session_id, member_id, registration_id, kind, occasion, state)
       ON CONFLICT ON CONSTRAINT reminders_once DO NOTHING`,
      [
        ...[cooperativeId, since, this.clock.now()],
        told.map(() => newId()),
        told.map((one) => one.sessionId),
        told.map((one) => one.memberId),
        told.map((one) => one.registrationId),
        told.map((one) => one.kind),
        told.map((one) => one.occasion),
        told.map(({ email }) => (email === null ? 'unreachable' : 'sent')),
      ],
    );
  }

  /** Nothing more about the session, but that the registration is over; a cancelled session is told of by itself. */
  async planOver(
    tx: Tx,
    subject: Subject,
    registrationId: string,
    kind: 'registration-cancelled' | 'registration-rejected' | 'registration-expired',
    since: Date,
  ): Promise<void> {
    const registrant = await this.queries.registrant(tx, registrationId);
    if (!registrant || (await this.queries.isLiveElsewhere(tx, subject.sessionId, registrant.memberId))) return;
    await this.withdraw(tx, subject.sessionId, registrant.memberId);
    if (registrant.sessionState === 'cancelled') return;
    const told = { kind, dueAt: since, occasion: registrationId };
    await this.plan(tx, subject, [{ ...told, ...idsOf(registrant) }]);
  }

  /** What was counted down to the old time is taken back; everybody is told the new one once, whatever came between. */
  async planRescheduled(tx: Tx, subject: Subject, since: Date): Promise<void> {
    const registrants = await this.queries.liveRegistrants(tx, subject.sessionId);
    await this.withdrawMoved(tx, subject.sessionId);
    await this.plan(
      tx,
      subject,
      registrants.flatMap((registrant) => [
        {
          kind: 'session-changed' as const,
          dueAt: since,
          occasion: String(registrant.revision),
          ...idsOf(registrant),
        },
        ...(registrant.registrationState === 'confirmed' ? countdownOf(registrant, since) : []),
      ]),
    );
  }

  async planSessionCancelled(tx: Tx, subject: Subject, since: Date): Promise<void> {
    await this.withdraw(tx, subject.sessionId, undefined);
    // Told with the other dates that were cancelled.
    if (subject.seriesId !== undefined) return;
    const registrants = await this.queries.registrantsAtCancelling(tx, subject.sessionId);
    const told = { kind: 'session-cancelled', dueAt: since, occasion: CANCELLED } as const;
    await this.plan(
      tx,
      subject,
      registrants.map((registrant) => ({ ...told, ...idsOf(registrant) })),
    );
  }

  /** By what the verdicts say now; a correction before they are sent changes them, one after it sends no second. */
  async planFollowUps(tx: Tx, subject: Subject): Promise<void> {
    const now = this.clock.now();
    await this.withdrawFollowUps(tx, subject.sessionId);
    const plans = (await this.queries.verdicts(tx, subject.sessionId)).flatMap(
      ({ registrationId, memberId, verdict, endedAt }) => {
        const planned = followUp(verdict, endedAt, now);
        return planned ? [{ ...planned, registrationId, memberId, occasion: 'ended' }] : [];
      },
    );
    await this.plan(tx, subject, plans);
  }

  async forgetMember(tx: Tx, memberId: string): Promise<void> {
    await tx.sql(
      `UPDATE reminders SET state = 'withdrawn', decided_at = $2 WHERE member_id = $1 AND state = 'waiting'`,
      [memberId, this.clock.now()],
    );
  }

  /** What goes when, for staff; a coordinator sees own units only. @throws DomainError not-found, forbidden */
  async summary(actor: Actor, sessionId: string): Promise<ReminderGroup[]> {
    const session = await this.sessions.accessSession(actor, sessionId);
    if (can(actor, 'audit.read')) return this.queries.summary(sessionId, undefined);
    if (session.myRole !== null) return this.queries.summary(sessionId, undefined);
    if (!actor.roles.includes('coordinator')) throw new DomainError('forbidden');
    return this.queries.summary(sessionId, actor.unitIds);
  }

  /** One statement; a row that stands is left, one that was taken back is revived. */
  private async plan(tx: Tx, subject: Subject, plans: readonly Plan[]): Promise<void> {
    if (plans.length === 0) return;
    await tx.sql(
      `INSERT INTO reminders (id, cooperative_id, session_id, member_id, registration_id, kind, occasion, due_at, created_at)
       SELECT id, $1, $2, member_id, registration_id, kind, occasion, due_at, $3
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::timestamptz[])
         AS new (id, member_id, registration_id, kind, occasion, due_at)
       ON CONFLICT ON CONSTRAINT reminders_once DO UPDATE
         SET state = 'waiting', decided_at = NULL, due_at = excluded.due_at, registration_id = excluded.registration_id
         WHERE reminders.state = 'withdrawn'`,
      [
        subject.cooperativeId,
        subject.sessionId,
        this.clock.now(),
        plans.map(() => newId()),
        plans.map((plan) => plan.memberId),
        plans.map((plan) => plan.registrationId),
        plans.map((plan) => plan.kind),
        plans.map((plan) => plan.occasion),
        plans.map((plan) => plan.dueAt),
      ],
    );
  }

  /** Also what waits at the mail server's door: nobody is reminded after the cancelling. */
  private async withdraw(tx: Tx, sessionId: string, memberId: string | undefined): Promise<void> {
    const now = this.clock.now();
    await tx.sql(
      `UPDATE reminders SET state = 'withdrawn', decided_at = $3
       WHERE session_id = $1 AND ($2::uuid IS NULL OR member_id = $2) AND state = 'waiting'`,
      [sessionId, memberId ?? null, now],
    );
    const rows = await tx.sql<{ id: string }>(
      `SELECT id FROM reminders
       WHERE session_id = $1 AND ($2::uuid IS NULL OR member_id = $2) AND state = 'sent'
         AND kind NOT IN ('registration-cancelled', 'registration-rejected', 'registration-expired') AND decided_at > $3::timestamptz - interval '1 day'`,
      [sessionId, memberId ?? null, now],
    );
    await this.mails.withdraw(
      tx,
      rows.map((row) => mailKeyOf(row.id)),
    );
  }

  private async withdrawMoved(tx: Tx, sessionId: string): Promise<void> {
    await tx.sql(
      `UPDATE reminders r SET state = 'withdrawn', decided_at = $2 FROM sessions s
       WHERE r.session_id = $1 AND s.id = r.session_id AND r.state = 'waiting'
         AND (r.kind LIKE 'reminder-%' OR (r.kind = 'session-changed' AND r.occasion <> s.revision::text))`,
      [sessionId, this.clock.now()],
    );
  }

  private async withdrawFollowUps(tx: Tx, sessionId: string): Promise<void> {
    await tx.sql(
      `UPDATE reminders SET state = 'withdrawn', decided_at = $2
       WHERE session_id = $1 AND state = 'waiting' AND kind LIKE 'follow-up-%'`,
      [sessionId, this.clock.now()],
    );
  }
}

function idsOf({ registrationId, memberId }: Registrant): { registrationId: string; memberId: string } {
  return { registrationId, memberId };
}

function countdownOf(registrant: Registrant, since: Date): Plan[] {
  const occasion = registrant.startsAt.toISOString();
  return countdown(registrant.startsAt, since, registrant.zone, policiesWith(registrant.policies)).map((planned) => ({
    ...planned,
    ...idsOf(registrant),
    occasion,
  }));
}
