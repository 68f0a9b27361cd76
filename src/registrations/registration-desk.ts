// One batch, one transaction: the session's row locked first, then seats, queue and events together or not at all.

import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '../contracts/error-codes.js';
import { Audit, type AuditRecord } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { Admission, type Admitted, type AdmittedAsk, type CancelRequest, type RegisterRequest } from './admission.js';
import { writeAnswers, type Answered } from './answers.js';
import type { RegistrationOut } from './registration.dto.js';
import { isHere, isRegistrationOpen } from './registration.rules.js';
import type { Held } from './seat.rules.js';
import { SeatGiver } from './seat-giver.js';
import { SeriesArrivalsService } from './series-arrivals.service.js';
import { freeSeats, takeSeats, type Taken } from './seats.js';
import type { SeatedSession } from './seats.sql.js';

type OpenSession = SeatedSession & { startsAt: Date };

/** What a registration came to; `wholeSeriesId` where one registers for all of a series at once. */
export type Arrived = RegistrationOut & { wholeSeriesId: string | null };

@Injectable()
export class RegistrationDesk {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly admission: Admission,
    private readonly seats: SeatGiver,
    private readonly arrivals: SeriesArrivalsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Answers each request in order; one that must fail is answered with its error, and fails nobody else. */
  async register(sessionId: string, requests: readonly RegisterRequest[]): Promise<(Arrived | DomainError)[]> {
    return this.database.transaction((tx) => this.registerIn(tx, sessionId, requests));
  }

  /** The same in the caller's transaction. */
  async registerIn(
    tx: Tx,
    sessionId: string,
    requests: readonly RegisterRequest[],
  ): Promise<(Arrived | DomainError)[]> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    if (!isRegistrationOpen(session, now)) return refuseAll(session, requests, 'registration-closed');
    const admitted = await this.admission.decide(tx, session, requests, now);
    const wholeSeriesId = session.seriesId === null ? null : await ifWhole(tx, session.seriesId);
    const answers = await this.take(tx, session, wholeSeriesId, admitted, now);
    return admitted.asks.map((ask) => {
      if (ask instanceof DomainError) return ask;
      const answer = answers.get(ask);
      return answer ? { ...answer, wholeSeriesId } : ask.refusal;
    });
  }

  /** Frees the places of a batch and gives the seats to the queue at once. */
  async cancel(sessionId: string, requests: readonly CancelRequest[]): Promise<('cancelled' | DomainError)[]> {
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      const here = requests.filter((request) => isHere(session, request));
      if (!isRegistrationOpen(session, now)) return refuseAll(session, requests, 'wrong-state');
      const freed = here.length === 0 ? [] : await freeSeats(tx, session.id, here, now);
      await this.seats.tell(tx, 'registration.cancelled', session, freed);
      const byMember = new Map(here.map((request) => [request.memberId, request]));
      await this.audit.recordMany(
        tx,
        freed.flatMap((one) => entryOfCancel(one, byMember.get(one.memberId))),
      );
      await this.seats.fill(tx, session, now);
      return requests.map((request) => (isHere(session, request) ? 'cancelled' : new DomainError('not-found')));
    });
  }

  /** Fills every free seat from the queue: after more seats were made. */
  async promote(tx: Tx, sessionId: string): Promise<void> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    if (isRegistrationOpen(session, now)) await this.seats.fill(tx, session, now);
  }

  /** Gives back what a member holds who has left; the queue moves up. */
  async drop(tx: Tx, sessionId: string, memberId: string): Promise<void> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    const freed = await freeSeats(tx, sessionId, [{ memberId, registrationId: null, reason: null }], now);
    await this.seats.tell(tx, 'registration.cancelled', session, freed);
    if (isRegistrationOpen(session, now)) await this.seats.fill(tx, session, now);
  }

  /** Whoever waited and now has a seat is told, and whoever has another one; the seat left behind goes to the queue. */
  async afterSwitch(tx: Tx, session: OpenSession, before: Held, after: Held): Promise<void> {
    const moved = [{ registrationId: after.id, memberId: after.memberId }];
    if (after.state !== before.state) await this.seats.tell(tx, 'registration.confirmed', session, moved);
    else if (after.state === 'confirmed') await this.seats.tell(tx, 'registration.switched', session, moved);
    await this.seats.fill(tx, session, this.clock.now());
  }

  private async take(
    tx: Tx,
    session: SeatedSession,
    wholeSeriesId: string | null,
    { asks, quotas }: Admitted,
    now: Date,
  ): Promise<Map<AdmittedAsk, RegistrationOut>> {
    const fit = asks.flatMap((ask) => (ask instanceof DomainError ? [] : [ask]));
    if (fit.length === 0) return new Map();
    const answers = await takeSeats(tx, session, quotas, fit, now);
    await writeAnswers(tx, session.id, answeredBy(fit, answers), now);
    await this.tellOfNew(tx, session, wholeSeriesId, fit, answers);
    return new Map(fit.flatMap((ask, index) => outOf(ask, answers[index])));
  }

  private async tellOfNew(
    tx: Tx,
    session: SeatedSession,
    wholeSeriesId: string | null,
    asks: readonly AdmittedAsk[],
    answers: readonly (Taken | undefined)[],
  ): Promise<void> {
    const made = asks.flatMap(({ by, memberId }, index) => {
      const answer = answers[index];
      return answer?.isNew ? [{ registrationId: answer.id, memberId, state: answer.state, mode: answer.mode, by }] : [];
    });
    for (const state of ['confirmed', 'waitlisted', 'pending'] as const) {
      const inState = made.filter((one) => one.state === state);
      await this.seats.tell(tx, `registration.${state}`, session, inState, wholeSeriesId);
    }
    if (wholeSeriesId !== null) await this.arrivals.add(tx, session.cooperativeId, wholeSeriesId, made);
    const entries = made.flatMap(({ by, registrationId, memberId, state, mode }): AuditRecord[] => {
      if (!by) return [];
      const subject = { type: 'registration', id: registrationId };
      return [
        { actor: by, action: 'registration.made', subject, after: { sessionId: session.id, memberId, state, mode } },
      ];
    });
    await this.audit.recordMany(tx, entries);
  }
}

