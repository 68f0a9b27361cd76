// Knows who waits for a lock: a test that holds one sees others arrive at it, instead of hoping that they are there.
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../src/platform/database/database.js';

const LOOK_EVERY_MS = 10;
const MOST_LOOKS = 4_000;

/** @returns the server processes of this database that wait for a lock, once there are as many. */
export async function untilBlocked(db: Database, count = 1): Promise<number[]> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const waiting = await db.sql<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length >= count) return waiting.map(({ pid }) => pid);
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`Nobody came to the lock: ${String(count)} should have.`);
}
