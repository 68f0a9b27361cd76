// Decides of a batch who may register and how each begins: by the terms, looked up once for all of them.

import { Injectable } from '@nestjs/common';
import type { FieldFault } from '../contracts/error-codes.js';
import type { GivenAnswers } from '../contracts/questions.js';
import type { AuditRecord } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { answersGoingTo, type Carried } from './answer-moves.rules.js';
import { checkAnswers, type Answer } from './answer.rules.js';
import type { KeptQuestion } from './question.rules.js';
import { questionsOf } from './questions.queries.js';
import { isHere } from './registration.rules.js';
import { modeFor, type Wish } from './seat.rules.js';
import type { Ask } from './seats.js';
import type { SeatedSession } from './seats.sql.js';
import { applicantsOf, namesOf, termsOf } from './terms.queries.js';
import {
  asksAnything,
  entryFor,
  isClosed,
  missing,
  missingFaults,
  quotasAt,
  type Quota,
  type Terms,
} from './terms.rules.js';

/** Staff who acts, as the audit names them. */
export type Author = AuditRecord['actor'];

interface Request {
  readonly cooperativeId: string;
  readonly memberId: string;
  /** Staff who does it for the member; null: the member does. */
  readonly by: Author | null;
}

export interface RegisterRequest extends Request {
  readonly wish: Wish;
  /** Null: nobody was asked; the member may answer later. */
  readonly answers: GivenAnswers | null;
  /** What they answered in the session they are moved from. */
  readonly carried?: Carried | undefined;
}

export interface CancelRequest extends Request {
  readonly registrationId: string | null;
  readonly reason: string | null;
}

export interface AdmittedAsk extends Ask {
  readonly answers: readonly Answer[];
  readonly by: Author | null;
  /** What is answered where no registration comes of it. */
  readonly refusal: DomainError;
}

/** What each request comes to, and the quotas by which seats are given now. */
export interface Admitted {
  readonly asks: readonly (AdmittedAsk | DomainError)[];
  readonly quotas: readonly Quota[];
}

type OpenSession = SeatedSession & { state: string; protocol: string; startsAt: Date };

@Injectable()
export class Admission {
  /** Staff are stopped by no terms; a member who has a registration gets that one, whatever the terms became since. */
  async decide(tx: Tx, session: OpenSession, requests: readonly RegisterRequest[], now: Date): Promise<Admitted> {
    const terms = await termsOf(tx, session.id);
    const { questions } = await questionsOf(tx, session.id);
    const refusals = await this.refusals(tx, session.id, terms, requests, now);
    const asks = requests.map((request) =>
      askOf(session, request, { terms, questions }, refusals.get(request.memberId), now),
    );
    return { asks, quotas: quotasAt(terms, session, now) };
  }

  /** By member, why not. */
  private async refusals(
    tx: Tx,
    sessionId: string,
    terms: Terms,
    requests: readonly RegisterRequest[],
    now: Date,
  ): Promise<Map<string, DomainError>> {
    const ids = requests.filter(({ by }) => by === null).map(({ memberId }) => memberId);
    if (isClosed(terms, now)) return new Map(ids.map((id) => [id, new DomainError('registration-closed')]));
    if (!asksAnything(terms) || ids.length === 0) return new Map();
    const lacking = [...(await applicantsOf(tx, sessionId, terms, ids))].map(
      ([id, who]) => [id, missing(terms, who)] as const,
    );
    const nameOf = await namesOf(
      tx,
      lacking.flatMap(([, list]) => list),
    );
    return new Map(
      lacking.flatMap(([id, list]) =>
        list.length === 0
          ? []
          : [
              [
                id,
                new DomainError(
                  'not-eligible',
                  missingFaults(list, (one) => nameOf(one).name),
                ),
              ] as const,
            ],
      ),
    );
  }
}

/** What a request comes to here, or why it cannot; who is registered by staff is asked to acknowledge nothing. */
function askOf(
  session: OpenSession,
  { cooperativeId, memberId, by, wish, answers, carried }: RegisterRequest,
  { terms, questions }: { terms: Terms; questions: readonly KeptQuestion[] },
  refusal: DomainError | undefined,
  now: Date,
): AdmittedAsk | DomainError {
  if (!isHere(session, { cooperativeId })) return new DomainError('not-found');
  const chosen = modeFor(session, by ? { ...wish, acknowledged: true } : wish);
  const answerer = by === null && answers !== null ? 'member' : 'staff';
  const checked = checkAnswers(questions, answers ?? {}, { by: answerer, now });
  if ('fault' in chosen) return new DomainError('invalid-input', [chosen.fault, ...checked.faults]);
  const refused = (by === null ? refusal : undefined) ?? faulty(checked.faults);
  return {
    id: newId(),
    memberId,
    mode: chosen.mode,
    acknowledgedAt: by === null && wish.acknowledged === true ? now : null,
    registeredBy: by?.memberId ?? null,
    answers: [...checked.answers, ...(carried ? answersGoingTo(questions, carried) : [])],
    entry: refused ? null : entryFor(terms, by !== null),
    by,
    refusal: refused ?? new DomainError('not-found'),
  };
}

function faulty(faults: readonly FieldFault[]): DomainError | undefined {
  return faults.length > 0 ? new DomainError('invalid-input', faults) : undefined;
}
