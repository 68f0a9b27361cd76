import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { QuestionFollowUps } from './question-follow-ups.service.js';

@Injectable()
export class QuestionsWorker {
  constructor(private readonly followUps: QuestionFollowUps) {}

  /** The end stands: it can no longer be undone. */
  @OnEvent('attendance.finalised')
  async finalised(tx: Tx, { payload }: DomainEvent<'attendance.finalised'>): Promise<void> {
    await this.followUps.make(tx, payload.sessionId);
  }
}
