// What Prometheus reads: requests are counted as they end; every other part says how it is when asked.

import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly measures: (() => Promise<void> | void)[] = [];

  private readonly requests = new Histogram({
    name: 'sinau_http_request_seconds',
    help: 'HTTP requests by route, method and status',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'sinau_' });
  }

  /** @param route the pattern, not the path: paths hold ids. */
  requestDone(route: string, method: string, status: number, seconds: number): void {
    this.requests.observe({ route, method, status: String(status) }, seconds);
  }

  gauge<Label extends string = never>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  /** @param measure sets gauges; it runs whenever somebody reads. */
  onRead(measure: () => Promise<void> | void): void {
    this.measures.push(measure);
  }

  /** All metrics in Prometheus' text format. A part that cannot be measured now keeps its last values. */
  async text(): Promise<string> {
    await Promise.allSettled(this.measures.map(async (measure) => measure()));
    return this.registry.metrics();
  }
}
