// Registrations through HTTP: seats, the queue, promotion, staff, and everything twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from '../../src/contracts/schemas.js';
import { bootApp, type TestApp } from '../support/app.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

interface Registration {
  id: string;
  state: string;
  place: number | null;
}

let app: TestApp;
let home: CooperativeRow;
let admin: Client;
let members: MemberRow[];
let clients: Client[];

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  members = [];
  for (let count = 0; count < 6; count += 1) members.push(await aMember(app, home));
});

beforeEach(async () => {
  admin = await signedIn(app, await anAdmin(app, home));
  clients = await Promise.all(members.map((member) => signedIn(app, member)));
});

afterAll(async () => {
  await app.close();
});

const path = (session: SessionRow): string => `/api/sessions/${session.id}/registration`;
const client = (index: number): Client => clients[index] ?? admin;
const memberId = (index: number): string => members[index]?.id ?? '';

async function register(session: SessionRow, ...indexes: number[]): Promise<Registration[]> {
  const made: Registration[] = [];
  for (const index of indexes) {
    const { status, body } = await client(index).post<Registration>(path(session));
    expect(status).toBe(200);
    made.push(body);
  }
  return made;
}

const said = (registration: Registration): string => `${registration.state} ${String(registration.place)}`;

async function rows(session: SessionRow): Promise<Record<string, string>> {
  const found = await app.db.sql<{ id: string; state: string }>(
    'SELECT member_id AS id, state FROM registrations WHERE session_id = $1 ORDER BY created_at, id',
    [session.id],
  );
  return Object.fromEntries(
    found.map((row) => [String(members.findIndex((member) => member.id === row.id)), row.state]),
  );
}

async function events(session: SessionRow): Promise<string[]> {
  const found = await app.db.sql<{ name: string; member: string }>(
    `SELECT name, payload->>'memberId' AS member FROM outbox_events WHERE payload->>'sessionId' = $1 ORDER BY id`,
    [session.id],
  );
  return found.map(
    (row) => `${row.name.replace('registration.', '')} ${String(members.findIndex((m) => m.id === row.member))}`,
  );
}

describe('a member', () => {
  it('gets a seat, or a place in the queue, and the same again when asking again', async () => {
    const session = await aSession(app, home, { capacity: 2 });
    const made = await register(session, 0, 1, 2, 3, 2, 0);
    expect(made.map(said)).toEqual([
      ...['confirmed null', 'confirmed null', 'waitlisted 1', 'waitlisted 2', 'waitlisted 1', 'confirmed null'],
    ]);
    expect(made[4]?.id).toBe(made[2]?.id);
    expect(await events(session)).toEqual(['confirmed 0', 'confirmed 1', 'waitlisted 2', 'waitlisted 3']);
    const { body } = await client(3).get<Registration>(path(session));
    expect(made[3]).toEqual({ ...body, others: [] });
    expect((await client(4).get(path(session))).status).toBe(404);
  });

  it('asks twice at once and has one registration', async () => {
    const session = await aSession(app, home, { capacity: 2 });
    const replies = await Promise.all(Array.from({ length: 8 }, () => client(0).post<Registration>(path(session))));
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect(await rows(session)).toEqual({ '0': 'confirmed' });
  });

  it('gives a seat back, which the first of the queue has at once', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    await register(session, 0, 1, 2);
    expect((await client(0).delete(path(session))).status).toBe(204);
    expect((await client(0).delete(path(session))).status).toBe(204);
    expect(await rows(session)).toEqual({ '0': 'cancelled', '1': 'confirmed', '2': 'waitlisted' });
    expect((await client(2).get<Registration>(path(session))).body.place).toBe(1);
    expect(await events(session)).toEqual([
      ...['confirmed 0', 'waitlisted 1', 'waitlisted 2', 'cancelled 0', 'promoted 1'],
    ]);
    expect((await register(session, 0)).map(said)).toEqual(['waitlisted 2']);
  });

  it('never overtakes the queue, even when seats were added and not yet given out', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    await register(session, 0, 1);
    await app.db.sql('UPDATE sessions SET capacity = 2 WHERE id = $1', [session.id]);
    expect((await register(session, 2)).map(said)).toEqual(['waitlisted 2']);
  });

  it.each([
    ['cancelled', 409],
    ['ended', 409],
    ['draft', 404],
  ] as const)('cannot register for a session that is %s', async (state, status) => {
    const session = await aSession(app, home, { state });
    const reply = await client(0).post<{ code: string }>(path(session));
    expect(reply.status).toBe(status);
    expect(reply.body.code).toBe(status === 409 ? 'registration-closed' : 'not-found');
  });

  it('finds nothing of another cooperative, and fails nobody else by trying', async () => {
    const session = await aSession(app, home, { capacity: 3 });
    const stranger = await signedIn(app, await aMember(app, await aCooperative(app)));
    const [foreign, own] = await Promise.all([stranger.post(path(session)), client(0).post(path(session))]);
    expect([foreign.status, own.status]).toEqual([404, 200]);
    expect((await stranger.delete(path(session))).status).toBe(404);
    expect((await client(0).post('/api/sessions/0198a3c0-0000-7000-8000-000000000000/registration')).status).toBe(404);
    expect((await client(0).post('/api/sessions/satu/registration')).status).toBe(400);
    expect(await rows(session)).toEqual({ '0': 'confirmed' });
  });

  it('sees what they have joined, page by page', async () => {
    const reader = await aMember(app, home);
    const me = await signedIn(app, reader);
    const later = await aSession(app, home, { title: 'Nanti' });
    const sooner = await aSession(app, home, {
      title: 'Segera',
      startsAt: new Date(app.clock.now().getTime() + 3_600_000),
    });
    await me.post(path(later));
    await me.post(path(sooner));
    const first = await me.get<Page<{ session: { title: string } }>>('/api/my/registrations?limit=1');
    expect(first.body.items.map((item) => item.session.title)).toEqual(['Segera']);
    const rest = await me.get<Page<{ session: { title: string } }>>(
      `/api/my/registrations?limit=1&cursor=${String(first.body.nextCursor)}`,
    );
    expect(rest.body.items.map((item) => item.session.title)).toEqual(['Nanti']);
    const past = await me.get<Page<object>>('/api/my/registrations?when=past');
    expect(past.body.items).toEqual([]);
  });

  it('sees their place and the seats left in the catalogue', async () => {
    const session = await aSession(app, home, { capacity: 1, title: 'Unik sekali' });
    await register(session, 0, 1);
    const { body } = await client(1).get<Page<object>>('/api/sessions?q=unik');
    expect(body.items).toMatchObject([{ seatsLeft: 0, waiting: 1, registration: { state: 'waitlisted', place: 1 } }]);
  });
});

