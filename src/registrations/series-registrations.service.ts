// Registers for a whole series at once: in each session by its own seats and its own queue, as if it had been asked alone.

import { Injectable } from '@nestjs/common';
import type { DomainEvents } from '../contracts/events.js';
import type { Actor } from '../contracts/permissions.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import type { Author } from './admission.js';
import type { RegisteredOut, RegisterIn, RegisterOther, RegistrationOut, SeriesPlace } from './registration.dto.js';
import { RegistrationDesk, type Arrived } from './registration-desk.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsService, type Newcomer } from './registrations.service.js';
import { SeriesArrivalsService } from './series-arrivals.service.js';

@Injectable()
export class SeriesRegistrationsService {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly desk: RegistrationDesk,
    private readonly queries: RegistrationsQueries,
    private readonly arrivals: SeriesArrivalsService,
  ) {}

  /** In this session, and in the rest of its series where one registers for all of it. @throws DomainError as for one session */
  async register(actor: Actor, sessionId: string, { answers = {}, ...wish }: RegisterIn): Promise<RegisteredOut> {
    const elsewhere = { preferred: wish.mode, acknowledged: wish.acknowledged };
    return this.withOthers(actor, sessionId, (one) =>
      one === sessionId
        ? this.registrations.register(actor, one, wish, answers)
        : this.registrations.register(actor, one, elsewhere, null),
    );
  }

  /** The same by staff. @throws DomainError as for one session */
  async registerOther(actor: Actor, sessionId: string, body: RegisterOther): Promise<RegisteredOut> {
    const member = { cooperativeId: actor.cooperativeId, memberId: body.memberId };
    return this.withOthers(member, sessionId, (one) =>
      this.registrations.registerOther(
        actor,
        one,
        one === sessionId ? body : { memberId: body.memberId, preferred: body.mode },
      ),
    );
  }

  /** The same for many by staff, whom they were found to reach. @returns what came of each in the session that was asked for */
  async registerAll(
    actor: Author,
    sessionId: string,
    members: readonly Newcomer[],
  ): Promise<(Arrived | DomainError)[]> {
    const answers = await this.registrations.registerAll(actor, sessionId, members);
    // Answers go to the one session that was asked for.
    const arrived = members.flatMap(({ memberId, wish }, nth) =>
      answers[nth] instanceof DomainError ? [] : [{ memberId, wish: { preferred: wish?.mode ?? wish?.preferred } }],
    );
    const seriesId = answers
      .map((one) => (one instanceof DomainError ? null : one.wholeSeriesId))
      .find((id) => id !== null);
    if (seriesId === undefined) return answers;
    const coming = await this.queries.comingOfSeries(seriesId, sessionId);
    const refused = new Map(arrived.map(({ memberId }) => [memberId, new Array<Refused>()]));
    for (const one of coming) {
      const there = await this.registrations.registerAll(actor, one.sessionId, arrived);
      arrived.forEach(({ memberId }, nth) => refused.get(memberId)?.push(...refusalIn(one.sessionId, there[nth])));
    }
    const { cooperativeId } = actor;
    await this.arrivals.announce(
      [...refused].map(([memberId, list]) => ({ cooperativeId, seriesId, memberId, refused: list })),
    );
    return answers;
  }

  /** Gives back every place in the series that is still of use. @throws DomainError as for one session */
  async cancel(actor: Actor, sessionId: string): Promise<void> {
    await this.registrations.cancel(actor, sessionId);
    const others = await this.queries.placesInSeries(sessionId, actor.memberId);
    await Promise.all(others.map((one) => orCode(this.registrations.cancel(actor, one))));
  }

  /** Whoever registered for the whole series is in a session of it, too, that is shown only now. */
  async admit(tx: Tx, sessionId: string): Promise<void> {
    const members = await this.queries.wholeSeriesMembers(tx, sessionId);
    if (members.length === 0) return;
    const requests = members.map(({ cooperativeId, memberId, mode, acknowledged }) => ({
      cooperativeId,
      memberId,
      by: null,
      wish: { preferred: mode, acknowledged },
      answers: null,
    }));
    const answers = await this.desk.registerIn(tx, sessionId, requests);
    const refused = answers.flatMap((answer, nth) => {
      const member = members[nth];
      return answer instanceof DomainError && member ? [{ ...member, code: answer.code }] : [];
    });
    await this.arrivals.refuse(tx, sessionId, refused);
  }

  /** The session that was asked for decides; what the others refuse is told, and undoes nothing. */
  private async withOthers(
    { cooperativeId, memberId }: Pick<Actor, 'cooperativeId' | 'memberId'>,
    sessionId: string,
    ask: (sessionId: string) => Promise<Arrived>,
  ): Promise<RegisteredOut> {
    const { wholeSeriesId: seriesId, ...first } = await ask(sessionId);
    if (seriesId === null) return { ...first, others: [] };
    const coming = await this.queries.comingOfSeries(seriesId, sessionId);
    const outcomes = await Promise.all(
      coming.map(async (one) => ({ ...one, outcome: await orCode(ask(one.sessionId)) })),
    );
    const refused = outcomes.flatMap((one) => refusalIn(one.sessionId, one.outcome));
    await this.arrivals.announce([{ cooperativeId, seriesId, memberId, refused }]);
    return { ...first, others: outcomes.map((one) => placeIn(one.sessionId, one.startsAt, one.outcome)) };
  }
}

type Refused = DomainEvents['series.joined']['refused'][number];

function refusalIn(sessionId: string, outcome: Arrived | DomainError | undefined): Refused[] {
  return outcome instanceof DomainError ? [{ sessionId, code: outcome.code }] : [];
}

function placeIn(sessionId: string, startsAt: Date, outcome: RegistrationOut | DomainError): SeriesPlace {
  const about = { sessionId, startsAt: startsAt.toISOString() };
  if (outcome instanceof DomainError) return { ...about, state: null, place: null, code: outcome.code };
  return { ...about, state: outcome.state, place: outcome.place, code: null };
}

/** A refusal is an outcome here; anything else that goes wrong is not. */
async function orCode<Done>(work: Promise<Done>): Promise<Done | DomainError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
