// How many jobs wait or run, by job, for /metrics.

import { Injectable } from '@nestjs/common';
import { Metrics } from '../http/metrics.js';
import { JobQueue } from './job-queue.js';

@Injectable()
export class QueueMetrics {
  constructor(metrics: Metrics, queue: JobQueue) {
    const depth = metrics.gauge('sinau_queue_depth', 'Jobs waiting or running, by job', ['job']);
    metrics.onRead(async () => {
      for (const [job, jobs] of Object.entries(await queue.depths())) depth.set({ job }, jobs);
    });
  }
}
