// Registers members while Redis is emptied twice, then killed without saving and started again; counts what arrived.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { comesToHold, tallyMails, type MailTally } from './mail-invariants.ts';
import type { OwnRedis } from './redis.ts';
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
  try {
    const session = await newSession(pool);
    for (let count = 0; count < registrations; count += 1) {
      await register(pool, session, count);
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
    return { ...(await tallyMails(pool, sink)), untold, eventsOpen: await openEvents(pool), recoveredSeconds };
  } finally {
    await worker.close();
    await sink.close();
  }
}

interface Session {
  id: string;
  cooperativeId: string;
}

async function newSession(pool: pg.Pool): Promise<Session> {
  const session = { id: randomUUID(), cooperativeId: randomUUID() };
  await pool.query('DELETE FROM reminders');
  await pool.query('DELETE FROM outgoing_mails');
  await pool.query('DELETE FROM outbox_events');
  await pool.query(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, $2, 'Koperasi Uji', '#0b7285', 'id', 'Asia/Jakarta', now())`,
    [session.cooperativeId, `uji-${session.cooperativeId.slice(0, 8)}`],
  );
  await pool.query(
    `INSERT INTO sessions (id, cooperative_id, state, title, language, zone, starts_at, ends_at, created_at, updated_at)
     VALUES ($1, $2, 'published', 'Menabung', 'id', 'Asia/Jakarta', now() + interval '3 days',
       now() + interval '3 days 1 hour', now(), now())`,
    [session.id, session.cooperativeId],
  );
  return session;
}

/** What a registration writes, in one transaction: its row, its event, and the ring of the doorbell. */
async function register(pool: pg.Pool, session: Session, number: number): Promise<void> {
  await pool.query(
    `WITH member AS (
       INSERT INTO members (id, cooperative_id, number, name, email, zone, language, created_at, updated_at)
       VALUES (gen_random_uuid(), $1, $3, 'Anggota ' || $3, $3 || '@anggota.example', 'Asia/Jakarta', 'id', now(), now())
       RETURNING id),
     registration AS (
       INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, $2, id, 'confirmed', now(), now(), now(), now() FROM member
       RETURNING id, member_id),
     event AS (
       INSERT INTO outbox_events (id, name, payload, occurred_at, due_at)
       SELECT gen_random_uuid(), 'registration.confirmed', jsonb_build_object('cooperativeId', $1::text,
         'sessionId', $2::text, 'registrationId', id, 'memberId', member_id), now(), now() FROM registration
       RETURNING id)
     SELECT pg_notify('sinau_outbox', '') FROM event`,
    [session.cooperativeId, session.id, `u${String(number)}`],
  );
}

async function openEvents(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ open: number }>(
    'SELECT count(*)::int AS open FROM outbox_events WHERE completed_at IS NULL',
  );
  return rows[0]?.open ?? 0;
}
