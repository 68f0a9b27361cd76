// Written answers outside the room: given later to what a session left open, corrected, taken out of the library and put back.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { RoomDesk } from '../room/room-desk.service.js';
import { RoomLog } from '../room/room-log.service.js';
import { QuestionActs } from './question-acts.service.js';
import type { LaterAnswer, SeenQuestion } from './question.dto.js';
import { fitsLater, mayLater, type LaterAct } from './question.rules.js';
import { QuestionsQueries } from './questions.queries.js';

@Injectable()
export class QuestionAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: RoomDesk,
    private readonly log: RoomLog,
    private readonly queries: QuestionsQueries,
    private readonly acts: QuestionActs,
  ) {}

  /** To a follow-up; who asked and who voted get it by mail. @throws DomainError not-found, forbidden, version-conflict, wrong-state */
  answer(actor: Actor, questionId: string, { version, text }: LaterAnswer): Promise<void> {
    return this.act(actor, questionId, version, { kind: 'answer', text, memberId: actor.memberId });
  }

  /** Another wording of what stands in the library; nobody gets it by mail again. @throws DomainError as `answer` */
  correct(actor: Actor, questionId: string, { version, text }: LaterAnswer): Promise<void> {
    return this.act(actor, questionId, version, { kind: 'correct', text });
  }

  /** Out of the library. @throws DomainError as `answer` */
  archive(actor: Actor, questionId: string, { version }: SeenQuestion): Promise<void> {
    return this.act(actor, questionId, version, { kind: 'archive' });
  }

  /** Back into it, while its words are kept. @throws DomainError as `answer` */
  restore(actor: Actor, questionId: string, { version }: SeenQuestion): Promise<void> {
    return this.act(actor, questionId, version, { kind: 'restore' });
  }

  private async act(actor: Actor, questionId: string, version: number, act: LaterAct): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sessionId = found(await this.queries.sessionOf(tx, actor.cooperativeId, questionId));
      // The room first, as every act on a question does; then the question as it stands now.
      const room = await this.log.lock(tx, sessionId);
      const question = found(await this.queries.one(tx, sessionId, questionId));
      await this.assertMay(tx, actor, sessionId, questionId, act, question.answeredBy);
      if (question.version !== version) throw new DomainError('version-conflict');
      if (!fitsLater(question, act)) throw new DomainError('wrong-state');
      const events = await this.acts.told(tx, sessionId, async () => [
        await this.acts.byStaff(tx, actor, question, act, this.clock.now()),
      ]);
      // Nobody comes into that room any more, and its log keeps no words.
      if (room.isEmptied) return;
      const by = { memberId: actor.memberId };
      await this.log.append(
        tx,
        room,
        events.map((event) => ({ ...event, by })),
      );
    });
  }

  private async assertMay(
    tx: Tx,
    { memberId }: Actor,
    sessionId: string,
    questionId: string,
    act: LaterAct,
    answeredBy: string | null,
  ): Promise<void> {
    const followUp = await this.queries.followUpOwner(tx, questionId);
    // Only what a session left open is answered outside its room.
    if (act.kind === 'answer') found(followUp);
    const { role } = await this.desk.place(memberId, sessionId, tx);
    const who = { role, isOwner: followUp?.ownerId === memberId, hasAnswered: answeredBy === memberId };
    if (!mayLater(act.kind, who)) throw new DomainError('forbidden');
  }
}
