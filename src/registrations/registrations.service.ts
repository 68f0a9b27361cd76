// Registers, cancels and promotes: many requests at once become few transactions, and no seat is ever given twice.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { GivenAnswers } from '../contracts/questions.js';
import { MembersService } from '../members/members.service.js';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { RegisterOther, RegistrationOut } from './registration.dto.js';
import type { Author, CancelRequest, RegisterRequest } from './admission.js';
import { RegistrationDesk, type Arrived } from './registration-desk.js';
import { RegistrationsQueries, type HeldBy } from './registrations.queries.js';
import type { Mode, Wish } from './seat.rules.js';

/** Whom staff register among many. `carried` where they come from another session. */
export interface Newcomer {
  readonly memberId: string;
  readonly wish?: Omit<Wish, 'acknowledged'>;
  readonly carried?: RegisterRequest['carried'];
}

@Injectable()
export class RegistrationsService {
  private readonly arrivals = new MicroBatcher<RegisterRequest, Arrived>((sessionId, requests) =>
    this.desk.register(sessionId, requests),
  );
  private readonly departures = new MicroBatcher<CancelRequest, 'cancelled'>((sessionId, requests) =>
    this.desk.cancel(sessionId, requests),
  );

  constructor(
    private readonly desk: RegistrationDesk,
    private readonly queries: RegistrationsQueries,
    private readonly sessions: SessionsService,
    private readonly members: MembersService,
  ) {}

  /**
   * A seat, or a place in the queue; asking again answers the same. Nothing is looked up here for each request: the
   * batch looks once for all of them. @throws DomainError not-found,
   * registration-closed, not-eligible, invalid-input
   * @param answers null where nobody was asked: the member may answer later
   */
  async register(
    actor: Actor,
    sessionId: string,
    wish: Wish = {},
    answers: GivenAnswers | null = {},
  ): Promise<Arrived> {
    const { cooperativeId, memberId } = actor;
    return this.arrivals.submit(sessionId, { cooperativeId, memberId, by: null, wish, answers });
  }

  /** Gives the place back; without one nothing happens. @throws DomainError not-found, wrong-state once it is over */
  async cancel({ cooperativeId, memberId }: Actor, sessionId: string): Promise<void> {
    await this.release({ cooperativeId, memberId, sessionId });
  }

  /** The same for who shows by a link that the place is theirs. @throws DomainError as `cancel` */
  async release(place: { cooperativeId: string; memberId: string; sessionId: string }): Promise<void> {
    const { sessionId, cooperativeId, memberId } = place;
    await this.departures.submit(sessionId, { cooperativeId, memberId, registrationId: null, reason: null, by: null });
  }

  /** The actor's own. @throws DomainError not-found */
  async own(actor: Actor, sessionId: string): Promise<RegistrationOut> {
    await this.sessions.accessSession(actor, sessionId);
    return found(await this.queries.live(sessionId, actor.memberId));
  }

  /** By staff, for a member within their reach. @throws DomainError not-found, registration-closed */
  async registerOther(
    actor: Actor,
    sessionId: string,
    { memberId, answers = {}, ...wish }: Omit<RegisterOther, 'mode'> & Omit<Wish, 'acknowledged'>,
  ): Promise<Arrived> {
    await this.sessions.accessSession(actor, sessionId);
    await this.members.accessMember(actor, memberId, 'registrations.manage');
    const { cooperativeId } = actor;
    return this.arrivals.submit(sessionId, { cooperativeId, memberId, by: actor, wish, answers });
  }

  /**
   * By staff, for members whom they were found to reach; one that fails is answered with its error, and fails nobody else.
   */
  async registerAll(
    actor: Author,
    sessionId: string,
    members: readonly Newcomer[],
  ): Promise<(Arrived | DomainError)[]> {
    const { cooperativeId } = actor;
    return Promise.all(
      members.map(({ memberId, wish = {}, carried }) =>
        this.arrivals
          .submit(sessionId, { cooperativeId, memberId, by: actor, wish, answers: null, carried })
          .catch(onlyRefusals),
      ),
    );
  }

  /** By staff, of registrations they were found to reach. @param reason for the members to read */
  async cancelAll(actor: Actor, sessionId: string, held: readonly HeldBy[], reason: string): Promise<void> {
    const { cooperativeId } = actor;
    await Promise.all(
      held.map(({ id: registrationId, memberId }) =>
        this.departures.submit(sessionId, { cooperativeId, memberId, registrationId, reason, by: actor }),
      ),
    );
  }

  /** By staff, with a reason that the member reads; what is cancelled stays so. @throws DomainError not-found, wrong-state */
  async cancelOther(actor: Actor, sessionId: string, registrationId: string, reason: string): Promise<void> {
    await this.sessions.accessSession(actor, sessionId);
    const memberId = found(await this.queries.holder(sessionId, registrationId));
    await this.members.accessMember(actor, memberId, 'registrations.manage');
    const { cooperativeId } = actor;
    await this.departures.submit(sessionId, { cooperativeId, memberId, registrationId, reason, by: actor });
  }

  /** After more seats were made: they go to the queue. */
  async fillNewSeats(tx: Tx, sessionId: string): Promise<void> {
    await this.desk.promote(tx, sessionId);
  }

  /** Gives back every place of a member who has left; the queues move up. */
  async giveBackAll(tx: Tx, memberId: string): Promise<void> {
    for (const sessionId of await this.queries.openSessionsOf(memberId)) {
      await this.desk.drop(tx, sessionId, memberId);
    }
  }

  /** How the member comes, or would; null where they have no place. */
  async modeOf(sessionId: string, memberId: string): Promise<Mode | null> {
    return (await this.queries.live(sessionId, memberId))?.mode ?? null;
  }

  /** Whether the member has a seat in the session now. */
  async isConfirmed(sessionId: string, memberId: string): Promise<boolean> {
    return (await this.queries.live(sessionId, memberId))?.state === 'confirmed';
  }
}

/** What a rule refuses is an answer; what is broken stays an error. */
function onlyRefusals(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
