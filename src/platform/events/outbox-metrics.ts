// Counts events that wait, and how long the oldest has waited, for /metrics.

import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Metrics } from '../http/metrics.js';

@Injectable()
export class OutboxMetrics {
  constructor(metrics: Metrics, database: Database, clock: Clock) {
    const waiting = metrics.gauge('sinau_outbox_waiting', 'Events not yet handled');
    const lag = metrics.gauge('sinau_outbox_lag_seconds', 'Age of the oldest event not yet handled');
    const failed = metrics.gauge('sinau_outbox_failed', 'Events given up on: a person must look');
    metrics.onRead(async () => {
      const [row] = await database.sql<{ waiting: number; failed: number; lag: number }>(
        `SELECT count(*) FILTER (WHERE failed_at IS NULL)::int AS waiting,
                count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed,
                coalesce(extract(epoch FROM
                  $1::timestamptz - min(occurred_at) FILTER (WHERE failed_at IS NULL)), 0)::float AS lag
         FROM outbox_events WHERE completed_at IS NULL`,
        [clock.now()],
      );
      waiting.set(row?.waiting ?? 0);
      failed.set(row?.failed ?? 0);
      lag.set(Math.max(0, row?.lag ?? 0));
    });
  }
}
