// The demo is the same at every install but for its passwords, whole or not there, and gone without a trace when asked.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import pg from 'pg';
import { removeDemo } from '../../src/demo/demo-removal.service.js';
import { seedDemo } from '../../src/demo/seed.js';
import { createCooperative } from '../../src/operations/service-commands.js';
import { diagnose } from '../../src/operations/doctor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const LONG = 180_000;
const NOW = new Date('2026-07-01T05:00:00Z');

interface Install {
  readonly database: TestDatabase;
  readonly data: string;
  readonly env: NodeJS.ProcessEnv;
}

let installs: Install[];

beforeEach(() => {
  installs = [];
});

afterEach(async () => {
  for (const { database, data } of installs) {
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  }
}, LONG);

async function install(): Promise<Install> {
  const database = await createTestDatabase();
  const data = mkdtempSync(join(tmpdir(), 'sinau-demo-'));
  const { appUrl, ownerUrl } = database;
  const env = { NODE_ENV: 'test', SINAU_DATA: data, DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl };
  const made = { database, data, env };
  installs.push(made);
  return made;
}

function accountsOf({ data }: Install): string {
  return readFileSync(join(data, 'demo-accounts.txt'), 'utf8');
}

it(
  'is made once, and the same everywhere',
  async () => {
    const [first, second] = [await install(), await install()];
    expect(await seedDemo(first.env, NOW)).toBe(true);
    expect(await seedDemo(second.env, NOW)).toBe(true);
    const story = await told(first);
    expect(await told(second)).toEqual(story);

    const accounts = accountsOf(first);
    expect(await seedDemo(first.env, NOW)).toBe(false);
    expect(await told(first)).toEqual(story);
    expect(accountsOf(first)).toBe(accounts);

    const withoutPasswords = (text: string): string => text.replace(/(\w{4}-){2}\w{4}/g, '');
    expect(accountsOf(second)).not.toBe(accounts);
    expect(withoutPasswords(accountsOf(second))).toBe(withoutPasswords(accounts));
  },
  LONG,
);

it(
  'holds what there is to be seen, by the rules',
  async () => {
    const made = await install();
    await seedDemo(made.env, NOW);

    const sessions = await rows(
      made,
      `SELECT title, sessions.state, capacity,
         count(*) FILTER (WHERE r.state = 'confirmed')::int AS seated,
         count(*) FILTER (WHERE r.state = 'waitlisted')::int AS waiting
       FROM sessions LEFT JOIN registrations r ON r.session_id = sessions.id GROUP BY sessions.id`,
    );
    const states = sessions.map((session) => session['state']);
    expect(new Set(states)).toEqual(new Set(['ended', 'live', 'published', 'draft']));
    expect(sessions).toContainEqual(expect.objectContaining({ capacity: 30, seated: 30, waiting: 13 }));
    expect(await rows(made, 'SELECT count(*)::int AS n FROM members GROUP BY cooperative_id ORDER BY 1')).toEqual([
      { n: 60 },
      { n: 2_000 },
    ]);
    const zones = await rows(made, 'SELECT DISTINCT zone FROM members ORDER BY 1');
    expect(zones.map((row) => row['zone'])).toEqual(['Asia/Jakarta', 'Asia/Jayapura', 'Asia/Makassar']);

    // Nobody was written past the rules: every verdict of a past session stands, and so does every ledger entry for it.
    const [unlike] = await rows(
      made,
      `SELECT count(*)::int AS n FROM attendances a LEFT JOIN ledger_entries l
         ON l.member_id = a.member_id AND l.session_id = a.session_id AND l.kind = 'attended'
       WHERE a.superseded_at IS NULL AND (a.verdict = 'present') <> (l.member_id IS NOT NULL)`,
    );
    expect(unlike).toEqual({ n: 0 });
    const room = { freeBytes: 1e12, totalBytes: 1e12 };
    const { lines } = await diagnose(made.env, { room: () => Promise.resolve(room) });
    expect(lines.filter((line) => line.startsWith('!!'))).toEqual([]);
    expect(lines.join('\n')).toMatch(/ledger +[1-9]\d* entries, every chain whole/);

    // Nothing is left to be sent about what is past, or handled.
    const [open] = await rows(made, 'SELECT count(*)::int AS n FROM outbox_events WHERE completed_at IS NULL');
    expect(open).toEqual({ n: 0 });
    expect(await rows(made, 'SELECT FROM outgoing_mails')).toEqual([]);

    // Passwords are in the owner's file alone; the database has hashes.
    expect(statSync(join(made.data, 'demo-accounts.txt')).mode & 0o077).toBe(0);
    const hashes = await rows(made, 'SELECT password_hash AS hash FROM credentials');
    expect(hashes).toHaveLength(10);
    expect(hashes.every((row) => String(row['hash']).startsWith('$argon2id$'))).toBe(true);
  },
  LONG,
);

