// The two production processes, as an operator runs them: they do their work, say nothing they should not, and stop in time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../../scripts/embedded/ports.ts';
import type { Database } from '../../src/platform/database/database.js';
import { aBrowser } from '../factories/auth.js';
import { aCooperative, aMember } from '../factories/members.js';
import { BuiltProcess } from '../support/built-process.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { startMailbox, type TestMailbox } from '../support/mailbox.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let mailbox: TestMailbox;
let client: pg.Client;
let main: BuiltProcess;
let worker: BuiltProcess;
let url = '';
let workerUrl = '';
const data = mkdtempSync(join(tmpdir(), 'sinau-processes-'));

beforeAll(async () => {
  database = await createTestDatabase();
  mailbox = await startMailbox();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  for (let attempt = 1; !(await areReady()); attempt += 1) {
    if (attempt > 5) throw new Error(`They did not start, five times.\n${main.output}\n${worker.output}`);
    await start(await freePort(), await freePort());
  }
});

async function start(port: number, workerPort: number): Promise<void> {
  workerUrl = `http://127.0.0.1:${String(workerPort)}`;
  url = `http://127.0.0.1:${String(port)}`;
  const env = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: database.appUrl,
    SMTP_URL: mailbox.smtpUrl,
    SINAU_DATA: data,
    LOG_LEVEL: 'debug',
  };
  main = new BuiltProcess('main.js', env);
  worker = new BuiltProcess('worker.js', { ...env, WORKER_PORT: String(workerPort) });
  // Somebody else may take the port between our look and theirs.
  const isOver = Promise.race([main.ended, worker.ended]).then(() => true);
  await until(async () => (await areReady()) || (await Promise.race([isOver, Promise.resolve(false)])));
  if (!(await areReady())) await Promise.all([main.stop(), worker.stop()]);
}

async function areReady(): Promise<boolean> {
  if (url === '') return false;
  const answers = await Promise.all([url, workerUrl].map((one) => fetch(`${one}/health/ready`).catch(() => undefined)));
  return answers.every((answer) => answer?.status === 200);
}

afterAll(async () => {
  await Promise.all([main.stop(), worker.stop()]);
  await client.end();
  await mailbox.close();
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

describe('main.js and worker.js', () => {
  const address = 'Rahasia.Sekali@contoh.id';

  it('send a sign-in mail from one process to the other and let the member in', async () => {
    const { slug } = await member(address);
    const browser = aBrowser({ url });
    const asked = await browser.post<{ challengeId: string }>('/api/auth/challenges', {
      cooperative: slug,
      identifier: address,
    });
    expect(asked.status).toBe(202);
    await until(() => Promise.resolve(mailbox.mails.length > 0));
    const code = /\b(\d{6})\b/.exec(mailbox.mails[0]?.text ?? '')?.[1];
    const entered = await browser.post(`/api/auth/challenges/${asked.body.challengeId}/code`, { code });
    expect(entered.status).toBe(204);
    expect((await browser.get<{ member: { email: string } }>('/api/me')).body.member.email).toBe(address);
    // Whatever goes wrong must not print it either.
    await browser.post('/api/auth/sign-in', { cooperative: slug, identifier: address, password: 'kata-sandi-salah' });
    await browser.get(`/api/sessions?q=${encodeURIComponent(address)}&cursor=%FF`);

    const logs = main.output + worker.output;
    const link = /#\S*?([\w-]{30,})/.exec(mailbox.mails[0]?.text ?? '')?.[1] ?? '';
    expect(link).not.toBe('');
    for (const secret of [
      address,
      address.toLowerCase(),
      code ?? '',
      link,
      'kata-sandi-salah',
      cookieValue(browser.cookie),
    ]) {
      expect(logs).not.toContain(secret);
    }
    expect(logs).toContain('"route":"/api/auth/challenges"');
  });

  it('log JSON lines that carry the request id the caller was given', async () => {
    const answer = await fetch(`${url}/api/me`);
    const requestId = answer.headers.get('x-request-id') ?? 'none';
    await until(() => Promise.resolve(main.output.includes(requestId)));
    for (const line of main.output.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('say how they are, the worker on a port of its own where nothing else is to be had', async () => {
    const status = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
      (await fetch(workerUrl + path, { headers })).status;
    expect(await (await fetch(`${workerUrl}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${workerUrl}/metrics`)).text()).toContain('sinau_outbox_lag_seconds');
    expect(await status('/metrics', { 'x-forwarded-for': '203.0.113.9' })).toBe(404);
    for (const path of [
      '/',
      '/api/cooperatives',
      '/api/me',
      '/socket.io/?EIO=4&transport=polling',
      '/health',
      '//metrics',
    ]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
  });

  it('stop cleanly when they are told to', async () => {
    expect(await Promise.all([main.stop(), worker.stop()])).toEqual([0, 0]);
  });
});

async function member(email: string): Promise<{ slug: string }> {
  const query = async (text: string, values?: unknown[]): Promise<unknown[]> =>
    (await client.query<object>(text, values)).rows;
  const app = { db: { sql: query } as unknown as Database, clock: new FixedClock(new Date().toISOString()) };
  const cooperative = await aCooperative(app);
  await aMember(app, cooperative, { email });
  return cooperative;
}

function cookieValue(cookie: string): string {
  return cookie.split('=')[1] ?? 'no cookie';
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 2_000; look += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come true.\n${main.output}\n${worker.output}`);
}
