// What the queue tells of itself, on both backends: how many wait, and for how long the next one has.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/platform/config/config.js';
import { newId } from '../../src/platform/ids.js';
import { JobQueue } from '../../src/platform/queue/job-queue.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/started.js';

/** No worker runs: what is put in waits. */
function tells(redisUrl: () => string | undefined): void {
  let database: TestDatabase;
  let queue: JobQueue;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { NODE_ENV: 'test', DATABASE_URL: database.appUrl, REDIS_URL: redisUrl() };
    queue = new JobQueue(
      loadConfig(env, () => 's'.repeat(40)),
      clock,
    );
    await until(
      () =>
        queue.depths().then(
          () => true,
          () => false,
        ),
      50_000,
    );
  });

  afterAll(async () => {
    await queue.onApplicationShutdown();
    await database.drop();
  });

  it('how long the first of those that wait has waited', async () => {
    expect(await queue.lags()).toEqual({
      'event.deliver': 0,
      'mail.send': 0,
      'roster.import': 0,
      'registrations.import': 0,
    });
    expect(await queue.wake('event.deliver', [{ eventId: newId() }])).toBe(true);
    clock.advance({ seconds: 30 });
    expect(await queue.wake('event.deliver', [{ eventId: newId() }])).toBe(true);
    clock.advance({ seconds: 60 });
    expect(await queue.depths()).toEqual({
      'event.deliver': 2,
      'mail.send': 0,
      'roster.import': 0,
      'registrations.import': 0,
    });
    expect(await queue.lags()).toEqual({
      'event.deliver': 90,
      'mail.send': 0,
      'roster.import': 0,
      'registrations.import': 0,
    });
  });
}

describe('the queue on PostgreSQL tells', () => {
  tells(() => undefined);
});

describeWithRedis('the queue on Redis tells', () => {
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    redis = await startRedis();
  });

  tells(() => redis?.url);

  afterAll(async () => {
    await redis?.stop();
  });
});
