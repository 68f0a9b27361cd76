// From spans to verdicts: due when the undo has passed, decided once, corrected in versions.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttendanceFinaliser } from '../../src/attendance/attendance-finaliser.service.js';
import { PresenceService } from '../../src/attendance/presence.service.js';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, somePeople, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

let app: TestApp;

beforeAll(async () => {
  app = await bootApp();
});

afterAll(async () => {
  await app.close();
});

interface Attended {
  verdict: string;
  counted: number;
  source: string;
  version: number;
}

/** Spans of one member, in minutes of a broadcast that began an hour ago. */
async function spans(room: SeededRoom, memberId: string, times: [from: number, to: number | null][]): Promise<void> {
  const start = app.clock.now().getTime() - 3_600_000;
  for (const [from, to] of times) {
    const at = (minutes: number): Date => new Date(start + minutes * 60_000);
    await app.db.sql(
      `INSERT INTO presence_spans (id, cooperative_id, session_id, member_id, node_id, connected_at, last_seen_at, ended_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), room.cooperativeId, room.sessionId, memberId, newId(), at(from), at(to ?? from + 1), to && at(to)],
    );
  }
}

async function end(room: SeededRoom): Promise<void> {
  await app.db.sql(`UPDATE sessions SET state = 'ended', ended_at = $2 WHERE id = $1`, [
    room.sessionId,
    app.clock.now(),
  ]);
}

async function verdicts(room: SeededRoom): Promise<Map<string, Attended>> {
  const rows = await app.db.sql<Attended & { memberId: string }>(
    `SELECT member_id AS "memberId", verdict, counted_seconds AS counted, source, version FROM attendances
     WHERE session_id = $1 AND superseded_at IS NULL`,
    [room.sessionId],
  );
  return new Map(rows.map(({ memberId, ...row }) => [memberId, row]));
}

async function finalisedEvents(room: SeededRoom): Promise<number> {
  const rows = await app.db.sql(
    `SELECT FROM outbox_events WHERE name = 'attendance.finalised' AND payload ->> 'sessionId' = $1`,
    [room.sessionId],
  );
  return rows.length;
}

const measured = (verdict: string, counted: number, version = 1): Attended => {
  return { verdict, counted, source: 'measured', version };
};

describe('the verdicts', () => {
  it('come when the end cannot be taken back any more, once, for every registered member', async () => {
    const room = await aRoom(app, { members: 4, wentLiveMinutesAgo: 60 });
    const [present, partial, absent, dropped] = room.members.map((member) => member.id);
    await spans(room, present ?? '', [
      [-10, 20],
      [22, 60],
      [30, 40],
    ]);
    await spans(room, partial ?? '', [[0, 30]]);
    await spans(room, dropped ?? '', [[0, 50]]);
    await spans(room, room.host.id, [[0, 60]]);
    await app.db.sql(`UPDATE registrations SET state = 'cancelled' WHERE session_id = $1 AND member_id = $2`, [
      room.sessionId,
      dropped,
    ]);
    await end(room);
    app.clock.advance({ minutes: 10 });
    await app.settle();
    expect(await verdicts(room)).toEqual(new Map());
    app.clock.advance({ seconds: 1 });
    await app.settle();
    await app.settle();
    expect(await verdicts(room)).toEqual(
      new Map([
        [present, measured('present', 3600)],
        [partial, measured('partial', 1800)],
        [absent, measured('absent', 0)],
        [dropped, measured('present', 3000)],
      ]),
    );
    expect(await finalisedEvents(room)).toBe(1);
  });

  it('are the same after any number of runs at once', async () => {
    const room = await aRoom(app, { members: 3, wentLiveMinutesAgo: 60 });
    for (const member of room.members) await spans(room, member.id, [[0, 60]]);
    await end(room);
    app.clock.advance({ minutes: 11 });
    const finaliser = app.server.app.get(AttendanceFinaliser, { strict: false });
    await Promise.all(Array.from({ length: 8 }, () => finaliser.finalise(room.sessionId)));
    expect([...(await verdicts(room)).values()]).toEqual(room.members.map(() => measured('present', 3600)));
    expect(await finalisedEvents(room)).toBe(1);
  });

  it('are made anew, as new versions, only where another end changes something', async () => {
    const room = await aRoom(app, { members: 2, wentLiveMinutesAgo: 60 });
    const [stayed, never] = room.members.map((member) => member.id);
    await spans(room, stayed ?? '', [[0, 60]]);
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    await app.db.sql(`UPDATE sessions SET ended_at = ended_at - interval '30 minutes' WHERE id = $1`, [room.sessionId]);
    await app.settle();
    expect((await verdicts(room)).get(stayed ?? '')).toEqual(measured('present', 1800, 2));
    expect((await verdicts(room)).get(never ?? '')).toEqual(measured('absent', 0, 2));
    expect(await finalisedEvents(room)).toBe(2);
  });

  it('go by what the cooperative has decided', async () => {
    const room = await aRoom(app, { members: 1, wentLiveMinutesAgo: 60 });
    const memberId = room.members[0]?.id ?? '';
    await app.db.sql(`UPDATE cooperatives SET policies = '{"presentPercent": 50, "bridgedSeconds": 0}' WHERE id = $1`, [
      room.cooperativeId,
    ]);
    // 31 of 60 minutes, with a gap of two that is not bridged here.
    await spans(room, memberId, [
      [0, 11],
      [13, 33],
    ]);
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    expect((await verdicts(room)).get(memberId)).toMatchObject({ verdict: 'present', counted: 31 * 60 });
  });

  it('are not given where nobody started the session', async () => {
    const room = await aRoom(app, { state: 'ended' });
    await spans(room, room.members[0]?.id ?? '', [[0, 60]]);
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    expect(await verdicts(room)).toEqual(new Map());
    expect(await finalisedEvents(room)).toBe(0);
  });

  it('wait for evidence where the stage is a link, until staff decide with a reason', async () => {
    const room = await aRoom(app, { members: 2, stage: 'link', wentLiveMinutesAgo: 60 });
    const [came, never] = room.members.map((member) => member.id);
    await spans(room, came ?? '', [[0, 60]]);
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    expect((await verdicts(room)).get(came ?? '')).toEqual(measured('awaiting-evidence', 3600));
    expect((await verdicts(room)).get(never ?? '')).toEqual(measured('awaiting-evidence', 0));
    await app.db.sql(`UPDATE members SET roles = '{facilitator}' WHERE id = $1`, [room.host.id]);
    const host = await signedIn(app, room.host);
    const path = `/api/sessions/${room.sessionId}/attendance`;
    expect(await host.put(`${path}/${came ?? ''}`, { verdict: 'present' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'reason', rule: 'required' }] },
    });
    expect((await host.put(`${path}/${came ?? ''}`, { verdict: 'present', reason: 'Hadir di Zoom' })).status).toBe(204);
    expect((await verdicts(room)).get(came ?? '')).toEqual({
      verdict: 'present',
      counted: 3600,
      source: 'manual',
      version: 2,
    });
    expect(await finalisedEvents(room)).toBe(2);
    const [entry] = await app.db.sql(`SELECT action, fields FROM audit_entries WHERE cooperative_id = $1`, [
      room.cooperativeId,
    ]);
    expect(entry).toMatchObject({ action: 'attendance.decided' });
    const member = await signedIn(app, { id: came ?? '' });
    expect((await member.get(`${path}/mine`)).body).toMatchObject({
      verdict: 'present',
      source: 'manual',
      reason: 'Hadir di Zoom',
    });
    // The rest in one act: who was marked by hand before stays as decided.
    expect((await host.put(`${path}/rest`, { verdict: 'absent', reason: 'Tidak tercantum' })).body).toEqual({
      decided: 1,
    });
    expect((await verdicts(room)).get(never ?? '')).toMatchObject({ verdict: 'absent', source: 'manual', version: 2 });
    expect((await verdicts(room)).get(came ?? '')).toMatchObject({ verdict: 'present', version: 2 });
    // A correction by hand outlives another measuring.
    await app.db.sql(`UPDATE sessions SET ended_at = ended_at - interval '1 minute' WHERE id = $1`, [room.sessionId]);
    await app.settle();
    expect((await verdicts(room)).get(came ?? '')).toMatchObject({ source: 'manual', version: 2 });
  });
});

describe('a decision by hand', () => {
  it.each([['present'], ['absent'], ['partial', 'present']] as const)(
    'for partial after %s gives what was measured, not what was decided before',
    async (...before) => {
      const room = await aRoom(app, { members: 1, wentLiveMinutesAgo: 60 });
      const memberId = room.members[0]?.id ?? '';
      await spans(room, memberId, [[0, 20]]);
      await end(room);
      app.clock.advance({ minutes: 11 });
      await app.settle();
      await app.db.sql(`UPDATE members SET roles = '{facilitator}' WHERE id = $1`, [room.host.id]);
      const host = await signedIn(app, room.host);
      for (const verdict of [...before, 'partial']) {
        const path = `/api/sessions/${room.sessionId}/attendance/${memberId}`;
        expect((await host.put(path, { verdict, reason: 'Bukti' })).status).toBe(204);
      }
      expect((await verdicts(room)).get(memberId)).toMatchObject({ verdict: 'partial', counted: 1_200 });
    },
  );
});

describe('who sees and decides', () => {
  it('is staff of the session, within their scope', async () => {
    const room = await aRoom(app, { members: 3, wentLiveMinutesAgo: 60 });
    const [first, second] = room.members.map((member) => member.id);
    const path = `/api/sessions/${room.sessionId}/attendance`;
    const as = async (roles: string[], unitIds: string[] = []): ReturnType<typeof signedIn> => {
      const [person] = await somePeople(app, room.cooperativeId, 1, 'Petugas', roles);
      await app.db.sql('UPDATE members SET coordinates_unit_ids = $2 WHERE id = $1', [person?.id, unitIds]);
      return signedIn(app, person ?? room.host);
    };
    const unitId = newId();
    await app.db.sql(
      `INSERT INTO units (id, cooperative_id, name, zone) VALUES ($1, $2, 'Makassar', 'Asia/Makassar')`,
      [unitId, room.cooperativeId],
    );
    await app.db.sql('UPDATE members SET unit_id = $2 WHERE id = $1', [first, unitId]);
    const admin = await as(['admin']);
    expect((await admin.put(`${path}/${first ?? ''}`, { verdict: 'present', reason: 'x' })).body).toMatchObject({
      code: 'wrong-state',
    });
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    const count = async (who: Awaited<ReturnType<typeof signedIn>>): Promise<number | string> => {
      const { status, body } = await who.get<{ items: unknown[] }>(path);
      return status === 200 ? body.items.length : status;
    };
    expect(await count(admin)).toBe(3);
    expect(await count(await as(['supervisor']))).toBe(3);
    expect(await count(await as(['coordinator'], [unitId]))).toBe(1);
    expect(await count(await as(['coordinator'], [newId()]))).toBe(0);
    expect(await count(await as(['facilitator']))).toBe(404);
    expect(await count(await as(['member']))).toBe(403);
    expect(await count(await signedIn(app, (await aRoom(app)).host))).toBe(403);
    const decision = { verdict: 'present', reason: 'x' };
    expect((await (await as(['facilitator'])).put(`${path}/${second ?? ''}`, decision)).status).toBe(404);
    expect((await (await as(['supervisor'])).put(`${path}/${second ?? ''}`, decision)).status).toBe(403);
    expect((await admin.put(`${path}/${newId()}`, decision)).status).toBe(404);
    expect((await admin.put(`${path}/${second ?? ''}`, { ...decision, verdict: 'awaiting-evidence' })).status).toBe(
      400,
    );
    const page = await admin.get<{ items: { name: string }[]; nextCursor: string }>(`${path}?limit=2`);
    const rest = await admin.get<{ items: { name: string }[] }>(`${path}?limit=2&cursor=${page.body.nextCursor}`);
    expect([...page.body.items, ...rest.body.items].map((item) => item.name)).toEqual([
      'Anggota 1',
      'Anggota 2',
      'Anggota 3',
    ]);
  });
});

describe('a connection', () => {
  it('is a span from entering to leaving, and survives a sweep that thought its node dead', async () => {
    const room = await aRoom(app);
    const [member] = room.members;
    const { cookie } = await signedIn(app, member ?? room.host);
    const client = new RoomClient(app.url, cookie, room.sessionId);
    await client.enter();
    const from = app.clock.now();
    const presence = app.server.app.get(PresenceService, { strict: false });
    const [open] = await app.db.sql('SELECT ended_at, last_seen_at FROM presence_spans WHERE session_id = $1', [
      room.sessionId,
    ]);
    expect(open).toEqual({ ended_at: null, last_seen_at: from });
    app.clock.advance({ minutes: 5 });
    await presence.endAbandoned();
    const [still] = await app.db.sql('SELECT ended_at FROM presence_spans WHERE session_id = $1', [room.sessionId]);
    expect(still).toEqual({ ended_at: null });
    // Another process's sweep, which cannot know better.
    await app.db.sql('UPDATE presence_spans SET ended_at = last_seen_at WHERE session_id = $1', [room.sessionId]);
    await client.post('masih di sini');
    await presence.flush();
    const [back] = await app.db.sql('SELECT ended_at, last_seen_at FROM presence_spans WHERE session_id = $1', [
      room.sessionId,
    ]);
    expect(back).toEqual({ ended_at: null, last_seen_at: app.clock.now() });
    app.clock.advance({ seconds: 40 });
    await client.leave();
    const ended = await app.db.sql('SELECT ended_at FROM presence_spans WHERE session_id = $1', [room.sessionId]);
    expect(ended).toEqual([{ ended_at: app.clock.now() }]);
    client.close();
  });

  it('of a node that died ends when it was last seen', async () => {
    const room = await aRoom(app);
    await spans(room, room.members[0]?.id ?? '', [[0, null]]);
    await app.settle();
    const [span] = await app.db.sql<{ seconds: number }>(
      'SELECT extract(epoch FROM ended_at - connected_at)::int AS seconds FROM presence_spans WHERE session_id = $1',
      [room.sessionId],
    );
    expect(span).toEqual({ seconds: 60 });
  });
});

describe('a session opened again', () => {
  it('is judged anew at its next end, without the time it stood still, and says so in the ledger', async () => {
    const room = await aRoom(app, { members: 2, wentLiveMinutesAgo: 60, startsInMinutes: -60 });
    const [stays, goes] = room.members.map((member) => member.id);
    // The first sixty minutes: one is there for half of them, the other for all.
    await spans(room, stays ?? '', [[30, 60]]);
    await spans(room, goes ?? '', [[0, 60]]);
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    expect(await verdicts(room)).toEqual(
      new Map([
        [stays, measured('partial', 1800)],
        [goes, measured('present', 3600)],
      ]),
    );

    const [adminRow] = await somePeople(app, room.cooperativeId, 1, 'Admin', ['member', 'admin']);
    const admin = await signedIn(app, { id: adminRow?.id ?? '' });
    app.clock.advance({ minutes: 49 });
    const endsAt = new Date(app.clock.now().getTime() + 7_200_000).toISOString();
    const reopened = await admin.post(`/api/sessions/${room.sessionId}/reopen`, { endsAt });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'live', endedAt: null, endsAt } });
    await app.settle();
    // Both are told that it goes on; without an address, by staff.
    expect(
      await app.db.sql(`SELECT state FROM reminders WHERE kind = 'session-changed' AND session_id = $1`, [
        room.sessionId,
      ]),
    ).toEqual([{ state: 'unreachable' }, { state: 'unreachable' }]);

    const back = new RoomClient(app.url, (await signedIn(app, { id: stays ?? '' })).cookie, room.sessionId);
    await back.enter();
    app.clock.advance({ minutes: 60 });
    await back.leave();
    back.close();
    expect((await admin.post(`/api/sessions/${room.sessionId}/reopen`, { endsAt })).status).toBe(409);
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    // Of two hours of broadcast: an hour and a half, and one.
    expect(await verdicts(room)).toEqual(
      new Map([
        [stays, measured('present', 5400, 2)],
        [goes, measured('partial', 3600, 2)],
      ]),
    );
    const ledger = await app.db.sql<{ member_id: string; quantity: number }>(
      `SELECT member_id, sum(quantity)::int AS quantity FROM ledger_entries WHERE session_id = $1 GROUP BY member_id`,
      [room.sessionId],
    );
    expect(new Map(ledger.map((row) => [row.member_id, row.quantity]))).toEqual(
      new Map([
        [stays, 90],
        [goes, 0],
      ]),
    );
  });

  it('takes back what was decided by hand, which was about what had been held by then', async () => {
    const room = await aRoom(app, { members: 1, wentLiveMinutesAgo: 30, startsInMinutes: -30, stage: 'link' });
    const [member] = room.members.map(({ id }) => id);
    const [adminRow] = await somePeople(app, room.cooperativeId, 1, 'Admin', ['member', 'admin']);
    const admin = await signedIn(app, { id: adminRow?.id ?? '' });
    const path = `/api/sessions/${room.sessionId}`;
    const byHand = { verdict: 'present', reason: 'Ada di daftar Zoom' };
    const decide = () => admin.put(`${path}/attendance/${member ?? ''}`, byHand);
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    expect((await decide()).status).toBe(204);
    await app.settle();

    const endsAt = new Date(app.clock.now().getTime() + 5_400_000).toISOString();
    expect((await admin.post(`${path}/reopen`, { endsAt })).status).toBe(200);
    expect((await decide()).status).toBe(409);
    expect((await admin.get(`${path}/attendance`)).body).toMatchObject({ items: [] });
    const own = await (await signedIn(app, { id: member ?? '' })).get(`${path}/attendance/mine`);
    expect(own.body).toMatchObject({ verdict: null });

    app.clock.advance({ minutes: 90 });
    await end(room);
    app.clock.advance({ minutes: 11 });
    await app.settle();
    expect([...(await verdicts(room)).values()]).toEqual([measured('awaiting-evidence', 0, 3)]);
    const sum = 'SELECT sum(quantity)::int AS minutes FROM ledger_entries WHERE session_id = $1';
    expect(await app.db.sql(sum, [room.sessionId])).toEqual([{ minutes: 0 }]);
    expect((await decide()).status).toBe(204);
    await app.settle();
    // Half an hour and an hour and a half, without the break between them.
    expect(await app.db.sql(sum, [room.sessionId])).toEqual([{ minutes: 120 }]);
  });
});
