// The room's promises, through real sockets: everybody gets everything once and in order, and every command an answer.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { io } from 'socket.io-client';
import { AuthService } from '../../src/auth/auth.service.js';
import { ROOM_PROTOCOL } from '../../src/contracts/room-protocol.js';
import { newId } from '../../src/platform/ids.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { Metrics } from '../../src/platform/http/metrics.js';
import type { RoomConnection } from '../../src/room/room-connection.js';
import { RoomLog } from '../../src/room/room-log.service.js';
import { RoomNotes } from '../../src/room/room-notes.service.js';
import { RoomService } from '../../src/room/room.service.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, somePeople, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { connect, RoomClient, type RoomSocket } from '../support/room-client.js';

const v = ROOM_PROTOCOL;
let app: TestApp;
const open: { close(): void }[] = [];

beforeAll(async () => {
  app = await bootApp();
});

afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

afterAll(async () => {
  await app.close();
});

async function client(room: SeededRoom, person = room.members[0] ?? room.host): Promise<RoomClient> {
  const { cookie } = await signedIn(app, person);
  const made = new RoomClient(app.url, cookie, room.sessionId);
  open.push(made);
  return made;
}

async function entered(room: SeededRoom, person?: { id: string; name: string }): Promise<RoomClient> {
  const made = await client(room, person);
  await made.enter();
  return made;
}

async function socketOf(room: SeededRoom): Promise<RoomSocket> {
  const { cookie } = await signedIn(app, room.members[0] ?? room.host);
  const socket = await connect(app.url, cookie);
  open.push(socket);
  return socket;
}

/** Anything a client may send, typed or not. */
function send(socket: RoomSocket, event: string, ...args: unknown[]): Promise<unknown> {
  const raw = socket as unknown as { emit(event: string, ...args: unknown[]): void };
  return new Promise((resolve) => {
    raw.emit(event, ...args, resolve);
  });
}

describe('the handshake', () => {
  it('refuses who has not signed in, and another site', async () => {
    const room = await aRoom(app);
    await expect(connect(app.url, '')).rejects.toMatchObject({
      message: 'unauthenticated',
      data: { code: 'unauthenticated', detail: 'Silakan masuk terlebih dahulu.' },
    });
    const { cookie } = await signedIn(app, room.host);
    await expect(connect(app.url, cookie, { origin: 'https://elsewhere.example' })).rejects.toThrow();
  });
});

