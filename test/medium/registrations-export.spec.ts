// Registrations as a file: every row, in order, in both formats, and nothing that a spreadsheet would run.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { somePeople } from '../factories/room.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

let app: TestApp;
let cooperative: CooperativeRow;
let adminRow: MemberRow;
let admin: Client;
let session: SessionRow;

beforeAll(async () => {
  app = await bootApp();
  cooperative = await aCooperative(app);
  adminRow = await anAdmin(app, cooperative);
  admin = await signedIn(app, adminRow);
  session = await aSession(app, cooperative, { capacity: 2, zone: 'Asia/Makassar' });
});

afterAll(async () => {
  await app.close();
});

async function read(client: Client, of: SessionRow, query: string): Promise<Response> {
  return client.fetch(`/api/sessions/${of.id}/registrations/file${query}`);
}

async function csv(client: Client, of: SessionRow): Promise<string[][]> {
  const response = await read(client, of, '?format=csv');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="peserta-[\da-f]{12}\.csv"$/);
  return parse(await response.text(), { bom: true, delimiter: ';' });
}

it('holds every registration in order, in the reader’s language and the session’s zone', async () => {
  const unit = await aUnit(app, cooperative, { name: 'Gudang' });
  const dangerous = await aMember(app, cooperative, { name: '=HYPERLINK("http://x.example")', unitId: unit.id });
  const others = [await aMember(app, cooperative, { number: '+628' }), await aMember(app, cooperative)];
  for (const member of [dangerous, ...others]) {
    await (await signedIn(app, member)).post(`/api/sessions/${session.id}/registration`);
    app.clock.advance({ minutes: 1 });
  }
  const [last] = await app.db.sql<{ id: string }>(
    'SELECT id FROM registrations WHERE session_id = $1 AND member_id = $2',
    [...[session.id, others[1]?.id]],
  );
  const first = { priority: 7, reason: 'Tugas luar kota' };
  const path = `/api/sessions/${session.id}/registrations/${last?.id ?? ''}/priority`;
  expect((await admin.put(path, first)).status).toBe(204);
  const [header, ...lines] = await csv(admin, session);
  expect(header?.slice(0, 3)).toEqual(['No. anggota', 'Nama', 'Unit']);
  expect(header?.slice(7, 10)).toEqual(['Urutan tunggu', 'Prioritas', 'Mendaftar (Asia/Makassar)']);
  expect(lines.map((line) => [line[0], line[1], line[5], line[7], line[8]])).toEqual([
    [dangerous.number, `'=HYPERLINK("http://x.example")`, 'terdaftar', '', ''],
    [`'+628`, others[0]?.name, 'terdaftar', '', ''],
    [others[1]?.number, others[1]?.name, 'daftar tunggu', '1', '7'],
  ]);
  expect(lines[0]?.[9]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);

  const xlsx = await read(admin, session, '?format=xlsx');
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml.sheet');
  const sheet = await readSheet(Buffer.from(await xlsx.arrayBuffer()));
  expect(sheet.map((row) => row[1])).toEqual(['Nama', dangerous.name, others[0]?.name, others[1]?.name]);
  expect(sheet[3]?.slice(7, 9)).toEqual([1, 7]);

  const entries = await app.db.sql(
    `SELECT actor_member_id, after FROM audit_entries JOIN audit_values USING (cooperative_id, number)
     WHERE action = 'registrations.exported' AND subject_id = $1 ORDER BY number`,
    [session.id],
  );
  expect(entries).toEqual([
    { actor_member_id: adminRow.id, after: { format: 'csv' } },
    { actor_member_id: adminRow.id, after: { format: 'xlsx' } },
  ]);
  // A coordinator gets their own unit's; the format must be one of the two.
  const coordinator = await aMember(app, cooperative, {
    roles: ['member', 'coordinator'],
    coordinatesUnitIds: [unit.id],
  });
  expect(await csv(await signedIn(app, coordinator), session)).toHaveLength(2);
  expect((await read(admin, session, '?format=pdf')).status).toBe(400);
  // Whoever runs the session sees who comes, and no address that is not theirs to read.
  const hostRow = await aMember(app, cooperative, { roles: ['member', 'facilitator'] });
  await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'host')`, [
    session.id,
    hostRow.id,
  ]);
  const [hosts] = await csv(await signedIn(app, hostRow), session);
  expect(hosts).toEqual(header?.filter((title) => title !== 'E-mail' && title !== 'No. HP'));
});

it('is whole over many pages', async () => {
  const big = await aSession(app, cooperative, { capacity: 1_000 });
  const people = await somePeople(app, cooperative.id, 4_500, 'Anggota');
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     SELECT gen_random_uuid(), $1, $2, member, CASE WHEN n <= 1000 THEN 'confirmed' ELSE 'waitlisted' END,
       $4::timestamptz + n / 3 * interval '1 second', CASE WHEN n <= 1000 THEN $4::timestamptz END, $4, $4
     FROM unnest($3::uuid[]) WITH ORDINALITY AS new (member, n)`,
    [cooperative.id, big.id, people.map((person) => person.id), app.clock.now()],
  );
  const [, ...lines] = await csv(admin, big);
  expect(new Set(lines.map((line) => line[0])).size).toBe(4_500);
  const places = lines.map((line) => Number(line[7])).filter((place) => place > 0);
  expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: 3_500 }, (_, index) => index + 1));
});
