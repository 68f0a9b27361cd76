// One batch, one transaction: the session's row locked first, then seats, queue and events together or not at all.

import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '../contracts/error-codes.js';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import { newId } from '../platform/ids.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { RegistrationOut } from './registration.dto.js';
import { isRegistrationOpen, type Answered } from './registration.rules.js';
import { freeSeats, promoteQueue, takeSeats, type Changed, type SeatedSession } from './seats.js';

export interface RegisterRequest {
  readonly cooperativeId: string;
  readonly memberId: string;
  /** Staff who does it for the member; null: the member does. */
  readonly by: Actor | null;
}

export interface CancelRequest extends RegisterRequest {
  readonly registrationId: string | null;
  readonly reason: string | null;
}

@Injectable()
export class RegistrationDesk {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Answers each request in order; one that must fail is answered with its error, and fails nobody else. */
  async register(sessionId: string, requests: readonly RegisterRequest[]): Promise<(RegistrationOut | DomainError)[]> {
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      const here = requests.filter((request) => isHere(session, request));
      if (!isRegistrationOpen(session, now)) return refuseAll(session, requests, 'registration-closed');
      const asks = here.map(({ memberId, by }) => ({ id: newId(), memberId, registeredBy: by?.memberId ?? null }));
      const answers = asks.length === 0 ? [] : await takeSeats(tx, session, asks, now);
      await this.tellOfNew(tx, session, here, answers);
      const answerOf = new Map(here.map((request, index) => [request, answers[index]]));
      return requests.map((request) => {
        const answer = answerOf.get(request);
        return answer ? { id: answer.id, state: answer.state, place: answer.place } : new DomainError('not-found');
      });
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
      await this.tell(tx, 'registration.cancelled', session, freed);
      for (const { registrationId, memberId, stateBefore } of freed) {
        const request = here.find((one) => one.memberId === memberId);
        if (request?.by) await this.noteCancelled(tx, request, registrationId, stateBefore);
      }
      await this.promoteLocked(tx, session, now);
      return requests.map((request) => (isHere(session, request) ? 'cancelled' : new DomainError('not-found')));
    });
  }

  /** Fills every free seat from the queue: after more seats were made. */
  async promote(tx: Tx, sessionId: string): Promise<void> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    if (isRegistrationOpen(session, now)) await this.promoteLocked(tx, session, now);
  }

  /** Gives back what a member holds who has left; the queue moves up. */
  async drop(tx: Tx, sessionId: string, memberId: string): Promise<void> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    const freed = await freeSeats(tx, sessionId, [{ memberId, registrationId: null, reason: null }], now);
    await this.tell(tx, 'registration.cancelled', session, freed);
    if (isRegistrationOpen(session, now)) await this.promoteLocked(tx, session, now);
  }

  private async promoteLocked(tx: Tx, session: SeatedSession, now: Date): Promise<void> {
    await this.tell(tx, 'registration.promoted', session, await promoteQueue(tx, session, now));
  }

  private async tellOfNew(
    tx: Tx,
    session: SeatedSession,
    requests: readonly RegisterRequest[],
    answers: readonly (Answered | undefined)[],
  ): Promise<void> {
    const made = requests.flatMap((request, index) => {
      const answer = answers[index];
      return answer?.isNew ? [{ registrationId: answer.id, state: answer.state, ...request }] : [];
    });
    for (const state of ['confirmed', 'waitlisted'] as const) {
      const inState = made.filter((one) => one.state === state);
      await this.tell(tx, `registration.${state}`, session, inState);
    }
    for (const { by, registrationId, memberId, state } of made) {
      if (!by) continue;
      const subject = { type: 'registration', id: registrationId };
      const after = { sessionId: session.id, memberId, state };
      await this.audit.record(tx, { actor: by, action: 'registration.made', subject, after });
    }
  }

  private async noteCancelled(
    tx: Tx,
    request: CancelRequest,
    registrationId: string,
    stateBefore: string,
  ): Promise<void> {
    if (!request.by) return;
    await this.audit.record(tx, {
      actor: request.by,
      action: 'registration.cancelled',
      subject: { type: 'registration', id: registrationId },
      before: { state: stateBefore },
      after: { state: 'cancelled', reason: request.reason },
    });
  }

  private async tell(
    tx: Tx,
    name: 'registration.confirmed' | 'registration.waitlisted' | 'registration.promoted' | 'registration.cancelled',
    session: SeatedSession,
    changes: readonly Changed[],
  ): Promise<void> {
    const { id: sessionId, cooperativeId } = session;
    await this.outbox.appendMany(
      tx,
      name,
      changes.map(({ registrationId, memberId }) => ({ cooperativeId, sessionId, registrationId, memberId })),
    );
  }
}

/** A draft, and another cooperative's session, is not there. */
function isHere(session: { cooperativeId: string; state: string }, request: RegisterRequest): boolean {
  return session.state !== 'draft' && request.cooperativeId === session.cooperativeId;
}

/** To whom the session is nothing, it is not even closed. */
function refuseAll(
  session: { cooperativeId: string; state: string },
  requests: readonly RegisterRequest[],
  code: ErrorCode,
): DomainError[] {
  return requests.map((request) => new DomainError(isHere(session, request) ? code : 'not-found'));
}
