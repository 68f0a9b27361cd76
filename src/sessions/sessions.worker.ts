import { Injectable } from '@nestjs/common';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { SessionLifecycleService } from './session-lifecycle.service.js';
import { StageService } from './stage.service.js';

@Injectable()
export class SessionsWorker {
  constructor(
    private readonly lifecycle: SessionLifecycleService,
    private readonly stage: StageService,
  ) {}

  @OnSweep(30)
  async closeUnended(): Promise<void> {
    await this.lifecycle.closeUnended();
  }

  @OnSweep(30)
  async closeStages(): Promise<void> {
    await this.stage.closeLeft();
  }
}
