// Wake-ups through BullMQ, on Redis or PostgreSQL. The rows are the truth; the queue only makes them fast.

import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Handlers } from './handlers.js';
import { JobQueue } from './job-queue.js';
import { QueueMetrics } from './queue-metrics.js';
import { RedisCheck } from './redis-check.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Handlers, JobQueue, QueueMetrics, RedisCheck],
  exports: [Handlers, JobQueue, RedisCheck],
})
export class QueueModule {}
