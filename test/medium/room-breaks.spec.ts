// A break in the middle of a session, through real sockets: told in order, found by whoever comes back, counted for nobody.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { RoomLog } from '../../src/room/room-log.service.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aRoom, somePeople, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { startNode, type TestNode } from '../support/node.js';
import { RoomClient } from '../support/room-client.js';

let app: TestApp;
let other: TestNode;
const open: RoomClient[] = [];

beforeAll(async () => {
  app = await bootApp();
  other = await startNode(app);
});

afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

afterAll(async () => {
  await other.close();
  await app.close();
});

async function entered(room: SeededRoom, person: Person | undefined, url = app.url): Promise<RoomClient> {
  const client = new RoomClient(url, (await signedIn(app, person ?? room.host)).cookie, room.sessionId);
  open.push(client);
  await client.enter();
  return client;
}

async function anAdmin(room: SeededRoom): Promise<Client> {
  const [admin] = await somePeople(app, room.cooperativeId, 1, 'Admin', ['member', 'admin']);
  return signedIn(app, { id: admin?.id ?? '' });
}

async function staff(room: SeededRoom, role: 'moderator' | 'speaker'): Promise<Person> {
  const [person] = await somePeople(app, room.cooperativeId, 1, role);
  if (!person) throw new Error('One person');
  await app.db.sql('INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, $3)', [
    room.sessionId,
    person.id,
    role,
  ]);
  return person;
}

const pause = (client: RoomClient, id = newId()) => client.send('session.break', { id, isOnBreak: true });
const resume = (client: RoomClient, id = newId()) => client.send('session.break', { id, isOnBreak: false });
const breakSince = ({ state }: RoomClient) => state?.session.breakSince;
const minutes = (count: number): void => {
  app.clock.advance({ minutes: count });
};

async function breaks(room: SeededRoom): Promise<{ from: Date; until: Date | null }[]> {
  return app.db.sql(
    'SELECT from_at AS "from", until_at AS until FROM session_breaks WHERE session_id = $1 ORDER BY from_at',
    [room.sessionId],
  );
}

interface Verdict {
  verdict: string;
  counted: number;
  broadcast: number;
}

async function verdictOf(room: SeededRoom, person: Person | undefined): Promise<Verdict | undefined> {
  const [row] = await app.db.sql<Verdict>(
    `SELECT verdict, counted_seconds AS counted, broadcast_seconds AS broadcast FROM attendances
     WHERE session_id = $1 AND member_id = $2 AND superseded_at IS NULL`,
    [room.sessionId, person?.id],
  );
  return row;
}

async function endForGood(room: SeededRoom, admin: Client): Promise<void> {
  expect((await admin.post(`/api/sessions/${room.sessionId}/end`)).status).toBe(200);
  minutes(11);
  await app.settle();
}

describe('a break', () => {
  it('is told to everybody in order, on both nodes, and found by whoever comes back', async () => {
    const room = await aRoom(app, { members: 2 });
    const host = await entered(room, room.host);
    const [here, there] = [await entered(room, room.members[0]), await entered(room, room.members[1], other.url)];
    const since = app.clock.now().toISOString();
    expect(await pause(host)).toEqual({ ok: true, seq: 1 });
    for (const one of [host, here, there]) await one.until((client) => breakSince(client) === since);
    there.cut();
    minutes(5);
    expect(await resume(host)).toEqual({ ok: true, seq: 2 });
    expect(await pause(host)).toEqual({ ok: true, seq: 3 });
    const again = app.clock.now().toISOString();
    expect((await there.enter()).mode).toBe('gap');
    const newcomer = await entered(room, room.members[0], other.url);
    for (const one of [here, there, newcomer]) await one.until((client) => breakSince(client) === again);
    expect(there.shown.map((event) => event.kind === 'session.changed' && event.session.breakSince)).toEqual([
      ...[since, null, again],
    ]);
  });

  it('is for who runs the session, and for one that is on', async () => {
    const room = await aRoom(app, { members: 1 });
    const moderator = await entered(room, await staff(room, 'moderator'));
    const speaker = await entered(room, await staff(room, 'speaker'));
    const member = await entered(room, room.members[0]);
    for (const one of [speaker, member]) expect(await pause(one)).toMatchObject({ code: 'forbidden' });
    expect(await pause(moderator)).toMatchObject({ ok: true });
    for (const one of [speaker, member]) expect(await resume(one)).toMatchObject({ code: 'forbidden' });
    expect(await resume(moderator)).toMatchObject({ ok: true });
    const waiting = await entered(await aRoom(app, { state: 'published' }), undefined);
    expect(await pause(waiting)).toMatchObject({ code: 'wrong-state' });
    expect((await (await anAdmin(room)).post(`/api/sessions/${room.sessionId}/end`)).status).toBe(200);
    expect(await pause(moderator)).toMatchObject({ code: 'wrong-state' });
  });

  it('begins once, however many call it in one moment or send it again, and each is noted', async () => {
    const room = await aRoom(app);
    const host = await entered(room, room.host);
    const moderator = await entered(room, await staff(room, 'moderator'), other.url);
    const id = newId();
    const first = await pause(host, id);
    expect(await pause(host, id)).toEqual(first);
    await Promise.all([host, moderator, host, moderator].map((one) => pause(one)));
    expect(await breaks(room)).toHaveLength(1);
    await Promise.all([host, moderator].map((one) => resume(one)));
    // In the same moment: it goes on.
    await pause(host);
    expect(await breaks(room)).toEqual([{ from: app.clock.now(), until: null }]);
    expect(await pause(host, id)).toEqual(first);
    await host.until((one) => one.lastSeq === 3);
    const audited = await app.db.sql<{ action: string }>(
      'SELECT action FROM audit_entries WHERE subject_id = $1 AND from_hash IS NOT NULL ORDER BY number',
      [room.sessionId],
    );
    expect(audited.map(({ action }) => action)).toEqual([
      ...['session.break-started', 'session.break-ended', 'session.break-started'],
    ]);
  });

  it('is none in what was stored before there were any', async () => {
    const room = await aRoom(app);
    const member = await entered(room, room.members[0]);
    const log = app.server.app.get(RoomLog, { strict: false });
    await app.db.transaction(async (tx) => {
      const payload = { state: 'live' as const, wentLiveAt: null, endedAt: null };
      await log.append(tx, await log.lock(tx, room.sessionId), [{ kind: 'session.changed', payload }]);
    });
    await member.until((one) => one.lastSeq === 1);
    expect(breakSince(member)).toBeNull();
  });
});

