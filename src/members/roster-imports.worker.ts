import { Injectable } from '@nestjs/common';
import type { Jobs } from '../contracts/jobs.js';
import { OnJob, OnSweep } from '../platform/queue/on-job.decorator.js';
import { RosterRunner } from './roster-runner.service.js';

@Injectable()
export class RosterImportsWorker {
  constructor(private readonly runner: RosterRunner) {}

  @OnJob('roster.import')
  async run({ importId }: Jobs['roster.import']): Promise<void> {
    await this.runner.run(importId);
  }

  @OnSweep(5)
  async runWaiting(): Promise<void> {
    await this.runner.runWaiting();
  }

  @OnSweep(3_600)
  async forgetOld(): Promise<void> {
    await this.runner.forgetOld();
  }
}
