import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { LedgerService } from './ledger.service.js';

@Injectable()
export class EngagementWorker {
  constructor(private readonly ledger: LedgerService) {}

  @OnEvent('attendance.finalised')
  async recordAttendance(tx: Tx, event: DomainEvent<'attendance.finalised'>): Promise<void> {
    await this.ledger.recordAttendance(tx, event);
  }
}
