// How many jobs wait or run, and for how long the next one has waited, by job, for /metrics.

import { Injectable } from '@nestjs/common';
import { Metrics } from '../http/metrics.js';
import { JobQueue } from './job-queue.js';

@Injectable()
export class QueueMetrics {
  constructor(metrics: Metrics, queue: JobQueue) {
    const depth = metrics.gauge('sinau_queue_depth', 'Jobs waiting or running, by job', ['job']);
    const lag = metrics.gauge('sinau_queue_lag_seconds', 'How long the next job has waited, by job', ['job']);
    metrics.onRead(async () => {
      for (const [job, seconds] of Object.entries(await queue.lags())) lag.set({ job }, seconds);
      for (const [job, jobs] of Object.entries(await queue.depths())) depth.set({ job }, jobs);
    });
  }
}
