// Sets what a session asks of those who register.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { Question, QuestionsInput } from '../contracts/questions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { SessionsService, type LockedSession } from '../sessions/sessions.service.js';
import { nextQuestions, questionFaults, type KeptQuestion } from './question.rules.js';
import type { AskedQuestion, QuestionsOut } from './questions.dto.js';
import { answeredIn, questionsOf } from './questions.queries.js';
import { RegistrationQuestions } from './registration-questions.entity.js';

@Injectable()
export class QuestionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async of(actor: Actor, sessionId: string): Promise<QuestionsOut> {
    await this.sessions.accessSession(actor, sessionId);
    const { version, questions } = await questionsOf(this.database, sessionId);
    return { version, questions: listed(questions, await answeredIn(this.database, sessionId, idsOf(questions))) };
  }

  /**
   * The whole list from now on. A question that was answered keeps its kind, and is archived where it is taken away.
   * @throws DomainError not-found, version-conflict, invalid-input
   */
  async set(actor: Actor, sessionId: string, input: QuestionsInput): Promise<QuestionsOut> {
    await this.sessions.accessSession(actor, sessionId);
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      await assertRead(tx, session, input);
      return this.ask(tx, actor, session, input.questions);
    });
  }

  /**
   * The same list for many sessions that the caller has locked, and has the actor's right to; each keeps what was answered
   * in it. @param sessions the first is the one whose questions were read. @throws DomainError as `set`
   */
  async setAll(tx: Tx, actor: Actor, sessions: readonly LockedSession[], input: QuestionsInput): Promise<void> {
    for (const [nth, session] of sessions.entries()) {
      if (nth === 0) await assertRead(tx, session, input);
      await this.ask(tx, actor, session, input.questions);
    }
  }

  /** What a session asks, for others to ask as well; not what it asks no more. The caller has checked who reads. */
  async contentOf(sessionId: string): Promise<Question[]> {
    return stillAsked((await questionsOf(this.database, sessionId)).questions);
  }

  /** Such questions for new sessions of the actor's cooperative. */
  async give(tx: Tx, actor: Actor, asked: readonly Question[], sessionIds: readonly string[]): Promise<void> {
    if (asked.length === 0) return;
    const questions = nextQuestions(asked, [], new Set());
    const common = { cooperativeId: actor.cooperativeId, version: 1, questions, updatedAt: this.clock.now() };
    await tx.manager.insert(
      RegistrationQuestions,
      sessionIds.map((sessionId) => ({ ...common, sessionId })),
    );
  }

  /** Another session's questions for a new one. */
  async copy(tx: Tx, actor: Actor, fromId: string, sessionId: string): Promise<void> {
    await this.give(tx, actor, stillAsked((await questionsOf(tx, fromId)).questions), [sessionId]);
  }

  private async ask(tx: Tx, actor: Actor, session: LockedSession, wanted: readonly Question[]): Promise<QuestionsOut> {
    const before = await questionsOf(tx, session.id);
    const answered = await answeredIn(tx, session.id, idsOf(before.questions));
    const faults = questionFaults(wanted, before.questions, answered, session.language);
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
    const questions = nextQuestions(wanted, before.questions, answered);
    await this.save(tx, session, before.version + 1, questions);
    await this.audit.record(tx, {
      actor,
      action: 'session.questions-changed',
      subject: { type: 'session', id: session.id },
      before: { questions: before.questions },
      after: { questions },
    });
    return { version: before.version + 1, questions: listed(questions, answered) };
  }

  private async save(
    tx: Tx,
    { id: sessionId, cooperativeId }: { id: string; cooperativeId: string },
    version: number,
    questions: KeptQuestion[],
  ): Promise<void> {
    const updatedAt = this.clock.now();
    await tx.manager.save(RegistrationQuestions, { sessionId, cooperativeId, version, questions, updatedAt });
  }
}

/** @throws DomainError version-conflict for a list that somebody else has changed meanwhile */
async function assertRead(tx: Tx, { id }: LockedSession, { version }: QuestionsInput): Promise<void> {
  if ((await questionsOf(tx, id)).version !== version) throw new DomainError('version-conflict');
}

/** As those see them who answer. */
export function askedOf(questions: readonly KeptQuestion[]): AskedQuestion[] {
  return questions
    .filter(({ isArchived }) => !isArchived)
    .map(({ isArchived: _, pastOptions: __, ...question }) => question);
}

function stillAsked(questions: readonly KeptQuestion[]): Question[] {
  return askedOf(questions).map(({ textVersion: _, ...question }) => question);
}

function listed(questions: readonly KeptQuestion[], answered: ReadonlySet<string>): QuestionsOut['questions'] {
  return stillAsked(questions).map((question) => ({ ...question, hasAnswers: answered.has(question.id) }));
}

function idsOf(questions: readonly { id: string }[]): string[] {
  return questions.map(({ id }) => id);
}
