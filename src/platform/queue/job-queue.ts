// Puts wake-ups into the queue. Failing to is never fatal: the row is there, and a sweep finds it.

import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { JOB_CONCURRENCY, type JobName, type Jobs } from '../../contracts/jobs.js';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { messageOf } from '../errors.js';
import { closeWithin } from './close-within.js';
import { openQueue, type QueueHandle } from './backend.js';

const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: 1_000, attempts: 1 };

@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger(JobQueue.name);
  private readonly queues = new Map<JobName, QueueHandle>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** True when the wake-ups were taken; false (logged) when the queue is out of reach: leave the rows to the sweep. */
  async wake<Name extends JobName>(name: Name, data: readonly Jobs[Name][]): Promise<boolean> {
    try {
      const opts = { ...JOB_OPTIONS, timestamp: this.clock.now().getTime() };
      await this.queue(name).addBulk(data.map((item) => ({ name, data: item, opts })));
      return true;
    } catch (error) {
      this.logger.warn(`The queue takes no ${name}: ${messageOf(error)}`);
      return false;
    }
  }

  /** How many jobs wait or run, by job; for metrics. */
  async depths(): Promise<Record<string, number>> {
    const names = this.names();
    const counts = await Promise.all(names.map((name) => this.queue(name).getJobCounts()));
    return Object.fromEntries(
      names.map((name, index) => [name, (counts[index]?.['waiting'] ?? 0) + (counts[index]?.['active'] ?? 0)]),
    );
  }

  /** For how many seconds the first of those that wait has, by job; 0 where none does; for metrics. */
  async lags(): Promise<Record<string, number>> {
    const now = this.clock.now().getTime();
    const names = this.names();
    const since = await Promise.all(names.map((name) => this.longestWaiting(name)));
    return Object.fromEntries(names.map((name, index) => [name, Math.max(0, now - (since[index] ?? now)) / 1_000]));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => closeWithin(1, queue)));
  }

  private names(): JobName[] {
    return Object.keys(JOB_CONCURRENCY).filter((name): name is JobName => name in JOB_CONCURRENCY);
  }

  /** Since when, in milliseconds. The backends list in opposite orders, so both ends are looked at. */
  private async longestWaiting(name: JobName): Promise<number | undefined> {
    const queue = this.queue(name);
    const last = ((await queue.getJobCounts())['waiting'] ?? 0) - 1;
    if (last < 0) return undefined;
    const ends = (await Promise.all([queue.getWaiting(0, 0), queue.getWaiting(last, last)])).flat();
    return ends.length === 0 ? undefined : Math.min(...ends.map(({ timestamp }) => timestamp));
  }

  private queue(name: JobName): QueueHandle {
    const open = this.queues.get(name);
    if (open) return open;
    const queue = openQueue(this.config, name);
    queue.on('error', (error) => {
      this.logger.warn(`Queue ${name}: ${error.message}`);
    });
    this.queues.set(name, queue);
    return queue;
  }
}
