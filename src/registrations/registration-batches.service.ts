// What staff do to many registrations at once: move them to another session, cancel them.

import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '../contracts/error-codes.js';
import type { Actor } from '../contracts/permissions.js';
import { DomainError } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AnswersService } from './answers.service.js';
import type { Moved, MoveIn, Outcome } from './batch.dto.js';
import type { RegistrationOut } from './registration.dto.js';
import { RegistrationListsService } from './registration-lists.service.js';
import type { HeldBy } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';
import { SeriesRegistrationsService } from './series-registrations.service.js';

@Injectable()
export class RegistrationBatchesService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly lists: RegistrationListsService,
    private readonly registrations: RegistrationsService,
    private readonly series: SeriesRegistrationsService,
    private readonly answers: AnswersService,
  ) {}

  /** @param reason for the members to read. @throws DomainError not-found, wrong-state once the session is over */
  async cancel(actor: Actor, sessionId: string, ids: readonly string[], reason: string): Promise<void> {
    const held = await this.lists.accessAll(actor, sessionId, ids);
    await this.registrations.cancelAll(actor, sessionId, held, reason);
  }

  /**
   * Each is registered there first and cancelled here after: whatever happens between, nobody is without a place.
   * Whoever has one there already keeps it, and where there is a choice there they come as they came here. What both sessions ask is answered there as it was here. @throws DomainError not-found, invalid-input for the same session
   */
  async move(actor: Actor, sessionId: string, { registrationIds, toSessionId, reason }: MoveIn): Promise<Moved> {
    if (toSessionId === sessionId)
      throw new DomainError('invalid-input', [{ path: 'toSessionId', rule: 'not-allowed' }]);
    const asked = await this.lists.accessAll(actor, sessionId, registrationIds);
    // Whoever gave the place back meanwhile is not to be found in another session.
    const held = asked.filter(({ isLive }) => isLive);
    await this.sessions.accessSession(actor, toSessionId);
    const carriedOf = await this.answers.carriedFrom(
      sessionId,
      held.map(({ id }) => id),
    );
    const newcomers = held.map(({ id, memberId, mode }) => ({
      memberId,
      wish: { preferred: mode },
      carried: carriedOf(id),
    }));
    const answers = await this.series.registerAll(actor, toSessionId, newcomers);
    const moved = held.filter((_, nth) => !(answers[nth] instanceof DomainError));
    await this.registrations.cancelAll(actor, sessionId, moved, reason);
    const gone = asked.filter(({ isLive }) => !isLive).map((one) => stayedOf(one, 'wrong-state'));
    const refused = held.flatMap((one, nth) => {
      const answer = answers[nth];
      return answer instanceof DomainError ? [stayedOf(one, answer.code)] : [];
    });
    const stayed = [...gone, ...refused];
    return { ...outcomeOf(answers), refused: stayed.length, stayed };
  }
}

function stayedOf({ id: registrationId, number, name }: HeldBy, code: ErrorCode): Moved['stayed'][number] {
  return { registrationId, number, name, code };
}

function outcomeOf(answers: readonly (RegistrationOut | DomainError)[]): Outcome {
  const inState = (...states: RegistrationOut['state'][]): number =>
    answers.filter((answer) => !(answer instanceof DomainError) && states.includes(answer.state)).length;
  return {
    confirmed: inState('confirmed'),
    queued: inState('waitlisted', 'offered', 'pending'),
    refused: answers.filter((answer) => answer instanceof DomainError).length,
  };
}
