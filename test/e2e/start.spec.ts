// One command starts all of it, and whatever ended it, the next start works: one data folder through its whole life.
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { freePort } from '../../scripts/embedded/ports.ts';
import { createEmptyDatabase } from '../support/database.js';
import {
  isPostgresMarked,
  LAST_LINE,
  linkCheckout,
  printedDataFolder,
  Started,
  type StartOptions,
  until,
} from '../support/started.js';

/** What there is to close has ten seconds in all; on a busy machine everything around it takes its time too. */
const STOP_WITHIN_MS = 30_000;
/** A limit for what hangs, not a promise of speed. */
const LONG = 600_000;
const SHARED = '/var/lib/sinau';
const isRoot = process.getuid?.() === 0;
const started: Started[] = [];
let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinau-start-'));
  // Any account may pass through, so that the data stays where it was asked for when root starts.
  await chmod(folder, 0o711);
  data = join(folder, 'data');
});

afterAll(async () => {
  for (const one of started) await one.killAll();
  await rm(folder, { recursive: true, force: true });
});

function start(options: Partial<StartOptions> = {}): Started {
  const one = new Started({ data, ...options });
  started.push(one);
  return one;
}

async function refusal(one: Started): Promise<string> {
  expect(await one.ended).toBe(1);
  // One sentence: no stack, no second line.
  expect(one.said).toHaveLength(1);
  return one.said[0] ?? '';
}

it(
  'reads and checks its settings before it migrates anything',
  async () => {
    const database = await createEmptyDatabase();
    const { ownerUrl, appUrl } = database;
    try {
      const wrong = { MAIL_FROM: 'Sinau', DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl };
      const one = start({ data: join(folder, 'of-wrong-settings'), env: wrong });
      expect(await one.ended).toBe(1);
      expect(one.said).toEqual(['The configuration has 1 problem(s):', expect.stringMatching(/^- MAIL_FROM: /)]);
      expect(await rowsOf(ownerUrl, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    } finally {
      await database.drop();
    }
    // Nor is a database begun that it would have made itself.
    const own = start({ env: { MAIL_FROM: 'Sinau' } });
    expect(await own.ended).toBe(1);
    expect(existsSync(join(data, 'postgres'))).toBe(false);
  },
  LONG,
);

it(
  'starts, refuses a second start on the same data, and stops whole',
  async () => {
    const port = await freePort();
    const publicUrl = `http://sinau.localhost:${String(port)}`;
    const first = start({ port, env: { PUBLIC_URL: `${publicUrl}/` } });
    await first.ready();
    await until(() => first.output.includes(LAST_LINE), 30_000);
    expect(/Sinau\s+(http\S+)/.exec(first.output)?.[1]).toBe(publicUrl);
    expect(await linkInSignInMail(first.url)).toMatch(new RegExp(`^${publicUrl}/`));
    expect(printedDataFolder(first)).toBe(data);
    const mailbox = /Mailbox\s+(\S+)/.exec(first.output)?.[1] ?? '';
    expect((await fetch(mailbox)).status).toBe(200);
    expect((await stat(join(data, 'postgres/sinau-passwords.json'))).mode & 0o077).toBe(0);

    expect(await refusal(start())).toBe(`Another Sinau is already running on ${data}: stop it first.`);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);

    const { took, code } = await first.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(STOP_WITHIN_MS);
    expect(isPostgresMarked(data)).toBe(false);
    await expect(fetch(mailbox)).rejects.toThrow('fetch failed');
  },
  LONG,
);

it(
  'says so when the port is taken, and leaves nothing running',
  async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      expect(await refusal(start({ port }))).toMatch(new RegExp(`^Port ${String(port)} on 127\\.0\\.0\\.1 is taken: `));
      expect(isPostgresMarked(data)).toBe(false);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  },
  LONG,
);

it(
  'starts again on the PostgreSQL that a kill -9 left, and ends by itself when npm alone is killed',
  async () => {
    const killed = start();
    await killed.ready();
    const left = await postmaster();
    await killed.killAll();
    expect(isPostgresMarked(data)).toBe(true);

    const next = start();
    await next.ready();
    expect(await postmaster()).toEqual(left);
    await asOwner(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    next.killNpm();
    await until(() => !isPostgresMarked(data), STOP_WITHIN_MS);
  },
  LONG,
);

it(
  'refuses data that a newer version has migrated',
  async () => {
    expect(await refusal(start())).toMatch(/newer version of Sinau/);
    expect(isPostgresMarked(data)).toBe(false);
  },
  LONG,
);

// PostgreSQL, which never runs as root, must reach its own. Whoever is not root cannot make such a folder at all.
if (isRoot) it('starts from a checkout that only root may enter', startsFromAPrivateCheckout, LONG);

async function startsFromAPrivateCheckout(): Promise<void> {
  const checkout = await mkdtemp(join(tmpdir(), 'sinau-private-'));
  const before = existsSync(SHARED);
  let moved = '';
  try {
    await linkCheckout(checkout);
    const hidden = new Started({ checkout });
    started.push(hidden);
    await hidden.ready();
    await until(() => hidden.output.includes(LAST_LINE), 30_000);
    moved = printedDataFolder(hidden);
    expect(moved).toMatch(/^\/var\/lib\/sinau\//);
    expect(hidden.output).toContain(`cannot enter ${checkout}/.data`);
    expect((await hidden.stop()).code).toBe(0);
    expect(isPostgresMarked(moved)).toBe(false);
  } finally {
    await rm(checkout, { recursive: true, force: true });
    if (moved.startsWith(`${SHARED}/`)) await rm(moved, { recursive: true, force: true });
    if (!before) await rm(SHARED, { recursive: true, force: true });
  }
}

async function postmaster(): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Asks for a mail to sign in by, and waits for it in the mailbox. */
async function linkInSignInMail(url: string): Promise<string> {
  const [admin] = await asOwner(
    `SELECT slug AS cooperative, email AS identifier FROM members m JOIN cooperatives c ON c.id = m.cooperative_id
     WHERE 'admin' = ANY (m.roles) LIMIT 1`,
  );
  const headers = { 'content-type': 'application/json' };
  const asked = await fetch(`${url}/api/auth/challenges`, { method: 'POST', headers, body: JSON.stringify(admin) });
  expect(asked.ok).toBe(true);
  let link: string | undefined;
  await until(async () => (link = await signInLink(String(admin?.['identifier']))) !== undefined, 60_000);
  return link ?? '';
}

async function signInLink(address: string): Promise<string | undefined> {
  const mailbox = join(data, 'mailbox');
  for (const name of await readdir(mailbox)) {
    if (!name.endsWith('.eml')) continue;
    const { to, text = '' } = await simpleParser(await readFile(join(mailbox, name)));
    const link = /http\S+#\S+/.exec(text)?.[0];
    if (link !== undefined && [to].flat().some((one) => one?.text.includes(address) === true)) return link;
  }
  return undefined;
}

/** With the password that the start left in its data folder, as an administrator would. */
async function asOwner(sql: string): Promise<Record<string, unknown>[]> {
  const passwords = JSON.parse(await readFile(join(data, 'postgres/sinau-passwords.json'), 'utf8')) as {
    owner: string;
  };
  const url = new URL('postgresql://sinau_owner@127.0.0.1/sinau');
  url.port = String((await postmaster()).port);
  url.password = passwords.owner;
  return rowsOf(url.href, sql);
}

async function rowsOf(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
