import { Injectable } from '@nestjs/common';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { AttendanceFinaliser } from './attendance-finaliser.service.js';
import { PresenceService } from './presence.service.js';

@Injectable()
export class AttendanceWorker {
  constructor(
    private readonly presence: PresenceService,
    private readonly finaliser: AttendanceFinaliser,
  ) {}

  @OnSweep(15)
  async endAbandoned(): Promise<void> {
    await this.presence.endAbandoned();
  }

  @OnSweep(15)
  async finaliseDue(): Promise<void> {
    await this.finaliser.finaliseDue();
  }
}