describe('entering', () => {
  it('is for confirmed registrants and staff, of this cooperative, while the room is open', async () => {
    const room = await aRoom(app, { state: 'published', startsInMinutes: 60 });
    const [stranger] = await somePeople(app, room.cooperativeId, 1, 'Bukan Peserta');
    const other = await aRoom(app);
    const codeFor = async (of: SeededRoom, person: { id: string; name: string }): Promise<string> => {
      const made = await client(of, person);
      return made.enter().then(
        () => 'entered',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    };
    expect(await codeFor(room, room.host)).toBe('entered');
    expect(await codeFor(room, room.members[0] ?? room.host)).toBe('room-closed');
    expect(await codeFor(room, stranger ?? room.host)).toBe('forbidden');
    expect(await codeFor(room, other.host)).toBe('not-found');
    app.clock.advance({ minutes: 45 });
    expect(await codeFor(room, room.members[0] ?? room.host)).toBe('entered');
  });
});

describe('the door', () => {
  const times = [
    ['before it opens', 'published', 60],
    ['once it is open', 'published', 10],
    ['while it is live', 'live', -20],
    ['while the end can be undone', 'ended', -69],
    ['when the end stands', 'ended', -70],
    ['when nobody ended it', 'live', -180],
    ['after a cancellation', 'cancelled', 10],
  ] as const;
  it.each(times)('%s lets in whom the session’s page offers it to', async (_, state, startsInMinutes) => {
    const room = await aRoom(app, { state, startsInMinutes, members: 1 });
    const [stranger] = await somePeople(app, room.cooperativeId, 1, 'Bukan Peserta');
    const [admin] = await somePeople(app, room.cooperativeId, 1, 'Pengurus', ['member', 'admin']);
    for (const person of [room.host, room.members[0], admin, stranger]) {
      const page = await (
        await signedIn(app, person ?? room.host)
      ).get<{ room: { canJoin: boolean } }>(`/api/sessions/${room.sessionId}`);
      const isLetIn = await entered(room, person).then(
        () => true,
        () => false,
      );
      expect([person?.name, page.body.room.canJoin]).toEqual([person?.name, isLetIn]);
    }
  });
});

describe('chat', () => {
  it('reaches everybody, numbered without a gap, with the author’s name', async () => {
    const room = await aRoom(app);
    const [first, second] = [await entered(room, room.members[0]), await entered(room, room.members[1])];
    expect(await first.post('halo')).toEqual({ ok: true, seq: 1 });
    expect(await second.post('hai\njuga')).toEqual({ ok: true, seq: 2 });
    await first.until((one) => one.shown.length === 2);
    await second.until((one) => one.shown.length === 2);
    expect(first.shown).toEqual(second.shown);
    expect(first.shown[0]).toMatchObject({
      seq: 1,
      kind: 'chat.posted',
      text: 'halo',
      author: { memberId: room.members[0]?.id, name: 'Anggota 1', isStaff: false },
    });
  });

  it('takes the same id once, on any connection, even many times at once', async () => {
    const room = await aRoom(app);
    const id = newId();
    const [phone, laptop] = [await entered(room, room.members[0]), await entered(room, room.members[0])];
    const answers = await Promise.all([
      phone.post('sekali', id),
      phone.post('sekali', id),
      laptop.post('sekali', id),
      laptop.post('lain', newId()),
    ]);
    expect(answers.slice(0, 3)).toEqual([answers[0], answers[0], answers[0]]);
    expect(await phone.post('sekali lagi', id)).toEqual(answers[0]);
    await laptop.until((one) => one.shown.length === 2);
    expect(laptop.texts.sort()).toEqual(['lain', 'sekali']);
  });

  it('shares one packet among what comes together', async () => {
    const room = await aRoom(app, { members: 12 });
    const people = await Promise.all(room.members.map((member) => entered(room, member)));
    await app.db.transaction(async (tx) => {
      await app.server.app.get(RoomLog, { strict: false }).lock(tx, room.sessionId);
      for (const one of people) for (const text of ['a', 'b', 'c']) void one.post(text);
      // On each line the answer to this comes after the messages: all of them wait for the room by now.
      await Promise.all(people.map((one) => one.join()));
    });
    const [watcher] = people;
    await watcher?.until((one) => one.shown.length === 36);
    // One for the batch that waited at the lock, one for those that came while it did.
    expect(watcher?.packets).toBeLessThanOrEqual(2);
  });

  it('is refused outside a room and after the room has closed', async () => {
    const room = await aRoom(app);
    const socket = await socketOf(room);
    expect(await send(socket, 'chat.post', { v, id: newId(), text: 'a' })).toMatchObject({ code: 'wrong-state' });
    const member = await entered(room);
    await app.db.sql(`UPDATE sessions SET state = 'cancelled' WHERE id = $1`, [room.sessionId]);
    // Either the refusal comes first, or the goodbye that is due: then the answer is lost with the line.
    const answer = await member.post('terlambat').catch(() => undefined);
    expect(answer === undefined || 'code' in answer).toBe(true);
    const stored = await app.db.sql('SELECT FROM room_events WHERE session_id = $1', [room.sessionId]);
    expect(stored).toEqual([]);
  });
});

describe('coming back', () => {
  it('gets exactly the gap, or a snapshot when it is too long', async () => {
    const room = await aRoom(app);
    const [away, here] = [await entered(room, room.members[0]), await entered(room, room.members[1])];
    await here.post('satu');
    await away.until((one) => one.shown.length === 1);
    away.cut();
    await here.post('dua');
    await here.post('tiga');
    const answer = await away.enter();
    expect(answer).toMatchObject({ mode: 'gap', seq: 3, events: [{ seq: 2 }, { seq: 3 }] });
    expect(away.texts).toEqual(['satu', 'dua', 'tiga']);
    expect(await away.enter()).toMatchObject({ mode: 'gap', seq: 3, events: [] });

    away.cut();
    await app.db.sql(
      `INSERT INTO room_events (session_id, seq, kind, payload, at, member_id, client_id)
       SELECT $1, seq, 'chat.posted', '{"text":"x","isStaff":false}', $2, $3, gen_random_uuid()
       FROM generate_series(4, 504) AS seq`,
      [room.sessionId, app.clock.now(), room.members[1]?.id],
    );
    await app.db.sql('UPDATE rooms SET last_seq = 504 WHERE session_id = $1', [room.sessionId]);
    const long = await away.enter();
    expect(long).toMatchObject({ mode: 'snapshot', seq: 504 });
    expect(away.state?.chat).toHaveLength(100);
    expect(away.state?.chat.at(-1)?.seq).toBe(504);
  });
});

describe('whatever a client sends', () => {
  it.each([
    ['nothing', 'chat.post', [], 'invalid-input', ''],
    ['no object', 'chat.post', ['halo'], 'invalid-input', ''],
    ['two payloads', 'chat.post', [{}, {}], 'invalid-input', ''],
    ['another version', 'chat.post', [{ v: 1, id: newId(), text: 'a' }], 'invalid-input', 'v'],
    ['no id', 'chat.post', [{ v, text: 'a' }], 'invalid-input', 'id'],
    ['an empty text', 'chat.post', [{ v, id: newId(), text: '  \n ' }], 'invalid-input', 'text'],
    ['too long a text', 'chat.post', [{ v, id: newId(), text: 'a'.repeat(501) }], 'invalid-input', 'text'],
    ['a control character', 'chat.post', [{ v, id: newId(), text: 'a\u0000b' }], 'invalid-input', 'text'],
    ['half a character', 'chat.post', [{ v, id: newId(), text: 'a\ud83d' }], 'invalid-input', 'text'],
    ['an unknown field', 'chat.post', [{ v, id: newId(), text: 'a', loud: true }], 'invalid-input', 'loud'],
    ['a number for a session', 'room.join', [{ v, sessionId: 7 }], 'invalid-input', 'sessionId'],
    ['a negative seq', 'room.join', [{ v, sessionId: newId(), lastSeq: -1 }], 'invalid-input', 'lastSeq'],
    ['an unknown session', 'room.join', [{ v, sessionId: newId() }], 'not-found', undefined],
    ['an unknown command', 'room.destroy', [{ v }], 'unknown-event', undefined],
    ['a name every object has', 'constructor', [{ v }], 'unknown-event', undefined],
    ['an event named error', 'error', [{ v }], 'unknown-event', undefined],
  ] as const)('%s is answered, coded', async (_, event, args, code, path) => {
    const room = await aRoom(app);
    const answer = await send(await socketOf(room), event, ...args);
    expect(answer).toMatchObject({ code, detail: expect.any(String) });
    if (path !== undefined && path !== '') expect(answer).toMatchObject({ fields: [{ path }] });
  });

  it('is refused aloud when it asks for no answer', async () => {
    const room = await aRoom(app);
    const socket = await socketOf(room);
    const refused = new Promise((resolve) => socket.once('room.refused', resolve));
    (socket as unknown as { emit(event: string): void }).emit('chat.post');
    expect(await refused).toMatchObject({ command: 'chat.post', code: 'invalid-input' });
  });

  it('is held to an allowance, and a flood is hung up on', async () => {
    const room = await aRoom(app);
    const flooder = await entered(room, room.members[0]);
    // Ten at once and one a second: even on a machine that takes half a minute for them, not all sixty fit.
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => flooder.post(`pesan ${n}`)));
    expect(answers.slice(0, 10).every((answer) => 'ok' in answer)).toBe(true);
    expect(answers.find((answer) => 'code' in answer)).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 1 });
    for (let n = 0; n < 400; n += 1) void flooder.post('banjir').catch(() => undefined);
    await flooder.until((one) => !one.isConnected);
    const calm = await entered(room, room.members[1]);
    expect(await calm.post('tenang')).toMatchObject({ ok: true });
  });

  it('too large a frame closes the line and nothing else', async () => {
    const room = await aRoom(app);
    const [huge, calm] = [await entered(room, room.members[0]), await entered(room, room.members[1])];
    void huge.post('a'.repeat(1_000_000)).catch(() => undefined);
    await huge.until((one) => !one.isConnected);
    expect(await calm.post('tenang')).toMatchObject({ ok: true });
  });
});

