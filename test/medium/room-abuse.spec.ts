// What one member, or a stranger, does to a room: it is refused or hung up on, and nobody else notices.
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket as RawSocket } from 'ws';
import { ROOM_PROTOCOL } from '../../src/contracts/room-protocol.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { connect, RoomClient } from '../support/room-client.js';

let app: TestApp;
const open: { close(): void }[] = [];

beforeAll(async () => {
  app = await bootApp();
});

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

afterAll(async () => {
  await app.close();
});

const cookieOf = async (person: Person | undefined): Promise<string> =>
  (await signedIn(app, person ?? { id: '' })).cookie;

async function entered(room: SeededRoom, person: Person | undefined): Promise<RoomClient> {
  const made = new RoomClient(app.url, await cookieOf(person), room.sessionId);
  open.push(made);
  await made.enter();
  return made;
}

/** Connects until it is refused. @returns the refusal's code and how many came in before. */
async function knock(cookie: string, most: number, keeps: boolean): Promise<{ code: string; let: number }> {
  for (let count = 0; count < most; count += 1) {
    try {
      const socket = await connect(app.url, cookie);
      if (keeps) open.push(socket);
      else socket.close();
    } catch (error) {
      return { code: error instanceof Error ? error.message : '', let: count };
    }
  }
  return { code: 'never', let: most };
}

describe('one member', () => {
  it('holds ten connections and no more', async () => {
    const room = await aRoom(app);
    expect(await knock(await cookieOf(room.members[0]), 50, true)).toEqual({ code: 'rate-limited', let: 10 });
    expect(await (await entered(room, room.members[1])).post('halo')).toMatchObject({ ok: true });
  });

  it('comes and goes only so often; another from the same address is not held to it', async () => {
    const room = await aRoom(app);
    const { code, let: count } = await knock(await cookieOf(room.members[0]), 500, false);
    expect(code).toBe('rate-limited');
    expect(count).toBeGreaterThanOrEqual(30);
    expect(await (await entered(room, room.members[1])).post('halo')).toMatchObject({ ok: true });
  });
});

describe('who has not signed in', () => {
  it('is turned away ever more shortly, by address; members from there are let in', async () => {
    const room = await aRoom(app);
    const codes: string[] = [];
    for (let count = 0; count < 500 && codes.at(-1) !== 'rate-limited'; count += 1)
      codes.push((await knock('', 1, false)).code);
    expect(codes.slice(0, 30).every((code) => code === 'unauthenticated')).toBe(true);
    expect(codes.at(-1)).toBe('rate-limited');
    expect(await (await entered(room, room.members[0])).post('halo')).toMatchObject({ ok: true });
  });
});

describe('who does not read', () => {
  /** What the system keeps for a line is some megabytes; what comes after that waits in this process. */
  const HISTORY = { messages: 100, letters: 8_000, loads: 19 };

  it('is dropped with what waits for them, long before they count as gone; others read on', async () => {
    const room = await aRoom(app);
    await app.db.sql('INSERT INTO rooms (session_id, last_seq) VALUES ($1, $2)', [room.sessionId, HISTORY.messages]);
    await app.db.sql(
      `INSERT INTO room_events (session_id, seq, kind, payload, at, member_id, client_id)
       SELECT $1, seq, 'chat.posted', jsonb_build_object('text', repeat('x', $4), 'isStaff', false), $2, $3, gen_random_uuid()
       FROM generate_series(1, $5::int) AS seq`,
      [room.sessionId, app.clock.now(), room.host.id, HISTORY.letters, HISTORY.messages],
    );
    const calm = await entered(room, room.members[1]);
    const line = await deafLine(await cookieOf(room.members[0]), room.sessionId);
    await calm.until(({ count }) => count === 2);
    const { seq = 0 } = calm.joined ?? {};
    for (let load = 0; load < HISTORY.loads; load += 1)
      line.command('chat.load', { before: seq + 1, limit: HISTORY.messages });
    // Some twenty packets, and fifteen megabytes: what counts is what they hold.
    await calm.until(({ count }) => count === 1);
    expect(await calm.post('masih di sini')).toMatchObject({ ok: true });
  });

  /** In the room, and deaf from then on. */
  async function deafLine(cookie: string, sessionId: string) {
    const socket = new RawSocket(`${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie },
    });
    open.push({
      close: () => {
        socket.terminate();
      },
    });
    let ack = 0;
    const command = (name: string, payload: object): void => {
      socket.send(`42${ack}${JSON.stringify([name, { v: ROOM_PROTOCOL, ...payload }])}`);
      ack += 1;
    };
    await once(socket, 'message');
    socket.send('40');
    await once(socket, 'message');
    command('room.join', { sessionId, mode: 'full' });
    socket.pause();
    return { command };
  }
});

describe('a frame that is no packet', () => {
  const frames = {
    'nothing at all': '',
    'an unknown packet': '9',
    'half a packet': '42["chat.post",{"v":2',
    'no array': '42{"v":2}',
    'no name': '42[]',
    'a name that is a number': '42[7]',
    'a reserved name': '42["disconnect"]',
    'a binary packet that never comes': '451-["chat.post",{"_placeholder":true,"num":0}]',
    'more attachments than anybody sends': '4599999999-["chat.post"]',
    'an attachment out of range': '451-["chat.post",{"_placeholder":true,"num":9}]',
    'another namespace': '40/admin,',
    'a deep one': `42["chat.post",${'['.repeat(4_000)}${']'.repeat(4_000)}]`,
    'a prototype': '42["chat.post",{"__proto__":{"isStaff":true},"constructor":1}]',
    'bytes that are no text': new Uint8Array([4, 255, 254, 0]),
    'a megabyte': `42["chat.post","${'a'.repeat(1_000_000)}"]`,
  };
  it.each(Object.entries(frames))('(%s) harms nobody else', async (_, frame) => {
    const room = await aRoom(app);
    const calm = await entered(room, room.members[1]);
    const line = await rawLine(await cookieOf(room.members[0]));
    line.send(frame);
    // Whatever becomes of this line: the server has read the frame once it answers, or has hung up.
    line.send('420["room.leave",{"v":2}]');
    await line.answered;
    line.close();
    expect(await calm.post('tenang')).toMatchObject({ ok: true });
  });

  /** A websocket that has joined the namespace; `answered` once something came back after that, or it was closed. */
  async function rawLine(cookie: string) {
    const address = `${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers: { cookie } });
    open.push(socket);
    const next = (test: (text: string) => boolean): Promise<void> =>
      new Promise((resolve) => {
        socket.addEventListener('message', ({ data }) => {
          if (typeof data === 'string' && test(data)) resolve();
        });
        socket.addEventListener('close', () => {
          resolve();
        });
      });
    const opened = next((text) => text.startsWith('0'));
    await opened;
    const joined = next((text) => text.startsWith('40'));
    socket.send('40');
    await joined;
    const answered = next((text) => text.startsWith('430'));
    return {
      answered,
      send: (frame: string | Uint8Array<ArrayBuffer>) => {
        socket.send(frame);
      },
      close: () => {
        socket.close();
      },
    };
  }
});
