// The ledger only grows, says what is true, and shows where somebody touched it; the record is what it adds up to.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, somePeople, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await bootApp();
});

afterAll(async () => {
  await app.close();
});

interface Entry {
  sequence: number;
  member_id: string;
  kind: string;
  quantity: number;
}

interface RecordBody {
  sessions: number;
  minutes: number;
  years: { year: number; minutes: number; topics: { topic: string | null; minutes: number }[] }[];
}

interface AttendedPage {
  items: { sessionId: string; startsAt: string }[];
  nextCursor: string | null;
}

/** Ends a session whose first `present` members were there all the time, and settles until the ledger has it. */
async function held(room: SeededRoom, present: number): Promise<void> {
  for (const member of room.members.slice(0, present)) {
    await app.db.sql(
      `INSERT INTO presence_spans (id, cooperative_id, session_id, member_id, node_id, connected_at, last_seen_at, ended_at)
       VALUES ($1, $2, $3, $4, $1, $5, $6, $6)`,
      [
        newId(),
        room.cooperativeId,
        room.sessionId,
        member.id,
        new Date(app.clock.now().getTime() - 3_600_000),
        app.clock.now(),
      ],
    );
  }
  await app.db.sql(`UPDATE sessions SET state = 'ended', ended_at = $2 WHERE id = $1`, [
    room.sessionId,
    app.clock.now(),
  ]);
  app.clock.advance({ minutes: 11 });
  await app.settle();
}

