// BullMQ on whichever backend the deployment has: Redis when REDIS_URL is set, else PostgreSQL.

import { setTimeout as delay } from 'node:timers/promises';
import { createPostgresBackend, Queue, withBackend, Worker, type Job, type JobsOptions } from 'bullmq';
import type { Config } from '../config/config.js';

export const QUEUE_SCHEMA = 'bullmq';
const PREFIX = 'sinau';
/** How long the first wake-ups wait for Redis; after that they no longer do. */
const OPENING_MS = 1_000;

/** What the app needs of a queue, the same on both backends. */
export interface QueueHandle {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: object; opts: JobsOptions }[]): Promise<unknown>;
  getJobCounts(): Promise<Record<string, number>>;
  /** Of those that wait, by place; the backends count from opposite ends. `timestamp`: milliseconds since 1970, as given. */
  getWaiting(start: number, end: number): Promise<{ timestamp: number }[]>;
  close(): Promise<void>;
  disconnect(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface WorkerHandle {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  disconnect(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** A second crash must not fail a job for good: its row, not the job, says what happened. */
const WORKER_OPTIONS = { stalledInterval: 5_000, lockDuration: 15_000, maxStalledCount: 1_000 };

export function openQueue(config: Config, name: string): QueueHandle {
  if (config.redisUrl === undefined) {
    const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
    return new PostgresQueue<object>(name, { connection: postgresConnection(config.databaseUrl, 2) });
  }
  return new RedisQueue(name, config.redisUrl);
}

/**
 * A Redis out of reach is an error at once, and the sweep takes over. BullMQ offers that only for a Redis lost later: told
 * not to wait for the first connection, it fails for good; told to wait, for as long as there is none.
 */
class RedisQueue implements QueueHandle {
  private readonly queue: Queue;
  private readonly opening: Promise<unknown>;
  private isOpen = false;

  constructor(name: string, url: string) {
    this.queue = new Queue(name, {
      prefix: PREFIX,
      connection: { url, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
    });
    const opened = this.queue.waitUntilReady().then(() => {
      this.isOpen = true;
    });
    this.opening = Promise.race([opened, delay(OPENING_MS, undefined, { ref: false })]).catch(() => undefined);
  }

  async add(name: string, data: object, options: JobsOptions): Promise<unknown> {
    return (await this.open()).add(name, data, options);
  }

  async addBulk(jobs: { name: string; data: object; opts: JobsOptions }[]): Promise<unknown> {
    return (await this.open()).addBulk(jobs);
  }

  async getJobCounts(): Promise<Record<string, number>> {
    return (await this.open()).getJobCounts();
  }

  async getWaiting(start: number, end: number): Promise<{ timestamp: number }[]> {
    return (await this.open()).getWaiting(start, end);
  }

  close(): Promise<void> {
    return this.isOpen ? this.queue.close() : this.queue.disconnect();
  }

  disconnect(): Promise<void> {
    return this.queue.disconnect();
  }

  on(event: 'error', listener: (error: Error) => void): unknown {
    return this.queue.on(event, listener);
  }

  private async open(): Promise<Queue> {
    if (!this.isOpen) await this.opening;
    if (!this.isOpen) throw new Error('Redis is out of reach');
    return this.queue;
  }
}

export function openWorker(
  config: Config,
  name: string,
  concurrency: number,
  handle: (data: unknown) => Promise<void>,
): WorkerHandle {
  const processor = (job: Job<unknown, unknown>): Promise<void> => handle(job.data);
  if (config.redisUrl === undefined) {
    const { Worker: PostgresWorker } = withBackend(createPostgresBackend);
    return new PostgresWorker(name, processor, {
      connection: postgresConnection(config.databaseUrl, 2),
      concurrency,
      ...WORKER_OPTIONS,
    });
  }
  return new Worker(name, processor, {
    prefix: PREFIX,
    connection: { url: config.redisUrl, maxRetriesPerRequest: null },
    concurrency,
    ...WORKER_OPTIONS,
  });
}

/** The schema is made by the owner (queue-schema.ts); the application's role may not. */
function postgresConnection(connectionString: string, max: number) {
  return { connectionString, schema: QUEUE_SCHEMA, skipMigrations: true, max };
}
