// A backup is whole or none, and what is restored from it is what was there: every row, every chain.
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { serviceAccount } from '../../scripts/embedded/postgres-home.js';
import { startPostgres } from '../../scripts/embedded/postgres.js';
import { Database } from '../../src/platform/database/database.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { startServer } from '../../src/server.js';
import { cli } from '../support/command-line.js';
import { until } from '../support/started.js';

const LONG = 120_000;
let folder: string;
let data: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinau-backup-'));
  await chmod(folder, 0o711);
  data = join(folder, 'data');
  file = join(folder, 'sinau.tar.gz');
  const args = ['--slug', 'maju', '--name', 'Koperasi Maju', '--admin-name', 'Siti Aminah', '--admin-number', '001'];
  const made = await cli(['cooperative:create', ...args], { SINAU_DATA: data });
  expect(made.output).toMatch(/http:\/\/localhost:3000\/masuk\/serah#[\w-]{43}\n$/);
  expect(made.code).toBe(0);
  await writeFile(join(data, 'kept.bin'), Buffer.from([0, 1, 2, 255]));
  await holdSession(data);
}, LONG);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it(
  'brings every row and every file back into another folder',
  async () => {
    const backup = await cli(['backup', file], { SINAU_DATA: data });
    expect(backup.output).toContain(`Backed up ${data} into ${file}`);
    expect(backup.code).toBe(0);
    // It holds every secret.
    expect((await stat(file)).mode & 0o077).toBe(0);

    const elsewhere = join(folder, 'elsewhere');
    const restored = await cli(['restore', file], { SINAU_DATA: elsewhere });
    expect(restored.output).toContain('1 cooperative(s), 1 member(s), 1 session(s).');
    expect(restored.output).toMatch(/audit: 2 entries, every chain whole\./);
    expect(restored.output).toMatch(/ledger: 1 entries, every chain whole\./);
    expect(restored.code).toBe(0);
    expect(await readFile(join(elsewhere, 'kept.bin'))).toEqual(Buffer.from([0, 1, 2, 255]));
    expect(await readFile(join(elsewhere, 'secret'), 'utf8')).toBe(await readFile(join(data, 'secret'), 'utf8'));
    expect(await rowsIn(elsewhere)).toEqual(await rowsIn(data));
  },
  LONG,
);

it(
  'is not taken for whole when the ledger in it was changed by hand',
  async () => {
    const elsewhere = join(folder, 'elsewhere');
    await onDatabase(elsewhere, 'owner', async (client) => {
      await client.query('ALTER TABLE ledger_entries DISABLE TRIGGER USER');
      expect((await client.query('UPDATE ledger_entries SET quantity = quantity + 60')).rowCount).toBe(1);
      await client.query('ALTER TABLE ledger_entries ENABLE TRIGGER USER');
    });
    const changed = join(folder, 'changed.tar.gz');
    expect((await cli(['backup', changed], { SINAU_DATA: elsewhere })).code).toBe(0);
    const { code, output } = await cli(['restore', changed], { SINAU_DATA: join(folder, 'third') });
    expect(output).toContain('ledger: the chain of maju is broken at entry 1');
    expect(code).toBe(1);
  },
  LONG,
);

it(
  'is refused while a Sinau serves the data',
  async () => {
    const serving = await startPostgres(options(data));
    try {
      const late = join(folder, 'late.tar.gz');
      const { code, output } = await cli(['backup', late], { SINAU_DATA: data });
      expect(output).toBe(`Another Sinau is already running on ${data}: stop it first.\n`);
      expect(code).toBe(1);
      expect(existsSync(late)).toBe(false);
    } finally {
      await serving.stop();
    }
  },
  LONG,
);

it(
  'never mixes with what is there: it refuses, or moves that aside when asked',
  async () => {
    const refused = await cli(['restore', file], { SINAU_DATA: data });
    expect(refused).toEqual({ code: 1, output: expect.stringMatching(/^\S+ is not empty: .*--force.*\n$/) });

    await rm(join(data, 'kept.bin'));
    const forced = await cli(['restore', '--force', file], { SINAU_DATA: data });
    expect(forced.code).toBe(0);
    const aside = /before is in (\S+)\.\n/.exec(forced.output)?.[1] ?? '';
    expect(existsSync(join(aside, 'postgres/PG_VERSION'))).toBe(true);
    expect(existsSync(join(aside, 'kept.bin'))).toBe(false);
    expect(existsSync(join(data, 'kept.bin'))).toBe(true);
  },
  LONG,
);