/** Another session of the same people: it began an hour ago as well. */
async function oneMore(room: SeededRoom): Promise<SeededRoom> {
  const sessionId = newId();
  const startsAt = new Date(app.clock.now().getTime() - 3_600_000);
  await app.db.sql(
    `INSERT INTO sessions (id, cooperative_id, state, title, language, zone, starts_at, ends_at, stage_kind, went_live_at,
       created_at, updated_at)
     SELECT $2, cooperative_id, 'live', title, language, zone, $3, $4, stage_kind, $3, $3, $3 FROM sessions WHERE id = $1`,
    [room.sessionId, sessionId, startsAt, app.clock.now()],
  );
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     SELECT gen_random_uuid(), cooperative_id, $2, member_id, state, queued_at, confirmed_at, created_at, updated_at
     FROM registrations WHERE session_id = $1`,
    [room.sessionId, sessionId],
  );
  return { ...room, sessionId };
}

const entriesOf = (room: SeededRoom): Promise<Entry[]> =>
  app.db.sql<Entry>(
    'SELECT sequence, member_id, kind, quantity FROM ledger_entries WHERE cooperative_id = $1 ORDER BY sequence',
    [room.cooperativeId],
  );

async function anAdmin(room: SeededRoom): ReturnType<typeof signedIn> {
  const [admin] = await somePeople(app, room.cooperativeId, 1, 'Pengurus', ['admin']);
  return signedIn(app, admin ?? room.host);
}

/** As whoever owns the tables, with the guards taken off: what only an intruder in the database could do. */
async function tamper(sql: string, parameters: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: app.database.ownerUrl });
  await client.connect();
  try {
    await client.query('ALTER TABLE ledger_entries DISABLE TRIGGER ledger_entries_append_only');
    await client.query(sql, parameters);
    await client.query('ALTER TABLE ledger_entries ENABLE TRIGGER ledger_entries_append_only');
  } finally {
    await client.end();
  }
}

describe('the ledger', () => {
  it('gets an entry for each present member, once', async () => {
    const room = await aRoom(app, { members: 3, wentLiveMinutesAgo: 60 });
    await held(room, 2);
    await app.settle();
    const entries = await entriesOf(room);
    expect(entries.map(({ sequence, kind, quantity }) => ({ sequence, kind, quantity }))).toEqual([
      { sequence: 1, kind: 'attended', quantity: 60 },
      { sequence: 2, kind: 'attended', quantity: 60 },
    ]);
    expect(entries.map((entry) => entry.member_id).sort()).toEqual(
      room.members
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('is corrected by reversing, and the record follows', async () => {
    const room = await aRoom(app, { members: 2, wentLiveMinutesAgo: 60 });
    await held(room, 1);
    const [was, wasNot] = room.members;
    const admin = await anAdmin(room);
    const path = `/api/sessions/${room.sessionId}/attendance`;
    await admin.put(`${path}/${was?.id ?? ''}`, { verdict: 'absent', reason: 'Perangkatnya saja yang hadir' });
    await admin.put(`${path}/${wasNot?.id ?? ''}`, { verdict: 'present', reason: 'Menonton bersama' });
    await app.settle();
    expect((await entriesOf(room)).map(({ member_id, kind, quantity }) => [member_id, kind, quantity])).toEqual(
      expect.arrayContaining([
        [was?.id, 'attended', 60],
        [was?.id, 'attended-reversed', -60],
        [wasNot?.id, 'attended', 60],
      ]),
    );
    const [none, some] = [await signedIn(app, was ?? room.host), await signedIn(app, wasNot ?? room.host)];
    expect((await none.get('/api/my/record')).body).toMatchObject({ sessions: 0, minutes: 0 });
    expect((await none.get('/api/my/record/sessions')).body).toEqual({ items: [], nextCursor: null });
    expect((await some.get('/api/my/record')).body).toMatchObject({ sessions: 1, minutes: 60 });
    expect((await none.get<{ items: unknown[] }>('/api/my/ledger?limit=1')).body).toMatchObject({
      items: [{ kind: 'attended-reversed', quantity: -60, title: 'Menabung, lalu investasi' }],
      nextCursor: expect.any(String),
    });
    expect((await admin.get('/api/ledger/verification')).body).toMatchObject({
      isSound: true,
      entries: 3,
      brokenAt: null,
    });
  });

  it('is refused change by the database, to the application and to the owner', async () => {
    const room = await aRoom(app, { members: 1, wentLiveMinutesAgo: 60 });
    await held(room, 1);
    for (const sql of [
      'UPDATE ledger_entries SET quantity = 999',
      'DELETE FROM ledger_entries',
      'TRUNCATE ledger_entries',
    ]) {
      await expect(app.db.sql(sql)).rejects.toThrow('permission denied');
      const owner = new pg.Client({ connectionString: app.database.ownerUrl });
      await owner.connect();
      await expect(owner.query(sql)).rejects.toThrow('ledger_entries is append-only');
      await owner.end();
    }
  });

  it.each([
    ['a changed entry', `UPDATE ledger_entries SET quantity = 600 WHERE cooperative_id = $1 AND sequence = 2`, 2],
    [
      'a changed time',
      `UPDATE ledger_entries SET recorded_at = recorded_at + interval '1 day' WHERE cooperative_id = $1 AND sequence = 3`,
      3,
    ],
    ['a missing entry', `DELETE FROM ledger_entries WHERE cooperative_id = $1 AND sequence = 2`, 2],
    ['entries cut off at the end', `DELETE FROM ledger_entries WHERE cooperative_id = $1 AND sequence = 3`, 3],
    ['a head that was set back', `UPDATE ledger_heads SET sequence = 2 WHERE cooperative_id = $1`, 2],
  ])('shows %s', async (_, sql, brokenAt) => {
    const room = await aRoom(app, { members: 3, wentLiveMinutesAgo: 60 });
    await held(room, 3);
    const admin = await anAdmin(room);
    expect((await admin.get('/api/ledger/verification')).body).toMatchObject({ isSound: true, entries: 3 });
    await tamper(sql, [room.cooperativeId]);
    expect((await admin.get('/api/ledger/verification')).body).toMatchObject({ isSound: false, brokenAt });
  });
});

describe('the record', () => {
  it('equals the ledger, for everybody, by topic and year of the session’s zone', async () => {
    const room = await aRoom(app, { members: 3, wentLiveMinutesAgo: 60 });
    const topicId = newId();
    await app.db.sql(`INSERT INTO topics (id, cooperative_id, name) VALUES ($1, $2, 'Menabung')`, [
      topicId,
      room.cooperativeId,
    ]);
    // 18.00 UTC on 31 December is already the next year in Jakarta.
    await app.db.sql(`UPDATE sessions SET topic_id = $2, starts_at = '2025-12-31T18:00:00Z' WHERE id = $1`, [
      room.sessionId,
      topicId,
    ]);
    await held(room, 3);
    const admin = await anAdmin(room);
    for (const member of room.members) {
      const { body } = await admin.get<RecordBody>(`/api/members/${member.id}/record`);
      const [ledger] = await app.db.sql<{ minutes: number }>(
        'SELECT sum(quantity)::int AS minutes FROM ledger_entries WHERE member_id = $1',
        [member.id],
      );
      expect(body.minutes).toBe(ledger?.minutes);
      expect(body.years).toEqual([
        { year: 2026, sessions: 1, minutes: 60, topics: [{ topicId, topic: 'Menabung', sessions: 1, minutes: 60 }] },
      ]);
    }
  });

  it('names the sessions behind it page by page, the newest first, and its sums stay whole', async () => {
    const first = await aRoom(app, { members: 1, wentLiveMinutesAgo: 60 });
    const [member] = first.members;
    await held(first, 1);
    const sessionIds = [first.sessionId];
    while (sessionIds.length < 3) {
      const again = await oneMore(first);
      await held(again, 1);
      sessionIds.push(again.sessionId);
    }
    const client = await signedIn(app, member ?? first.host);
    expect((await client.get('/api/my/record')).body).toMatchObject({ sessions: 3, minutes: 180 });
    const one = await client.get<AttendedPage>('/api/my/record/sessions?limit=2');
    const two = await client.get<AttendedPage>(`/api/my/record/sessions?limit=2&cursor=${one.body.nextCursor ?? ''}`);
    const shown = [...one.body.items, ...two.body.items];
    expect([one.body.items.length, two.body.items.length, two.body.nextCursor]).toEqual([2, 1, null]);
    expect(new Set(shown.map(({ sessionId }) => sessionId))).toEqual(new Set(sessionIds));
    const starts = shown.map(({ startsAt }) => startsAt);
    expect(starts).toEqual([...starts].sort().reverse());
    const staff = await (await anAdmin(first)).get(`/api/members/${member?.id ?? ''}/record/sessions?limit=2`);
    expect(staff.body).toEqual(one.body);
    expect((await client.get('/api/my/record/sessions?cursor=made-up')).status).toBe(400);
  });

  it('is seen by oneself and by staff in reach', async () => {
    const room = await aRoom(app, { members: 2, wentLiveMinutesAgo: 60 });
    const [member, other] = room.members;
    const [coordinator] = await somePeople(app, room.cooperativeId, 1, 'Koordinator', ['coordinator']);
    const path = `/api/members/${member?.id ?? ''}/record`;
    expect((await (await signedIn(app, other ?? room.host)).get(path)).status).toBe(403);
    expect((await (await signedIn(app, coordinator ?? room.host)).get(path)).status).toBe(404);
    expect((await (await anAdmin(room)).get(path)).status).toBe(200);
    expect((await (await anAdmin(await aRoom(app))).get(path)).status).toBe(404);
    expect((await (await signedIn(app, other ?? room.host)).get('/api/ledger/verification')).status).toBe(403);
  });
});