/** A member's own cancelling is no act of staff. */
function entryOfCancel(
  { registrationId, stateBefore }: { registrationId: string; stateBefore: string },
  request: CancelRequest | undefined,
): AuditRecord[] {
  if (!request?.by) return [];
  const subject = { type: 'registration', id: registrationId };
  const after = { state: 'cancelled', reason: request.reason };
  return [{ actor: request.by, action: 'registration.cancelled', subject, before: { state: stateBefore }, after }];
}

/** The series, if one registers for all of it at once: asked once a batch. */
async function ifWhole(tx: Tx, seriesId: string): Promise<string | null> {
  const [row] = await tx.sql<{ id: string }>(`SELECT id FROM session_series WHERE id = $1 AND registration = 'whole'`, [
    seriesId,
  ]);
  return row?.id ?? null;
}

/** Whose registration is new; an older one keeps its own answers. */
function answeredBy(asks: readonly AdmittedAsk[], taken: readonly (Taken | undefined)[]): Answered[] {
  return asks.flatMap(({ answers }, nth) => {
    const one = taken[nth];
    return one?.isNew === true ? [{ registrationId: one.id, answers }] : [];
  });
}

function outOf(ask: AdmittedAsk, answer: Taken | undefined): [AdmittedAsk, RegistrationOut][] {
  if (!answer) return [];
  const { isNew: _, offerEndsAt, ...out } = answer;
  return [[ask, { ...out, offerEndsAt: offerEndsAt?.toISOString() ?? null }]];
}

/** To whom the session is nothing, it is not even closed. */
function refuseAll(
  session: { cooperativeId: string; state: string },
  requests: readonly Pick<CancelRequest, 'cooperativeId'>[],
  code: ErrorCode,
): DomainError[] {
  return requests.map((request) => new DomainError(isHere(session, request) ? code : 'not-found'));
}
