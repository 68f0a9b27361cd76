// What Prometheus reads: requests here; queues, outbox and pool are measured when asked.

import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { messageOf } from '../errors.js';
import { JobQueue } from '../queue/job-queue.js';

@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly measures: (() => Promise<void>)[] = [];

  private readonly requests = new Histogram({
    name: 'sinau_http_request_seconds',
    help: 'HTTP requests by route, method and status',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  private readonly queueDepth = this.gauge('sinau_queue_depth', 'Jobs waiting or running, by job', ['job']);
  private readonly outboxWaiting = this.gauge('sinau_outbox_waiting', 'Events not yet handled');
  private readonly outboxLag = this.gauge('sinau_outbox_lag_seconds', 'Age of the oldest event not yet handled');
  private readonly outboxFailed = this.gauge('sinau_outbox_failed', 'Events given up on: a person must look');
  private readonly clockOffset = this.gauge(
    'sinau_clock_offset_seconds',
    "This process's clock against the database's",
  );

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {
    collectDefaultMetrics({ register: this.registry, prefix: 'sinau_' });
  }

  /** @param route the pattern, not the path: paths hold ids. */
  requestDone(route: string, method: string, status: number, seconds: number): void {
    this.requests.observe({ route, method, status: String(status) }, seconds);
  }

  /** @param measure sets gauges; it runs whenever somebody reads. */
  onRead(measure: () => Promise<void>): void {
    this.measures.push(measure);
  }

  gauge<Label extends string = never>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  async text(): Promise<string> {
    await Promise.all([this.measureOutbox(), this.measureQueues(), ...this.measures.map((measure) => measure())]);
    this.clockOffset.set(this.clock.offset / 1_000);
    return this.registry.metrics();
  }

  private async measureOutbox(): Promise<void> {
    const [row] = await this.database.sql<{ waiting: number; failed: number; lag: number }>(
      `SELECT count(*) FILTER (WHERE failed_at IS NULL)::int AS waiting,
              count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed,
              coalesce(extract(epoch FROM $1::timestamptz - min(occurred_at) FILTER (WHERE failed_at IS NULL)), 0)::float AS lag
       FROM outbox_events WHERE completed_at IS NULL`,
      [this.clock.now()],
    );
    this.outboxWaiting.set(row?.waiting ?? 0);
    this.outboxFailed.set(row?.failed ?? 0);
    this.outboxLag.set(Math.max(0, row?.lag ?? 0));
  }

  private async measureQueues(): Promise<void> {
    try {
      for (const [job, depth] of Object.entries(await this.queue.depths())) this.queueDepth.set({ job }, depth);
    } catch (error) {
      // A queue out of reach is no reason to give no metrics at all: its gauge keeps the last value.
      void messageOf(error);
    }
  }
}
