// A backup is whole or none, and what is restored from it is what was there: every row, every chain.
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { serviceAccount } from '../../scripts/embedded/postgres-home.js';
import { startPostgres } from '../../scripts/embedded/postgres.js';
import { cli } from '../support/command-line.js';

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
    expect(restored.output).toContain('1 cooperative(s), 1 member(s), 0 session(s).');
    expect(restored.output).toMatch(/audit: 2 entries, every chain whole\./);
    expect(restored.code).toBe(0);
    expect(await readFile(join(elsewhere, 'kept.bin'))).toEqual(Buffer.from([0, 1, 2, 255]));
    expect(await readFile(join(elsewhere, 'secret'), 'utf8')).toBe(await readFile(join(data, 'secret'), 'utf8'));
    expect(await rowsIn(elsewhere)).toEqual(await rowsIn(data));
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

/** How many rows each table has, and a hash over all of them. */
async function rowsIn(home: string): Promise<unknown[]> {
  const postgres = await startPostgres(options(home));
  const client = new pg.Client({ connectionString: postgres.url('owner') });
  try {
    await client.connect();
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
  } finally {
    await client.end();
    await postgres.stop();
  }
}