describe('seats that come and go', () => {
  it('go to the queue when there are more, and are nobody’s loss when there are fewer', async () => {
    const session = await aSession(app, home, { capacity: 2 });
    await register(session, 0, 1, 2, 3);
    await admin.patch(`/api/sessions/${session.id}`, { version: 1, capacity: 3 });
    await app.settle();
    expect(await rows(session)).toEqual({ '0': 'confirmed', '1': 'confirmed', '2': 'confirmed', '3': 'waitlisted' });
    await admin.patch(`/api/sessions/${session.id}`, { version: 2, capacity: 1 });
    await app.settle();
    await client(0).delete(path(session));
    expect(await rows(session)).toMatchObject({
      '0': 'cancelled',
      '1': 'confirmed',
      '2': 'confirmed',
      '3': 'waitlisted',
    });
    await admin.patch(`/api/sessions/${session.id}`, { version: 3, capacity: null });
    await app.settle();
    expect(await rows(session)).toMatchObject({ '3': 'confirmed' });
  });

  it('come back from a member who leaves', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    const leaver = await aMember(app, home);
    await (await signedIn(app, leaver)).post(path(session));
    await register(session, 0);
    const outbox = `INSERT INTO outbox_events (id, name, payload, occurred_at, due_at)
      VALUES (gen_random_uuid(), 'member.left', $1, $2, $2)`;
    await app.db.sql(outbox, [{ cooperativeId: home.id, memberId: leaver.id }, app.clock.now()]);
    await app.settle();
    expect(await rows(session)).toMatchObject({ '0': 'confirmed' });
  });

  it('remember what was seen when they were given', async () => {
    const session = await aSession(app, home, { capacity: 2 });
    await register(session, 0, 1, 2);
    await client(0).delete(path(session));
    const seen = await app.db.sql(
      `SELECT seats_taken_before AS taken, capacity_seen AS capacity FROM registrations
       WHERE session_id = $1 ORDER BY created_at, id`,
      [session.id],
    );
    expect(seen).toEqual([
      { taken: 0, capacity: 2 },
      { taken: 1, capacity: 2 },
      { taken: 1, capacity: 2 },
    ]);
  });
});

