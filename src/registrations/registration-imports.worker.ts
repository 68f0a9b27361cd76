import { Injectable } from '@nestjs/common';
import type { Jobs } from '../contracts/jobs.js';
import { OnJob, OnSweep } from '../platform/queue/on-job.decorator.js';
import { RegistrationImportRunner } from './registration-import-runner.service.js';

@Injectable()
export class RegistrationImportsWorker {
  constructor(private readonly runner: RegistrationImportRunner) {}

  @OnJob('registrations.import')
  async run({ importId }: Jobs['registrations.import']): Promise<void> {
    await this.runner.run(importId);
  }

  @OnSweep(15)
  async runWaiting(): Promise<void> {
    await this.runner.runWaiting();
  }

  @OnSweep(3_600)
  async forgetOld(): Promise<void> {
    await this.runner.forgetOld();
  }
}
