import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { AnswerMailer } from './answer-mailer.js';
import { LibraryRetention } from './library-retention.service.js';
import { QuestionFollowUps } from './question-follow-ups.service.js';

@Injectable()
export class QuestionsWorker {
  constructor(
    private readonly followUps: QuestionFollowUps,
    private readonly mailer: AnswerMailer,
    private readonly retention: LibraryRetention,
  ) {}

  /** The end stands: it can no longer be undone. */
  @OnEvent('attendance.finalised')
  async finalised(tx: Tx, { payload }: DomainEvent<'attendance.finalised'>): Promise<void> {
    await this.followUps.make(tx, payload.sessionId);
  }

  @OnEvent('question.answered')
  async answered(tx: Tx, { payload }: DomainEvent<'question.answered'>): Promise<void> {
    await this.mailer.tell(tx, payload.questionId);
  }

  @OnSweep(3_600)
  async emptyPutAway(): Promise<void> {
    await this.retention.emptyPutAway();
  }
}