describe('who is here', () => {
  it('is counted for all, a member once, and named for staff alone', async () => {
    const room = await aRoom(app);
    const [phone, host] = [await entered(room, room.members[0]), await entered(room, room.host)];
    const laptop = await entered(room, room.members[0]);
    await host.until((one) => one.count === 2);
    const staff = await signedIn(app, room.host);
    const people = await staff.get(`/api/sessions/${room.sessionId}/room/people`);
    expect(people.body).toMatchObject({
      items: [
        { name: 'Anggota 1', devices: 2 },
        { name: 'Tuan Rumah 1', devices: 1 },
      ],
      nextCursor: null,
    });
    const found = await staff.get(`/api/sessions/${room.sessionId}/room/people?q=ruma%20tuan`);
    expect(found.body).toMatchObject({ items: [{ name: 'Tuan Rumah 1' }], nextCursor: null });
    const nobody = await staff.get(`/api/sessions/${room.sessionId}/room/people?q=%26%21`);
    expect(nobody).toMatchObject({ status: 200, body: { items: [], nextCursor: null } });
    const member = await signedIn(app, room.members[0] ?? room.host);
    expect((await member.get(`/api/sessions/${room.sessionId}/room/people`)).status).toBe(403);
    const elsewhere = await signedIn(app, (await aRoom(app)).host);
    expect((await elsewhere.get(`/api/sessions/${room.sessionId}/room/people`)).status).toBe(404);
    phone.cut();
    laptop.close();
    await host.until((one) => one.count === 1);
  });

  it('lets a member have three devices; a fourth closes the oldest', async () => {
    const room = await aRoom(app);
    const devices: RoomClient[] = [];
    for (let n = 0; n < 4; n += 1) devices.push(await entered(room, room.members[0]));
    await devices[0]?.until((one) => one.goodbyes.includes('too-many-devices'));
    expect(devices.slice(1).every((one) => one.isConnected)).toBe(true);
  });
});