it(
  'is refused when the file was cut short, and leaves nothing behind',
  async () => {
    const cut = join(folder, 'cut.tar.gz');
    await writeFile(cut, await readFile(file));
    await truncate(cut, Math.floor((await stat(cut)).size * 0.7));
    const target = join(folder, 'untouched');
    const { code, output } = await cli(['restore', cut], { SINAU_DATA: target });
    expect(output).toBe(`${cut} is not a backup of Sinau, or was cut short.\n`);
    expect(code).toBe(1);
    expect(await readdir(target)).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.includes('restoring'))).toEqual([]);
  },
  LONG,
);

it(
  'points to the tools of a database of one’s own',
  async () => {
    const { code, output } = await cli(['backup', file], { DATABASE_URL: 'postgresql://app@127.0.0.1:1/sinau' });
    expect(output).toContain('pg_dump --format=custom');
    expect(code).toBe(1);
  },
  LONG,
);

function options(home: string): Parameters<typeof startPostgres>[0] {
  return { cluster: join(home, 'postgres'), account: serviceAccount(), isDurable: false };
}

async function onDatabase<Result>(
  home: string,
  role: 'app' | 'owner',
  act: (client: pg.Client, url: string) => Promise<Result>,
): Promise<Result> {
  const postgres = await startPostgres(options(home));
  const client = new pg.Client({ connectionString: postgres.url(role) });
  try {
    await client.connect();
    return await act(client, postgres.url(role));
  } finally {
    await client.end();
    await postgres.stop();
  }
}

/** A session that its admin attended, as the finalising leaves it; the worker makes the ledger's entry of it. */
async function holdSession(home: string): Promise<void> {
  await onDatabase(home, 'app', async (client, url) => {
    const { rows } = await client.query<{ id: string; cooperativeId: string }>(
      `WITH held AS (
         INSERT INTO sessions (id, cooperative_id, state, title, language, zone, starts_at, ends_at, went_live_at, ended_at,
           created_at, updated_at)
         SELECT gen_random_uuid(), id, 'ended', 'Menabung', 'id', 'Asia/Jakarta', now() - interval '2 hours',
           now() - interval '1 hour', now() - interval '2 hours', now() - interval '1 hour', now(), now() FROM cooperatives
         RETURNING id, cooperative_id),
       judged AS (
         INSERT INTO attendances (session_id, member_id, version, cooperative_id, verdict, counted_seconds,
           broadcast_seconds, source, rule_version, inputs_hash, spans, decided_at)
         SELECT held.id, m.id, 1, held.cooperative_id, 'present', 3600, 3600, 'measured', 1, 'x', '[]', now()
         FROM held JOIN members m USING (cooperative_id))
       SELECT id, cooperative_id AS "cooperativeId" FROM held`,
    );
    const [held] = rows;
    if (!held) throw new Error('No session was held.');
    const env = { NODE_ENV: 'test', DATABASE_URL: url, SINAU_SECRET: 's'.repeat(40), LOG_LEVEL: 'error' };
    const server = await startServer({ env, runs: ['worker'] });
    try {
      const get = server.app.get.bind(server.app);
      const said = { cooperativeId: held.cooperativeId, sessionId: held.id };
      await get(Database, { strict: false }).transaction((tx) =>
        get(Outbox, { strict: false }).append(tx, 'attendance.finalised', said),
      );
      await until(async () => (await client.query('SELECT FROM ledger_entries')).rowCount === 1, LONG / 2);
    } finally {
      await server.close();
    }
  });
}

/** How many rows each table has, and a hash over all of them. */
async function rowsIn(home: string): Promise<unknown[]> {
  return onDatabase(home, 'owner', async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
    );
    const found: unknown[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `SELECT '${name}' AS table, count(*)::int AS rows, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS content
         FROM "${name}" t`,
      );
      found.push(rows[0]);
    }
    return found;
  });
}
