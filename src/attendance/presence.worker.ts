import { Injectable } from '@nestjs/common';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { PresenceService } from './presence.service.js';

@Injectable()
export class PresenceWorker {
  constructor(private readonly presence: PresenceService) {}

  @OnSweep(15)
  async endAbandoned(): Promise<void> {
    await this.presence.endAbandoned();
  }
}