describe('staff', () => {
  it('register a member and cancel with a reason, both written down', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    const list = `/api/sessions/${session.id}/registrations`;
    const made = await admin.post<Registration>(list, { memberId: memberId(0) });
    expect(made.body.state).toBe('confirmed');
    expect((await admin.post<Registration>(list, { memberId: memberId(0) })).body.id).toBe(made.body.id);
    await register(session, 1);
    const bad = await admin.delete<{ fields: object[] }>(`${list}/${made.body.id}`, { reason: ' ' });
    expect(bad.body.fields).toMatchObject([{ path: 'reason', rule: 'required' }]);
    expect((await admin.delete(`${list}/${made.body.id}`, { reason: 'Bentrok jadwal' })).status).toBe(204);
    expect((await admin.delete(`${list}/${made.body.id}`, { reason: 'Bentrok jadwal' })).status).toBe(204);
    const { body } = await admin.get<Page<Registration & { reason: string | null }>>(list);
    expect(body.items.map((item) => [item.state, item.reason])).toEqual([
      ['cancelled', 'Bentrok jadwal'],
      ['confirmed', null],
    ]);
    const audit = await app.db.sql('SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY number', [
      made.body.id,
    ]);
    expect(audit).toEqual([{ action: 'registration.made' }, { action: 'registration.cancelled' }]);
  });

  it('cancel the one they saw, not the one made since', async () => {
    const session = await aSession(app, home);
    const [old] = await register(session, 0);
    await client(0).delete(path(session));
    await register(session, 0);
    await admin.delete(`/api/sessions/${session.id}/registrations/${String(old?.id)}`, { reason: 'Terlambat' });
    expect((await client(0).get(path(session))).status).toBe(200);
  });

  it('coordinate their own units only', async () => {
    const [unit, otherUnit] = [await aUnit(app, home), await aUnit(app, home)];
    const inside = await aMember(app, home, { unitId: unit.id, name: 'Di dalam' });
    const outside = await aMember(app, home, { unitId: otherUnit.id });
    const coordinator = await signedIn(
      app,
      await aMember(app, home, { roles: ['member', 'coordinator'], coordinatesUnitIds: [unit.id] }),
    );
    const session = await aSession(app, home);
    const list = `/api/sessions/${session.id}/registrations`;
    expect((await coordinator.post(list, { memberId: inside.id })).status).toBe(200);
    expect((await coordinator.post(list, { memberId: outside.id })).status).toBe(404);
    const made = await admin.post<Registration>(list, { memberId: outside.id });
    expect((await coordinator.delete(`${list}/${made.body.id}`, { reason: 'x' })).status).toBe(404);
    const { body } = await coordinator.get<Page<{ member: { name: string } }>>(list);
    expect(body.items.map((item) => item.member.name)).toEqual(['Di dalam']);
  });

  it('search and page through a list', async () => {
    const session = await aSession(app, home, { capacity: 2 });
    await register(session, 0, 1, 2, 3);
    const list = `/api/sessions/${session.id}/registrations`;
    const queue = await admin.get<Page<Registration>>(`${list}?state=waitlisted`);
    expect(queue.body.items.map((item) => item.place)).toEqual([1, 2]);
    const number = members[3]?.number ?? '';
    expect((await admin.get<Page<object>>(`${list}?q=${number}`)).body.items).toHaveLength(1);
    expect((await admin.get<Page<object>>(`${list}?q=%25`)).body.items).toHaveLength(0);
    const first = await admin.get<Page<Registration>>(`${list}?limit=3`);
    const rest = await admin.get<Page<Registration>>(`${list}?limit=3&cursor=${String(first.body.nextCursor)}`);
    expect([...first.body.items, ...rest.body.items]).toHaveLength(4);
  });

  it('see nothing without the right to', async () => {
    const session = await aSession(app, home);
    const list = `/api/sessions/${session.id}/registrations`;
    const facilitator = await aMember(app, home, { roles: ['member', 'facilitator'] });
    const own = await aSession(app, home, {}, { host: facilitator });
    const asFacilitator = await signedIn(app, facilitator);
    expect((await client(0).get(list)).status).toBe(403);
    expect((await asFacilitator.get(list)).status).toBe(403);
    expect((await asFacilitator.get(`/api/sessions/${own.id}/registrations`)).status).toBe(200);
    expect((await asFacilitator.post(list, { memberId: memberId(0) })).status).toBe(403);
    const stranger = await signedIn(app, await anAdmin(app, await aCooperative(app)));
    expect((await stranger.get(list)).status).toBe(404);
    expect((await stranger.post(list, { memberId: memberId(0) })).status).toBe(404);
  });
});
