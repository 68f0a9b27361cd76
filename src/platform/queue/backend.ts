// BullMQ on whichever backend the deployment has: Redis when REDIS_URL is set, else PostgreSQL.

import { createPostgresBackend, Queue, withBackend, Worker, type Job, type JobsOptions } from 'bullmq';
import type { Config } from '../config/config.js';

export const QUEUE_SCHEMA = 'bullmq';
const PREFIX = 'sinau';

/** What the app needs of a queue, the same on both backends. */
export interface QueueHandle {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: object; opts: JobsOptions }[]): Promise<unknown>;
  getJobCounts(): Promise<Record<string, number>>;
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
    return new PostgresQueue(name, { connection: postgresConnection(config.databaseUrl, 2) });
  }
  // Without the offline queue a lost Redis is an error at once, and the sweep takes over.
  return new Queue(name, {
    prefix: PREFIX,
    connection: { url: config.redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
    skipWaitingForReady: true,
  });
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
