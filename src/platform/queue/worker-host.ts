// Runs every job's handler and every sweep of this process; refuses to boot when a job has no handler, or two.

import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { JOB_CONCURRENCY } from '../../contracts/jobs.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { messageOf } from '../errors.js';
import { openWorker, type WorkerHandle } from './backend.js';
import { closeWithin } from './close-within.js';
import { Handlers, type MarkedMethod } from './handlers.js';
import { ON_JOB, ON_SWEEP } from './on-job.decorator.js';

@Injectable()
export class WorkerHost implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(WorkerHost.name);
  private readonly workers: WorkerHandle[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly handlers: Handlers,
  ) {}

  onApplicationBootstrap(): void {
    const jobs = completeHandlers(this.handlers.marked<string>(ON_JOB), Object.keys(JOB_CONCURRENCY));
    for (const [name, concurrency] of Object.entries(JOB_CONCURRENCY)) this.start(name, concurrency, jobs);
    for (const sweep of this.handlers.marked<number>(ON_SWEEP)) this.schedule(sweep);
  }

  /** Every sweep once, now: for tests and for `doctor`, which must not wait for the timer. */
  async sweepOnce(): Promise<void> {
    for (const sweep of this.handlers.marked<number>(ON_SWEEP)) await sweep.call();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.timers.forEach((timer) => {
      clearTimeout(timer);
    });
    await Promise.all([
      ...this.workers.map((worker) => closeWithin(this.config.shutdownSeconds, worker)),
      Promise.allSettled(this.running),
    ]);
  }

  private start(name: string, concurrency: number, jobs: Map<string, MarkedMethod<string>>): void {
    const handler = jobs.get(name);
    const worker = openWorker(this.config, name, concurrency, async (data) => {
      try {
        await handler?.call(data);
      } catch (error) {
        this.logger.error(`${name} failed: ${messageOf(error)}`);
        throw error;
      }
    });
    worker.on('error', (error) => {
      this.logger.warn(`Worker ${name}: ${error.message}`);
    });
    this.workers.push(worker);
  }

  private schedule(sweep: MarkedMethod<number>): void {
    const slot = this.timers.push(setTimeout(() => undefined, 0)) - 1;
    const next = (): void => {
      if (this.stopping) return;
      this.timers[slot] = setTimeout(run, sweep.mark * 1_000);
    };
    const run = (): void => {
      const round = sweep
        .call()
        .catch((error: unknown) => {
          this.logger.error(`${sweep.name} failed: ${messageOf(error)}`);
        })
        .finally(() => {
          this.running.delete(round);
          next();
        });
      this.running.add(round);
    };
    run();
  }
}

/** @throws Error naming every job without a handler, with two, or not in contracts/jobs.ts. */
export function completeHandlers(
  found: readonly MarkedMethod<string>[],
  wanted: readonly string[],
): Map<string, MarkedMethod<string>> {
  const byName = Map.groupBy(found, (handler) => handler.mark);
  const problems = [
    ...wanted.filter((name) => !byName.has(name)).map((name) => `${name} has no handler`),
    ...[...byName].flatMap(([name, list]) =>
      list.length > 1 ? [`${name} has ${list.length} handlers: ${list.map((one) => one.name).join(', ')}`] : [],
    ),
    ...[...byName.keys()].filter((name) => !wanted.includes(name)).map((name) => `${name} is not a known job`),
  ];
  if (problems.length > 0) throw new Error(`Jobs and their handlers do not match: ${problems.join('; ')}`);
  return new Map(found.map((handler) => [handler.mark, handler]));
}
