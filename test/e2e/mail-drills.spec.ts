// The short forms of two drills, with real processes: a worker dies by kill -9, Redis by losing all it held.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { flushRedis } from '../../bench/support/redis-flush.ts';
import { OwnRedis } from '../../bench/support/redis.ts';
import { killWorkers } from '../../bench/support/worker-kill.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { describeWithRedis } from '../support/redis.js';

/** A lease of 30 s has to lapse, and processes to start, on a machine that does other things too. */
const PATIENCE_MS = 90_000;
const IN_FLIGHT = 8;

let database: TestDatabase;
let pool: pg.Pool;
let data: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  data = await mkdtemp(join(tmpdir(), 'sinau-drill-'));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

it(
  'loses no mail with its worker, and doubles no more than were in flight',
  async () => {
    // 50 are claimed at once: of the second batch some are in flight then, and some have not been begun.
    const common = { databaseUrl: database.appUrl, pool, data, mails: 150, killsAt: [70], patienceMs: PATIENCE_MS };
    const { lost, unfinished, unknown, doubled } = await killWorkers({ ...common, leasesLapse: true });
    expect({ lost, unfinished, unknown }).toEqual({ lost: 0, unfinished: 0, unknown: 0 });
    expect(doubled).toBeLessThanOrEqual(IN_FLIGHT);
    expect((await killWorkers({ ...common, leasesLapse: false })).lost).toBeGreaterThan(0);
  },
  3 * PATIENCE_MS,
);

describeWithRedis('Redis', () => {
  it(
    'loses no mail with all it held',
    async () => {
      const redis = await OwnRedis.open();
      try {
        const common = { databaseUrl: database.appUrl, pool, data, redis, registrations: 60, outageMs: 500 };
        const result = await flushRedis({ ...common, without: [], patienceMs: PATIENCE_MS });
        expect(result).toMatchObject({ refused: 0, lost: 0, doubled: 0, unfinished: 0, unknown: 0 });
        expect(result).toMatchObject({ untold: 0, eventsOpen: 0 });
      } finally {
        await redis.close();
      }
    },
    2 * PATIENCE_MS,
  );
});
