// What the outbox promises, on both queue backends: every committed event reaches its handlers once, an uncommitted one never.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import type { DomainEvent } from '../../src/contracts/events.js';
import { AppModule } from '../../src/app.module.js';
import { loadConfig } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { EventDelivery } from '../../src/platform/events/event-delivery.js';
import { OnEvent } from '../../src/platform/events/on-event.decorator.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { OutboxRelay } from '../../src/platform/events/relay.js';
import { JobQueue } from '../../src/platform/queue/job-queue.js';
import { newId } from '../../src/platform/ids.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { until } from '../support/started.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';

/** Writes one row an event it handles, in the handler's own transaction; fails as often as it is told to. */
@Injectable()
class Probe {
  failures = 0;

  @OnEvent('member.left')
  async note(tx: Tx, event: DomainEvent<'member.left'>): Promise<void> {
    await tx.sql(`INSERT INTO probe (event_id) VALUES ($1)`, [event.id]);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('told to fail');
    }
  }
}

function promises(backend: 'PostgreSQL' | 'Redis', redisUrl: () => string | undefined): void {
  let database: TestDatabase;
  let app: TestingModule;
  let db: Database;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { NODE_ENV: 'test', DATABASE_URL: database.appUrl, REDIS_URL: redisUrl(), SHUTDOWN_SECONDS: '1' };
    const config = loadConfig(env, () => 's'.repeat(40));
    app = await Test.createTestingModule({
      imports: [AppModule.register(config, clock, ['worker'])],
      providers: [Probe],
    }).compile();
    await makeProbeTable(database);
    await app.init();
    db = app.get(Database, { strict: false });
    await untilQueueAnswers();
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const append = (count: number): Promise<void> =>
    db.transaction((tx) =>
      app.get(Outbox, { strict: false }).appendMany(
        tx,
        'member.left',
        Array.from({ length: count }, () => ({ cooperativeId: newId(), memberId: newId() })),
      ),
    );

  /** The first wake-ups wait only so long for a queue that is still connecting; these tests are about one that is there. */
  async function untilQueueAnswers(): Promise<void> {
    const queue = app.get(JobQueue, { strict: false });
    await until(
      () =>
        queue.depths().then(
          () => true,
          () => false,
        ),
      50_000,
    );
  }

  async function handled(): Promise<number> {
    const [row] = await db.sql<{ n: number }>('SELECT count(*)::int AS n FROM probe');
    return row?.n ?? 0;
  }

  async function untilHandled(count: number): Promise<number> {
    for (let look = 0; look < 1_000 && (await handled()) < count; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return handled();
  }

  it(`delivers what was committed, through ${backend}`, async () => {
    // The relay would deliver by itself if the queue refused: here the queue must take it.
    const wake = jest.spyOn(app.get(JobQueue, { strict: false }), 'wake');
    await append(200);
    expect(await untilHandled(200)).toBe(200);
    expect(wake).toHaveBeenCalled();
    for (const { value } of wake.mock.results) await expect(value).resolves.toBe(true);
  });

  it('never delivers what was rolled back', async () => {
    const before = await handled();
    const rolledBack = db.transaction(async (tx) => {
      const payload = { cooperativeId: newId(), memberId: newId() };
      await app.get(Outbox, { strict: false }).append(tx, 'member.left', payload);
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await append(1);
    expect(await untilHandled(before + 1)).toBe(before + 1);
  });

  it('has one effect however often an event is delivered, also at the same time', async () => {
    const before = await handled();
    await append(1);
    await untilHandled(before + 1);
    const [event] = await db.sql<{ id: string }>('SELECT id FROM outbox_events ORDER BY id DESC LIMIT 1');
    await db.sql('UPDATE outbox_events SET completed_at = NULL, due_at = $2 WHERE id = $1', [event?.id, FAR]);
    const delivery = app.get(EventDelivery, { strict: false });
    await Promise.all(Array.from({ length: 8 }, () => delivery.deliver(event?.id ?? '')));
    expect(await handled()).toBe(before + 1);
  });

  it('undoes a failed handler, tries again after a pause, and then has one effect', async () => {
    const before = await handled();
    app.get(Probe).failures = 1;
    await append(1);
    const failedOnce = async (): Promise<boolean> =>
      (await db.sql(`SELECT 1 FROM outbox_events WHERE attempts = 1 AND completed_at IS NULL`)).length === 1;
    for (let look = 0; look < 1_000 && !(await failedOnce()); look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await handled()).toBe(before);
    clock.advance({ minutes: 1 });
    await app.get(OutboxRelay, { strict: false }).dispatch();
    expect(await untilHandled(before + 1)).toBe(before + 1);
  });

  it('finds by its sweep what no doorbell and no job told of', async () => {
    const before = await handled();
    // As if the process had died right after handing it over: leased to a job that is gone.
    await db.sql(
      `INSERT INTO outbox_events (id, name, payload, occurred_at, due_at)
       VALUES ($1, 'member.left', $2, $3, $3::timestamptz + interval '15 seconds')`,
      [newId(), { cooperativeId: newId(), memberId: newId() }, clock.now()],
    );
    await app.get(OutboxRelay, { strict: false }).dispatch();
    expect(await handled()).toBe(before);
    clock.advance({ seconds: 16 });
    await app.get(OutboxRelay, { strict: false }).dispatch();
    expect(await untilHandled(before + 1)).toBe(before + 1);
  });
}

async function makeProbeTable(database: TestDatabase): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('CREATE TABLE probe (event_id uuid PRIMARY KEY); GRANT ALL ON probe TO PUBLIC');
  await owner.end();
}

const FAR = '2199-01-01T00:00:00Z';

describe('the outbox on PostgreSQL', () => {
  promises('PostgreSQL', () => undefined);
});

describeWithRedis('the outbox on Redis', () => {
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    redis = await startRedis();
  });

  promises('Redis', () => redis?.url);

  afterAll(async () => {
    await redis?.stop();
  });
});