it(
  'goes without a trace, and takes nothing of anybody else along',
  async () => {
    const [made, plain] = [await install(), await install()];
    await seedDemo(made.env, NOW);
    const own = { slug: 'maju', name: 'Maju', adminName: 'Siti', adminNumber: '1', zone: 'Asia/Jakarta' };
    for (const { env } of [made, plain]) {
      const options = { ...own, colour: '#0b6e4f', language: 'id' };
      expect((await createCooperative(env, options)).isDone).toBe(true);
    }

    const asked = await removeDemo(made.env, false);
    expect(asked.isDone).toBe(false);
    expect(asked.lines.join('\n')).toMatch(/Koperasi Konsumen Karya Sentosa[^]* 2060 {2}members\n[^]*add --yes/);
    expect(await rows(made, 'SELECT slug FROM cooperatives')).toHaveLength(3);

    expect((await removeDemo(made.env, true)).isDone).toBe(true);
    expect(await sizes(made)).toEqual(await sizes(plain));
    expect(() => accountsOf(made)).toThrow('ENOENT');
    expect(await removeDemo(made.env, true)).toEqual({ lines: ['There is no demo cooperative.'], isDone: true });
    // What only grows refuses change again.
    await expect(rows(made, 'DELETE FROM audit_entries')).rejects.toThrow('append-only');

    // With somebody's own cooperative there, no demo comes back.
    expect(await seedDemo(made.env, NOW)).toBe(false);
  },
  LONG,
);

it(
  'is made anew where a start had died in the middle of it',
  async () => {
    const made = await install();
    await rows(
      made,
      `INSERT INTO cooperatives (id, slug, name, colour, language, zone, is_demo, created_at)
       VALUES (gen_random_uuid(), 'karya-sentosa', 'Setengah jadi', '#0b6e4f', 'id', 'Asia/Jakarta', true, now())`,
    );
    expect(await seedDemo(made.env, NOW)).toBe(true);
    expect(await rows(made, 'SELECT name FROM cooperatives ORDER BY 1')).toEqual([
      { name: 'Koperasi Konsumen Karya Sentosa' },
      { name: 'Koperasi Pendidikan Ngudi Kawruh' },
    ]);
  },
  LONG,
);

/** Who is there and what happened, in words: ids of sessions and registrations are new at every install. */
async function told(made: Install): Promise<unknown> {
  return [
    await rows(
      made,
      `SELECT md5(string_agg(concat(m.id, number, name, email, mobile, unit_id, roles, status), ',' ORDER BY m.id)) FROM members m`,
    ),
    await rows(
      made,
      `SELECT title, s.state, starts_at, number, r.state AS registration, verdict, counted_seconds
       FROM sessions s LEFT JOIN registrations r ON r.session_id = s.id LEFT JOIN members m ON m.id = r.member_id
       LEFT JOIN attendances a ON a.session_id = s.id AND a.member_id = m.id ORDER BY title, number`,
    ),
    await rows(
      made,
      `SELECT title, seq, payload->>'text' AS text FROM room_events JOIN sessions s ON s.id = session_id ORDER BY 1, 2`,
    ),
  ];
}

/** Rows in each table. */
async function sizes(made: Install): Promise<unknown> {
  const tables = await rows(
    made,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const counts: unknown[] = [];
  for (const { name } of tables) counts.push([name, await rows(made, `SELECT count(*) FROM "${String(name)}"`)]);
  return counts;
}

async function rows({ database }: Install, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