describe('attendance', () => {
  /** An hour, with a break from 20 to 40 if there is one: one stays, one is away until `back`, one a second longer. */
  async function anHour(hasBreak: boolean): Promise<(Verdict | undefined)[]> {
    const room = await aRoom(app, { members: 3 });
    const admin = await anAdmin(room);
    const host = await entered(room, room.host);
    const [stays, early, late] = [
      await entered(room, room.members[0]),
      await entered(room, room.members[1]),
      await entered(room, room.members[2]),
    ];
    minutes(20);
    if (hasBreak) await pause(host);
    for (const one of [early, late]) await one.leave();
    minutes(20);
    if (hasBreak) await resume(host);
    minutes(12);
    await early.join();
    app.clock.advance({ seconds: 1 });
    await late.join();
    app.clock.advance({ minutes: 7, seconds: 59 });
    for (const one of [stays, early, late]) await one.leave();
    await endForGood(room, admin);
    const own = await (
      await signedIn(app, { id: room.members[1]?.id ?? '' })
    ).get<{ breaks: object[] }>(`/api/sessions/${room.sessionId}/attendance/mine`);
    expect(own.body.breaks).toHaveLength(hasBreak ? 1 : 0);
    return Promise.all(room.members.map((member) => verdictOf(room, member)));
  }

  it('is of the time without the break, to the second', async () => {
    expect(await anHour(true)).toEqual([
      { verdict: 'present', counted: 2_400, broadcast: 2_400 },
      { verdict: 'present', counted: 1_680, broadcast: 2_400 },
      { verdict: 'partial', counted: 1_679, broadcast: 2_400 },
    ]);
  });

  it('is of the whole hour without one: the control', async () => {
    expect(await anHour(false)).toEqual([
      { verdict: 'present', counted: 3_600, broadcast: 3_600 },
      { verdict: 'partial', counted: 1_680, broadcast: 3_600 },
      { verdict: 'partial', counted: 1_679, broadcast: 3_600 },
    ]);
  });

  it('ends with the session in the middle of a break, which goes on if that end is taken back', async () => {
    const room = await aRoom(app, { members: 1 });
    const admin = await anAdmin(room);
    const path = `/api/sessions/${room.sessionId}`;
    const [host, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    minutes(20);
    await pause(host);
    const since = app.clock.now().toISOString();
    minutes(10);
    expect((await admin.post(`${path}/end`)).status).toBe(200);
    await member.until(({ state }) => state?.session.state === 'ended');
    expect(breakSince(member)).toBeNull();
    minutes(5);
    expect((await admin.post(`${path}/undo-end`)).status).toBe(200);
    await member.until(({ state }) => state?.session.state === 'live');
    expect(breakSince(member)).toBe(since);
    expect(breakSince(await entered(room, room.members[0]))).toBe(since);
    minutes(5);
    await resume(host);
    minutes(10);
    await pause(host);
    minutes(10);
    await member.leave();
    await endForGood(room, admin);
    // Twenty minutes, and ten after the first break; the second lasted to the end.
    expect(await verdictOf(room, room.members[0])).toEqual({ verdict: 'present', counted: 1_800, broadcast: 1_800 });
    const endsAt = new Date(app.clock.now().getTime() + 7_200_000).toISOString();
    expect((await admin.post(`${path}/reopen`, { endsAt })).status).toBe(200);
    await app.settle();
    const back = await entered(room, room.members[0]);
    expect(breakSince(back)).toBeNull();
    minutes(10);
    await back.leave();
    await endForGood(room, admin);
    // The ten after it was opened again, of forty.
    expect(await verdictOf(room, room.members[0])).toEqual({ verdict: 'present', counted: 2_400, broadcast: 2_400 });
  });
});
