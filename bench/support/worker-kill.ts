// Kills the only worker again and again in the middle of its mails, and counts what arrived.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { comesToHold, tallyMails, type MailTally } from './mail-invariants.ts';
import { openSink } from './sink.ts';
import { Worker } from './worker.ts';

export interface WorkerKill {
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  readonly data: string;
  readonly mails: number;
  /** A worker dies by kill -9 whenever so many mails have arrived. */
  readonly killsAt: readonly number[];
  /** False for the control: what a dead worker had claimed stays claimed, as without a lease. */
  readonly leasesLapse: boolean;
  readonly patienceMs: number;
}

export type WorkerKillResult = MailTally & { kills: number; recoveredSeconds: number };

export async function killWorkers(drill: WorkerKill): Promise<WorkerKillResult> {
  const sink = await openSink(8);
  const settings = { databaseUrl: drill.databaseUrl, smtpUrl: sink.smtpUrl, data: drill.data };
  await queueMails(drill.pool, drill.mails);
  let worker = await Worker.start(settings);
  try {
    for (const arrived of drill.killsAt) {
      // The worker dies with as many mails in doubt as it can have in flight: taken, and not answered.
      const release = sink.holdFrom(arrived);
      await comesToHold(() => sink.total >= arrived, drill.patienceMs);
      await worker.kill();
      release();
      if (!drill.leasesLapse) await keepClaimed(drill.pool);
      worker = await Worker.start(settings);
    }
    const lastKill = performance.now();
    await comesToHold(() => isFinished(drill.pool), drill.patienceMs);
    const recoveredSeconds = (performance.now() - lastKill) / 1_000;
    return { ...(await tallyMails(drill.pool, sink)), kills: drill.killsAt.length, recoveredSeconds };
  } finally {
    await worker.close();
    await sink.close();
  }
}

async function queueMails(pool: pg.Pool, count: number): Promise<void> {
  const cooperativeId = randomUUID();
  await pool.query('DELETE FROM outgoing_mails');
  await pool.query(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, $2, 'Koperasi Uji', '#0b7285', 'id', 'Asia/Jakarta', now())`,
    [cooperativeId, `uji-${cooperativeId.slice(0, 8)}`],
  );
  await pool.query(
    `INSERT INTO outgoing_mails (id, cooperative_id, kind, lane, to_address, to_name, language, zone, data, dedupe_key,
       due_at, message_id, created_at)
     SELECT id, $1, 'registration-confirmed', 'transactional', 'a' || n || '@anggota.example', 'Anggota ' || n, 'id',
       'Asia/Jakarta', jsonb_build_object('nickname', 'Anggota ' || n, 'title', 'Menabung', 'cooperative', 'Koperasi Uji',
         'colour', '#0b7285', 'startsAt', '2030-01-01T03:00:00Z', 'endsAt', '2030-01-01T04:00:00Z',
         'url', 'https://sinau.example/sesi/1'),
       'drill:' || id, now(), '<' || id || '@sinau.example>', now()
     FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $2) AS n) AS new`,
    [cooperativeId, count],
  );
}

/** A claim without a lease: nobody ever takes it over. */
async function keepClaimed(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE outgoing_mails SET due_at = 'infinity' WHERE state = 'sending'`);
}

async function isFinished(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM outgoing_mails
     WHERE state IN ('queued', 'sending') AND due_at <> 'infinity'`,
  );
  return rows[0]?.open === 0;
}