describe('who hangs up in the middle of entering', () => {
  it('leaves no ghost behind', async () => {
    const room = await aRoom(app);
    const [member] = room.members;
    const tokens = app.server.app.get(AuthService, { strict: false });
    const actor = await tokens.authenticate((await signedIn(app, member ?? room.host)).cookie);
    if (!actor) throw new Error('Not signed in');
    // Its disconnect was handled while the command still waited to be let in.
    const gone: RoomConnection = {
      visitor: { kind: 'member', id: actor.memberId, tokenId: actor.tokenId },
      actor,
      seat: undefined,
      isOpen: false,
      isStuck: false,
      lastHeardAt: app.clock.now(),
      follow: () => Promise.resolve(),
      unfollow: () => undefined,
      inTurn: (work) => work(),
      goodbye: () => undefined,
    };
    const service = app.server.app.get(RoomService, { strict: false });
    await expect(service.join(gone, { v, sessionId: room.sessionId, mode: 'full' })).rejects.toThrow('unavailable');
    const spans = await app.db.sql('SELECT FROM presence_spans WHERE session_id = $1', [room.sessionId]);
    expect(spans).toEqual([]);
  });
});

describe('who hangs up in the middle of the handshake', () => {
  it('is not counted among their connections for ever', async () => {
    const room = await aRoom(app);
    const { cookie } = await signedIn(app, room.members[0] ?? room.host);
    const before = await sockets();
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('LOCK TABLE sign_in_tokens IN ACCESS EXCLUSIVE MODE');
    // As many as one member may hold; whether they are signed in is still being looked up when they go.
    await Promise.all(Array.from({ length: 10 }, () => knockAndGo(cookie)));
    await untilSockets(before);
    await owner.query('ROLLBACK');
    await owner.end();
    const back = new RoomClient(app.url, cookie, room.sessionId);
    open.push(back);
    expect(await back.enter()).toMatchObject({ ok: true });
  });

  async function knockAndGo(cookie: string): Promise<void> {
    const options = { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } };
    const { io: manager } = io(app.url, options);
    await new Promise((resolve) => {
      manager.once('open', () => {
        resolve(undefined);
      });
    });
    manager.engine.close();
  }

  /** As the server counts them: it has seen that a line is closed once it is not among them. */
  async function sockets(): Promise<number> {
    const text = await app.server.app.get(Metrics, { strict: false }).text();
    return Number(/^sinau_sockets (\d+)$/m.exec(text)?.[1]);
  }

  async function untilSockets(most: number): Promise<void> {
    for (let look = 0; look < 3_000; look += 1) {
      if ((await sockets()) <= most) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('Sockets stayed open');
  }
});

