import { Injectable } from '@nestjs/common';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { SessionLifecycleService } from './session-lifecycle.service.js';

@Injectable()
export class SessionsWorker {
  constructor(private readonly lifecycle: SessionLifecycleService) {}

  @OnSweep(30)
  async closeUnended(): Promise<void> {
    await this.lifecycle.closeUnended();
  }
}
