// How busy the connections to PostgreSQL are, and how far this process's clock is off its, for /metrics.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { Metrics } from '../http/metrics.js';

/** The counters of pg's pool, which TypeORM keeps as the driver's `master`. */
const poolUse = z.object({ master: z.object({ totalCount: z.int(), idleCount: z.int(), waitingCount: z.int() }) });

@Injectable()
export class DatabaseMetrics {
  constructor(metrics: Metrics, source: DataSource, clock: Clock) {
    const connections = metrics.gauge('sinau_database_connections', 'Connections to PostgreSQL, by what they do', [
      'state',
    ]);
    const waiting = metrics.gauge('sinau_database_waiting', 'Queries that wait for a connection');
    const offset = metrics.gauge('sinau_clock_offset_seconds', "This process's clock against the database's");
    metrics.onRead(() => {
      const { totalCount, idleCount, waitingCount } = poolUse.parse(source.driver).master;
      connections.set({ state: 'idle' }, idleCount);
      connections.set({ state: 'busy' }, totalCount - idleCount);
      waiting.set(waitingCount);
      offset.set(clock.offset / 1_000);
    });
  }
}
