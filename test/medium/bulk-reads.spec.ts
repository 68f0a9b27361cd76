// Reading many people's data leaves an audit entry: who read which list, with what filter, how many, from where.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { nobody, signedIn, type Client } from '../factories/auth.js';
import { anAdmin, type MemberRow } from '../factories/members.js';
import { aRoom, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Entry {
  actor_member_id: string;
  action: string;
  from_hash: string | null;
  after: Record<string, unknown>;
}

interface Listed {
  items: unknown[];
  nextCursor: string | null;
}

let app: TestApp;
let room: SeededRoom;
let adminRow: MemberRow;
let admin: Client;

beforeAll(async () => {
  app = await bootApp();
  room = await aRoom(app, { members: 24 });
  adminRow = await anAdmin(app, { id: room.cooperativeId });
  admin = await signedIn(app, adminRow);
});

afterAll(async () => {
  await app.close();
});

async function entries(action: string): Promise<Entry[]> {
  return app.db.sql<Entry>(
    `SELECT actor_member_id, action, from_hash, after FROM audit_entries JOIN audit_values USING (cooperative_id, number)
     WHERE cooperative_id = $1 AND action = $2 ORDER BY number`,
    [room.cooperativeId, action],
  );
}

it('tells every page of the members that was read, once in ten minutes, and with what filter', async () => {
  const first = await admin.get<Listed>('/api/members?limit=15');
  await admin.get(`/api/members?limit=15&cursor=${encodeURIComponent(first.body.nextCursor ?? '')}`);
  await admin.get('/api/members?limit=15');
  await admin.get('/api/members?limit=15&q=anggota');
  const seen = await entries('members.read');
  expect(seen).toMatchObject([
    { actor_member_id: adminRow.id, after: { limit: 15, people: 15 } },
    { after: { limit: 15, cursor: first.body.nextCursor, people: 11 } },
    { after: { limit: 15, q: 'anggota', people: 15 } },
  ]);
  expect(seen[0]?.from_hash).toMatch(/^[\w-]{20,}$/);
  app.clock.advance({ minutes: 10 });
  await admin.get('/api/members?limit=15');
  expect(await entries('members.read')).toHaveLength(4);
});

it('tells who read the registered and the attendance of a session', async () => {
  await admin.get(`/api/sessions/${room.sessionId}/registrations`);
  expect(await entries('registrations.read')).toMatchObject([{ after: { people: 24 } }]);
  await app.db.sql(`UPDATE sessions SET state = 'ended', ended_at = $2 WHERE id = $1`, [
    room.sessionId,
    app.clock.now(),
  ]);
  app.clock.advance({ hours: 3 });
  await app.settle();
  const { body } = await admin.get<Listed>(`/api/sessions/${room.sessionId}/attendance`);
  expect(await entries('attendance.read')).toMatchObject([{ after: { people: body.items.length } }]);
});

it('tells of small pages too, which are as many as one likes', async () => {
  const before = (await entries('members.read')).length;
  const { body } = await admin.get<Listed>('/api/members?limit=4');
  await admin.get(`/api/members?limit=4&cursor=${encodeURIComponent(body.nextCursor ?? '')}`);
  expect(await entries('members.read')).toHaveLength(before + 2);
});

it('leaves a look at somebody, or a refused one, alone', async () => {
  const before = (await entries('members.read')).length;
  expect((await admin.get<Listed>('/api/members?q=tuan')).body.items).toHaveLength(1);
  expect((await nobody(app).get('/api/members')).status).toBe(401);
  expect(await entries('members.read')).toHaveLength(before);
});
