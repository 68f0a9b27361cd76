// An import whose worker is cut off in the middle of a step leaves nothing half done, and is finished by the next look.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, anAdmin, type CooperativeRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';

const ROWS = 20_000;

let app: TestApp;
let cooperative: CooperativeRow;
let admin: Client;

beforeAll(async () => {
  app = await bootApp();
  cooperative = await aCooperative(app);
  admin = await signedIn(app, await anAdmin(app, cooperative));
});

afterAll(async () => {
  await app.close();
});

it('survives the loss of its connection while checking and while applying', async () => {
  const id = await uploaded();
  await admin.post(`/api/roster-imports/${id}/dry-run`, { mapping: { number: 0, name: 1 } });
  await cutOff();
  expect(await count('SELECT count(*)::int AS count FROM roster_lines WHERE import_id = $1', id)).toBe(0);
  await untilState(id, 'checked');
  expect(await count('SELECT count(*)::int AS count FROM roster_lines WHERE import_id = $1', id)).toBe(ROWS);

  await admin.post(`/api/roster-imports/${id}/apply`, { mode: 'all' });
  await cutOff();
  expect(await members()).toBe(1);
  await untilState(id, 'applied');
  expect(await members()).toBe(ROWS + 1);
  expect(
    await count(
      `SELECT count(*)::int AS count FROM audit_entries WHERE action = 'roster.applied' AND subject_id = $1`,
      id,
    ),
  ).toBe(1);
});

async function uploaded(): Promise<string> {
  const lines = Array.from({ length: ROWS }, (_, row) => `N-${row},Anggota ${row}`);
  const form = new FormData();
  form.append('file', new Blob([`No Anggota,Nama\n${lines.join('\n')}\n`]), 'anggota.csv');
  const response = await admin.fetch('/api/roster-imports', { method: 'POST', body: form });
  return ((await response.json()) as { id: string }).id;
}

/** Ends the connection that is at the step, as soon as there is one. */
async function cutOff(): Promise<void> {
  for (let look = 0; look < 3_000; look += 1) {
    const ended = await app.db.sql(
      `SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE l.locktype = 'advisory' AND l.granted AND a.query LIKE '%roster_lines%'
         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (ended.length > 0) return;
  }
  throw new Error('No step was under way');
}

async function untilState(id: string, state: string): Promise<void> {
  for (let look = 0; look < 10; look += 1) {
    await app.settle();
    const { body } = await admin.get<{ state: string }>(`/api/roster-imports/${id}`);
    if (body.state === state) return;
  }
  throw new Error(`Never ${state}`);
}

function members(): Promise<number> {
  return count('SELECT count(*)::int AS count FROM members WHERE cooperative_id = $1', cooperative.id);
}

async function count(sql: string, id: string): Promise<number> {
  const [row] = await app.db.sql<{ count: number }>(sql, [id]);
  return row?.count ?? -1;
}
