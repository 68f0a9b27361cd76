import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { PollClosing } from './poll-closing.service.js';

@Injectable()
export class PollsWorker {
  constructor(private readonly closing: PollClosing) {}

  @OnEvent('session.ended')
  async ended(tx: Tx, { payload }: DomainEvent<'session.ended'>): Promise<void> {
    await this.closing.closeLeftOpen(tx, payload.sessionId);
  }

  @OnEvent('session.cancelled')
  async cancelled(tx: Tx, { payload }: DomainEvent<'session.cancelled'>): Promise<void> {
    await this.closing.closeLeftOpen(tx, payload.sessionId);
  }
}
