// Members register over HTTP while Redis is emptied twice, then killed without saving and started again; counts what arrived.
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { Caller } from './caller.ts';
import { comesToHold, tallyMails, type MailTally } from './mail-invariants.ts';
import { aHome, aSession } from './people.ts';
import type { OwnRedis } from './redis.ts';
import { Server } from './server.ts';
import { openSink } from './sink.ts';
import { Worker } from './worker.ts';

export interface RedisFlush {
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  readonly data: string;
  readonly redis: OwnRedis;
  readonly registrations: number;
  /** How long Redis stays away. */
  readonly outageMs: number;
  /** Sweeps left out, for the control. */
  readonly without: readonly string[];
  readonly patienceMs: number;
}

export type RedisFlushResult = MailTally & {
  /** Members whose registration was not answered with a seat: registering goes on without Redis. */
  refused: number;
  /** Registered members whose confirmation never came. */
  untold: number;
  eventsOpen: number;
  recoveredSeconds: number;
};

const EVERY_MS = 15;

export async function flushRedis(drill: RedisFlush): Promise<RedisFlushResult> {
  const { pool, redis, registrations } = drill;
  const sink = await openSink(0);
  const settings = { databaseUrl: drill.databaseUrl, smtpUrl: sink.smtpUrl, data: drill.data, redisUrl: redis.url };
  const worker = await Worker.start({ ...settings, without: drill.without });
  const server = await Server.start({ appUrl: drill.databaseUrl, data: drill.data, redisUrl: redis.url });
  try {
    await forgetMails(pool);
    const home = await aHome(pool, registrations);
    const session = await aSession(pool, home.cooperativeId, null);
    const cookies = await server.signIn(home.memberIds);
    let refused = 0;
    for (const [count, cookie] of cookies.entries()) {
      if (!(await registers(server.url, cookie, session))) refused += 1;
      if (count === Math.floor(registrations / 4) || count === Math.floor(registrations / 2)) await redis.flush();
      if (count === Math.floor((registrations * 2) / 3)) await redis.kill();
      await delay(EVERY_MS);
    }
    await delay(drill.outageMs);
    await redis.start();
    const backAt = performance.now();
    await comesToHold(async () => sink.total >= registrations && (await openEvents(pool)) === 0, drill.patienceMs);
    const recoveredSeconds = (performance.now() - backAt) / 1_000;
    // A second mail would come late.
    await delay(500);
    const { rows } = await pool.query<{ told: number }>(
      `SELECT count(DISTINCT member_id)::int AS told FROM outgoing_mails
       WHERE kind = 'registration-confirmed' AND message_id = ANY($1)`,
      [[...sink.received.keys()]],
    );
    const untold = registrations - (rows[0]?.told ?? 0);
    return { ...(await tallyMails(pool, sink)), refused, untold, eventsOpen: await openEvents(pool), recoveredSeconds };
  } finally {
    await server.close();
    await worker.close();
    await sink.close();
  }
}

/** What an earlier run left is not this one's to count. */
async function forgetMails(pool: pg.Pool): Promise<void> {
  await pool.query('DELETE FROM reminders');
  await pool.query('DELETE FROM outgoing_mails');
  await pool.query('DELETE FROM outbox_events');
}

async function registers(url: string, cookie: string, session: string): Promise<boolean> {
  const caller = await Caller.open(url, cookie);
  const { status, body } = await caller.call('POST', `/api/sessions/${session}/registration`);
  caller.close();
  return status === 200 && (JSON.parse(body) as { state: string }).state === 'confirmed';
}

async function openEvents(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ open: number }>(
    'SELECT count(*)::int AS open FROM outbox_events WHERE completed_at IS NULL',
  );
  return rows[0]?.open ?? 0;
}
