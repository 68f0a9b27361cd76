// Whoever starts Sinau for the first time can sign in at once, as everybody there is, and again after the next start.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cli } from '../support/command-line.js';
import { LAST_LINE, Started, until } from '../support/started.js';

/** A limit for what hangs, not a promise of speed. */
const LONG = 900_000;
const ROLES = ['admin', 'facilitator', 'coordinator', 'supervisor', 'member'];

interface Account {
  readonly slug: string;
  readonly role: string;
  readonly number: string;
  readonly password: string;
  readonly name: string;
}

let folder: string;
let data: string;
const all: Started[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinau-demo-'));
  await chmod(folder, 0o711);
  data = join(folder, 'data');
});

afterAll(async () => {
  for (const one of all) await one.killAll();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Started> {
  const one = new Started({ data });
  all.push(one);
  await one.ready(LONG);
  await until(() => one.output.includes(LAST_LINE), 30_000);
  return one;
}

it(
  'prints an account of each role that signs in, at every start, until the demo is removed',
  async () => {
    const first = await start();
    const accounts = printed(first.output);
    expect(accounts.map(({ slug, role }) => `${slug} ${role}`)).toEqual(
      ['karya-sentosa', 'ngudi-kawruh'].flatMap((slug) => ROLES.map((role) => `${slug} ${role}`)),
    );
    for (const account of accounts) {
      const me = await signIn(first, account);
      expect(me).toMatchObject({ member: { number: account.number, name: account.name } });
      expect(me.roles).toContain(account.role);
    }
    const { code } = await first.stop();
    expect(code).toBe(0);

    const second = await start();
    expect(printed(second.output)).toEqual(accounts);
    await second.stop();

    const removal = await cli(['demo:remove', '--yes'], { SINAU_DATA: data });
    expect(removal.output).toMatch(/^Deleted:\n.*Koperasi Konsumen Karya Sentosa/);
    expect(removal.code).toBe(0);
    const third = new Started({ data });
    all.push(third);
    await third.ready(LONG);
    expect(await (await fetch(`${third.url}/api/cooperatives`)).json()).toEqual([]);
    await third.stop();
    expect(printed(third.output)).toEqual([]);
  },
  LONG,
);

function printed(output: string): Account[] {
  const accounts: Account[] = [];
  let slug = '';
  for (const line of output.split('\n')) {
    slug = /\/k\/([\w-]+):/.exec(line)?.[1] ?? slug;
    const [, role = '', number = '', password = '', name = ''] =
      /^\s+(\w+)\s+(\w\w-\d{5})\s+((?:\w{4}-){2}\w{4})\s+(.+)$/.exec(line) ?? [];
    if (role !== '') accounts.push({ slug, role, number, password, name: name.trim() });
  }
  return accounts;
}

async function signIn(started: Started, account: Account): Promise<{ member: object; roles: string[] }> {
  const { slug: cooperative, number: identifier, password } = account;
  const answer = await fetch(`${started.url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cooperative, identifier, password }),
  });
  expect(answer.status).toBe(204);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const me = await fetch(`${started.url}/api/me`, { headers: { cookie } });
  return (await me.json()) as { member: object; roles: string[] };
}
