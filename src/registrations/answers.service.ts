// Shows what was asked and answered to those who may read it, lets members change their own, and forgets it in time.

import { Injectable } from '@nestjs/common';
import type { Language } from '../contracts/languages.js';
import type { Actor } from '../contracts/permissions.js';
import { wordingIn } from '../contracts/questions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { Carried } from './answer-moves.rules.js';
import { checkAnswers, givenAgain, isAgreed, shownAnswer, type KeptAnswer } from './answer.rules.js';
import { purgeAnswers, removeAnswers, writeAnswers } from './answers.js';
import type { KeptQuestion } from './question.rules.js';
import type { AnswersInput, MyAnswers, RegistrantAnswers } from './questions.dto.js';
import { answersOf, questionsOf } from './questions.queries.js';
import { askedOf } from './questions.service.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { isRegistrationOpen } from './registration.rules.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { termsOf } from './terms.queries.js';
import { isClosed } from './terms.rules.js';

const PURGE_AT_ONCE = 1_000;
const NO_ANSWERS: ReadonlyMap<string, KeptAnswer> = new Map();

/** A question as the head of a column. */
export interface QuestionHeader {
  readonly id: string;
  readonly title: string;
}

/** As a cell of a table: a text, or the instant at which a consent was given. */
export type ShownAnswer = string | Date;

@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly lists: RegistrationListsService,
    private readonly queries: RegistrationsQueries,
    private readonly clock: Clock,
  ) {}

  /** The actor's own, with what is asked. @throws DomainError not-found without a live registration */
  async mine(actor: Actor, sessionId: string): Promise<MyAnswers> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const { id } = found(await this.queries.live(sessionId, actor.memberId));
    const [terms, { questions }] = await Promise.all([
      termsOf(this.database, sessionId),
      questionsOf(this.database, sessionId),
    ]);
    const now = this.clock.now();
    const canChange = isRegistrationOpen(session, now) && !isClosed(terms, now);
    return myAnswersOf(questions, await this.answersOfOne(id), canChange);
  }

  /** All of them at once; what is left out is not answered any more. @throws DomainError not-found, registration-closed, invalid-input */
  async change(actor: Actor, sessionId: string, input: AnswersInput): Promise<MyAnswers> {
    await this.sessions.accessSession(actor, sessionId);
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      const { id } = found(await this.queries.live(sessionId, actor.memberId, tx));
      if (!isRegistrationOpen(session, now) || isClosed(await termsOf(tx, sessionId), now)) {
        throw new DomainError('registration-closed');
      }
      const { questions } = await questionsOf(tx, sessionId);
      const before = (await answersOf(tx, [id])).get(id) ?? NO_ANSWERS;
      const { answers, faults } = checkAnswers(questions, input.answers, { by: 'member', now, before });
      if (faults.length > 0) throw new DomainError('invalid-input', faults);
      const asked = askedOf(questions).map((question) => question.id);
      const kept = new Map(answers.map(({ questionId, value }) => [questionId, value]));
      await removeAnswers(
        tx,
        id,
        asked.filter((questionId) => !kept.has(questionId)),
      );
      await writeAnswers(tx, sessionId, [{ registrationId: id, answers }], now);
      return myAnswersOf(questions, kept, true);
    });
  }

  /** One registrant's, for those who may read that registration. @throws DomainError not-found, forbidden */
  async ofRegistrant(
    actor: Actor,
    sessionId: string,
    registrationId: string,
    language: Language,
  ): Promise<RegistrantAnswers> {
    await this.lists.accessOne(actor, sessionId, registrationId);
    const { questions } = await questionsOf(this.database, sessionId);
    const answers = await this.answersOfOne(registrationId);
    const shown = questions.filter(({ id, isArchived }) => !isArchived || answers.has(id));
    return { items: shown.map((question) => itemOf(question, answers.get(question.id), language)) };
  }

  /** What a session asks and has asked, in order, as heads of columns. The caller has checked who reads. */
  async headers(sessionId: string, language: Language): Promise<QuestionHeader[]> {
    const { questions } = await questionsOf(this.database, sessionId);
    return questions.map(({ id, label }) => ({ id, title: wordingIn(label, language) }));
  }

  /** By registration id and question id. The caller has checked who reads, and leaves the audit entry. */
  async answersOf(
    sessionId: string,
    registrationIds: readonly string[],
    language: Language,
  ): Promise<Map<string, Map<string, ShownAnswer>>> {
    const { questions } = await questionsOf(this.database, sessionId);
    const byId = new Map(questions.map((question) => [question.id, question]));
    const shown = (id: string, value: KeptAnswer): ShownAnswer => {
      const question = byId.get(id);
      if (isAgreed(value)) return new Date(value.at);
      return question ? shownAnswer(question, value, language).join('; ') : '';
    };
    const answers = await answersOf(this.database, registrationIds);
    return new Map(
      [...answers].map(([registrationId, given]) => [
        registrationId,
        new Map([...given].map(([id, value]) => [id, shown(id, value)])),
      ]),
    );
  }

  /** By registration, what goes along where it is moved. The caller has checked that they may move all of them. */
  async carriedFrom(sessionId: string, registrationIds: readonly string[]): Promise<(id: string) => Carried> {
    const { questions } = await questionsOf(this.database, sessionId);
    const answers = await answersOf(this.database, registrationIds);
    return (id) => ({ questions, answers: answers.get(id) ?? NO_ANSWERS });
  }

  /** Throws away what is past its time. */
  async purge(): Promise<void> {
    const now = this.clock.now();
    while ((await purgeAnswers(this.database, now, PURGE_AT_ONCE)) === PURGE_AT_ONCE);
  }

  private async answersOfOne(registrationId: string): Promise<ReadonlyMap<string, KeptAnswer>> {
    return (await answersOf(this.database, [registrationId])).get(registrationId) ?? NO_ANSWERS;
  }
}

function myAnswersOf(
  questions: readonly KeptQuestion[],
  answers: ReadonlyMap<string, KeptAnswer>,
  canChange: boolean,
): MyAnswers {
  const asked = askedOf(questions);
  const given = asked.flatMap(({ id }) => {
    const value = answers.get(id);
    return value === undefined ? [] : [[id, givenAgain(value)] as const];
  });
  return { questions: asked, answers: Object.fromEntries(given), canChange };
}

function itemOf(
  question: KeptQuestion,
  value: KeptAnswer | undefined,
  language: Language,
): RegistrantAnswers['items'][number] {
  const { id, kind, label, isArchived } = question;
  const agreed = value !== undefined && isAgreed(value) ? value : null;
  return {
    ...{ questionId: id, kind, label: wordingIn(label, language), isArchived },
    values: value === undefined ? [] : shownAnswer(question, value, language),
    agreedAt: agreed?.at ?? null,
    textVersion: agreed?.textVersion ?? null,
  };
}
