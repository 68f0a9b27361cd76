// What staff do to many registrations at once: take them from a list, move them to another session, cancel them.

import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '../contracts/error-codes.js';
import type { Actor } from '../contracts/permissions.js';
import { MemberListsService } from '../members/member-lists.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors.js';
import type { Upload } from '../platform/http/upload.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AnswersService } from './answers.service.js';
import type { ImportMode, ImportOut, Moved, MoveIn, Outcome } from './batch.dto.js';
import type { RegistrationOut } from './registration.dto.js';
import { isRegistrationOpen } from './registration.rules.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { RegistrationsQueries, type HeldBy } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';
import { SeriesRegistrationsService } from './series-registrations.service.js';

/** As many bad lines as a reader mends from one answer. */
const SHOWN = 200;

@Injectable()
export class RegistrationBatchesService {
  constructor(
    private readonly members: MemberListsService,
    private readonly sessions: SessionsService,
    private readonly lists: RegistrationListsService,
    private readonly queries: RegistrationsQueries,
    private readonly registrations: RegistrationsService,
    private readonly series: SeriesRegistrationsService,
    private readonly answers: AnswersService,
    private readonly clock: Clock,
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

  /**
   * `check` changes nothing; `good` registers everybody it can; `all` nobody while a line is bad.
   * @throws DomainError not-found, invalid-file, body-too-large, wrong-state with the number of bad lines
   */
  async take(actor: Actor, sessionId: string, mode: ImportMode, upload: () => Promise<Upload>): Promise<ImportOut> {
    const { state, endsAt } = await this.sessions.accessSession(actor, sessionId);
    if (!isRegistrationOpen({ state, endsAt }, this.clock.now())) throw new DomainError('registration-closed');
    const lines = await this.members.read(actor, await upload(), 'registrations.manage');
    const memberIds = lines.flatMap((line) => ('fault' in line ? [] : [line.memberId]));
    const here = await this.queries.membersHere(sessionId, memberIds);
    const fresh = memberIds.filter((memberId) => !here.has(memberId));
    const bad = lines.filter((line) => 'fault' in line);
    const said = { found: fresh.length, already: memberIds.length - fresh.length, bad: bad.length };
    const seen = { ...said, badLines: bad.slice(0, SHOWN) };
    if (mode === 'check') return { ...seen, outcome: null };
    if (mode === 'all' && bad.length > 0) {
      throw new DomainError('wrong-state', [{ path: 'mode', rule: 'bad-lines', limit: bad.length }]);
    }
    const answers = await this.series.registerAll(
      actor,
      sessionId,
      fresh.map((memberId) => ({ memberId })),
    );
    return { ...seen, outcome: outcomeOf(answers) };
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