describe('who may no longer be here', () => {
  const changes = {
    'a sign-out': [`UPDATE sign_in_tokens SET revoked_at = now() WHERE member_id = $1`, 'signed-out'],
    'leaving the cooperative': [`UPDATE members SET status = 'keluar' WHERE id = $1`, 'signed-out'],
    'a cancelled registration': [`UPDATE registrations SET state = 'cancelled' WHERE member_id = $1`, 'no-access'],
  } as const;
  it.each(Object.entries(changes))('is told why and gone after %s', async (_, [sql, reason]) => {
    const room = await aRoom(app);
    const [leaving, staying] = [await entered(room, room.members[0]), await entered(room, room.members[1])];
    await app.db.sql(sql, [room.members[0]?.id]);
    await leaving.until((one) => !one.isConnected);
    expect(leaving.goodbyes).toEqual([reason]);
    expect(staying.isConnected).toBe(true);
  });
});

describe('the session', () => {
  const ended = `UPDATE sessions SET state = 'ended' WHERE id = $1`;

  it('is noted last as it stands, however its changes overtake one another', async () => {
    const room = await aRoom(app);
    const notes = app.server.app.get(RoomNotes, { strict: false });
    let late: Promise<void> | undefined;
    await app.db.transaction(async (tx) => {
      await tx.sql(ended, [room.sessionId]);
      await notes.noteSession(tx, room.sessionId);
      late = app.db.transaction((other) => notes.noteSession(other, room.sessionId));
      await untilSomebodyWaits();
    });
    await late;
    expect(await noted(room)).toEqual(['ended', 'ended']);
  });

  it('would be noted last as it was, read before the lock: the control', async () => {
    const room = await aRoom(app);
    const log = app.server.app.get(RoomLog, { strict: false });
    let late: Promise<void> | undefined;
    await app.db.transaction(async (tx) => {
      await tx.sql(ended, [room.sessionId]);
      await app.server.app.get(RoomNotes, { strict: false }).noteSession(tx, room.sessionId);
      late = app.db.transaction(async (other) => {
        const [seen] = await other.sql<{ state: 'live' | 'ended' }>('SELECT state FROM sessions WHERE id = $1', [
          room.sessionId,
        ]);
        const session = { state: seen?.state ?? 'ended', wentLiveAt: null, endedAt: null };
        await log.append(other, await log.lock(other, room.sessionId), [{ kind: 'session.changed', payload: session }]);
      });
      await untilSomebodyWaits();
    });
    await late;
    expect(await noted(room)).toEqual(['ended', 'live']);
  });

  async function untilSomebodyWaits(): Promise<void> {
    for (let look = 0; look < 3_000; look += 1) {
      const waiting = await app.db.sql(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting.length > 0) return;
    }
    throw new Error('Nobody waited');
  }

  async function noted(room: SeededRoom): Promise<(string | undefined)[]> {
    const rows = await app.db.sql<{ state: string }>(
      `SELECT payload->>'state' AS state FROM room_events WHERE session_id = $1 ORDER BY seq`,
      [room.sessionId],
    );
    return rows.map((row) => row.state);
  }

  it('tells the room, in order, what becomes of it, and closes it once the end stands', async () => {
    const room = await aRoom(app);
    const member = await entered(room);
    await member.post('halo');
    const subject = { cooperativeId: room.cooperativeId, sessionId: room.sessionId };
    await app.db.transaction(async (tx) => {
      await tx.sql(`UPDATE sessions SET state = 'ended', ended_at = $2 WHERE id = $1`, [
        room.sessionId,
        app.clock.now(),
      ]);
      await app.server.app.get(Outbox, { strict: false }).append(tx, 'session.ended', subject);
    });
    await member.until((one) => one.shown.length === 2);
    expect(member.shown.at(-1)).toMatchObject({ seq: 2, kind: 'session.changed', session: { state: 'ended' } });
    app.clock.advance({ minutes: 10 });
    await member.until((one) => one.goodbyes.includes('room-closed'));
  });
});
