// Whether what happened reaches who should know: events that wait, events that failed, and the queue that carries them.

import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { RedisCheck } from '../platform/queue/redis-check.js';
import { unwell, well, type Finding } from './finding.js';

/** An event that has waited so long has no worker. */
const LONGEST_WAIT_SECONDS = 120;

export async function checkQueue(config: Config): Promise<Finding> {
  const state = await new RedisCheck(config).state();
  if (state === 'evicts') return unwell('queue', 'Redis may throw jobs away: set `maxmemory-policy noeviction`');
  if (state === 'unreachable') return unwell('queue', 'Redis cannot be reached: check REDIS_URL and that Redis runs');
  const queue = new JobQueue(config, new Clock());
  try {
    const waiting = Object.values(await queue.depths()).reduce((sum, depth) => sum + depth, 0);
    return well(
      'queue',
      `on ${state === 'none' ? 'PostgreSQL' : 'Redis'}, ${String(waiting)} job(s) waiting or running`,
    );
  } finally {
    await queue.onApplicationShutdown();
  }
}

export async function checkEvents(database: Database): Promise<Finding[]> {
  const [failed] = await database.sql<{ count: number; id: string | null; name: string | null; error: string | null }>(
    `SELECT count(*)::int AS count, (array_agg(id ORDER BY occurred_at))[1] AS id,
       (array_agg(name ORDER BY occurred_at))[1] AS name, (array_agg(last_error ORDER BY occurred_at))[1] AS error
     FROM outbox_events WHERE failed_at IS NOT NULL AND completed_at IS NULL`,
  );
  const [waiting] = await database.sql<{ count: number; seconds: number }>(
    `SELECT count(*)::int AS count, coalesce(extract(epoch FROM $1 - min(occurred_at)), 0)::int AS seconds
     FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL`,
    [new Clock().now()],
  );
  const findings: Finding[] = [];
  if (failed !== undefined && failed.count > 0) {
    const first = `${String(failed.name)} ${String(failed.id)}: ${String(failed.error)}`;
    const again = 'UPDATE outbox_events SET failed_at = NULL, attempts = 0 WHERE failed_at IS NOT NULL';
    findings.push(
      unwell(
        'events',
        `${String(failed.count)} failed for good (first: ${first}); once it is mended, try again: ${again}`,
      ),
    );
  }
  const [count, seconds] = [waiting?.count ?? 0, waiting?.seconds ?? 0];
  if (count > 0 && seconds > LONGEST_WAIT_SECONDS) {
    findings.push(
      unwell(
        'events',
        `${String(count)} wait, the oldest for ${String(seconds)} s: start a worker (\`node dist/worker.js\`)`,
      ),
    );
  }
  return findings.length > 0 ? findings : [well('events', `none failed, ${String(count)} waiting`)];
}
