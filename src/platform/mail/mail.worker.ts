import { Injectable } from '@nestjs/common';
import type { Jobs } from '../../contracts/jobs.js';
import { MAIL_LANES } from '../../contracts/mail.js';
import { Clock } from '../clock.js';
import { OnJob, OnSweep } from '../queue/on-job.decorator.js';
import { Courier } from './courier.js';
import { MailStore } from './mail-store.js';

const DAY_MS = 86_400_000;
const KEEP_DAYS = 30;

@Injectable()
export class MailWorker {
  constructor(
    private readonly courier: Courier,
    private readonly store: MailStore,
    private readonly clock: Clock,
  ) {}

  /** Only rings: a job that waited for a slow lane would hold up the wake-ups of the others. */
  @OnJob('mail.send')
  send({ lane }: Jobs['mail.send']): Promise<void> {
    this.courier.ring(lane);
    return Promise.resolve();
  }

  /** Finds what no wake-up told of: retries that came due, leases that lapsed, wake-ups that were lost. */
  @OnSweep(2)
  async sweep(): Promise<void> {
    await this.store.setUncertain(this.clock.now());
    for (const lane of MAIL_LANES) this.courier.ring(lane);
  }

  @OnSweep(3_600)
  async forgetBodies(): Promise<void> {
    await this.store.forgetBodies(new Date(this.clock.now().getTime() - KEEP_DAYS * DAY_MS));
  }
}
