// An import whose worker is cut off in the middle of a step leaves nothing half done, and is finished by the next look.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, anAdmin, type CooperativeRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';
import { untilBlocked } from '../support/blocked.js';

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
  // Every line is read and written when the step asks for the units to compare them with.
  await cutOff(
    ['LOCK TABLE units IN ACCESS EXCLUSIVE MODE', []],
    () => admin.post(`/api/roster-imports/${id}/dry-run`, { mapping: { number: 0, name: 1 } }),
    async () => {
      expect(await count('SELECT count(*)::int AS count FROM roster_lines WHERE import_id = $1', id)).toBe(0);
    },
  );
  await untilState(id, 'checked');
  expect(await count('SELECT count(*)::int AS count FROM roster_lines WHERE import_id = $1', id)).toBe(ROWS);

  // The last line is a statement of its own: all the others are already members when the step comes to it.
  await cutOff(
    [
      `INSERT INTO members SELECT other.* FROM members m, jsonb_populate_record(m,
         jsonb_build_object('id', gen_random_uuid(), 'number', 'N-${ROWS - 1}', 'email', NULL)) other
       WHERE m.cooperative_id = $1`,
      [cooperative.id],
    ],
    () => admin.post(`/api/roster-imports/${id}/apply`, { mode: 'all' }),
    async () => {
      expect(await members()).toBe(1);
    },
  );
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

/**
 * Ends the connection of a step in the middle of it: there it waits for what we hold. What the step left is looked at
 * while nobody can get further than that.
 */
async function cutOff(
  [hold, parameters]: [sql: string, parameters: string[]],
  startStep: () => Promise<unknown>,
  look: () => Promise<void>,
): Promise<void> {
  const holder = new pg.Client({ connectionString: app.database.ownerUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(hold, parameters);
    await startStep();
    const [step] = await untilBlocked(app.db);
    expect(await app.db.sql('SELECT pg_terminate_backend($1) AS ended', [step])).toEqual([{ ended: true }]);
    await look();
  } finally {
    await holder.end();
  }
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
