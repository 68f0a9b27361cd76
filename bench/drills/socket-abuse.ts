// Five members do to a room what nobody should, all at once: 5,000 events a second, 200 sockets, frames of a megabyte, frames
// that are no packets, and a line that is never read. Fifty others write to each other meanwhile as they did before. The
// control does without the guards, and nothing of that may be stopped.
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { WebSocket } from 'ws';
import type { RoomEvent } from '../../src/contracts/room-protocol.ts';
import { Deliveries, type Message } from '../support/deliveries.ts';
import { IoLine } from '../support/io-line.ts';
import { comesToHold } from '../support/mail-invariants.ts';
import { aHome, aLiveSession, signIns } from '../support/people.ts';
import { openPlace } from '../support/place.ts';
import { report, rounded } from '../support/report.ts';
import { enterAll, RoomMember } from '../support/room-member.ts';
import { Server } from '../support/server.ts';

const { ROOM_PROTOCOL } = (await import(
  new URL('../../dist/contracts/room-command.js', import.meta.url).href
)) as typeof import('../../src/contracts/room-command.ts');

const OTHERS = 50;
/** They write twenty messages a second among them, at an even pace. */
const EVERY_MS = 50;
const PHASE_MS = 8_000;
const CONTROL_MS = 2_000;
/** A busy machine floods slowly: it goes on until it is turned away, at most so long. */
const FLOOD_MS = 60_000;
const FLOOD = { perTick: 50, everyMs: 10 };
const SOCKETS = 200;
const MOST_SOCKETS = 10;
const MEGABYTE = 1_000_000;
const HUGE_FRAMES = 20;
const MOST_MEGABYTES = 150;
/** One must go through where none is kept out: each takes long to be given up. */
const CONTROL_FRAMES = 1;
/** Said before: what the deaf one loads, more than the system keeps for a line; longer than anybody may write. */
const HISTORY = { messages: 100, letters: 8_000, loads: 19 };
/** Less than a line may be silent before it counts as gone. */
const DEAF_PATIENCE_MS = 5_000;
const NO_PACKETS = [
  ...['', '9', '42["chat.post",{"v":2', '42{"v":2}', '42[]', '42[7]', '42["disconnect"]', '42["error"]'],
  ...['451-["chat.post",{"_placeholder":true,"num":0}]', '4599999999-["chat.post"]', '40/admin,', '41', '1'],
  ...[`42["chat.post",${'['.repeat(4_000)}${']'.repeat(4_000)}]`, '42["chat.post",{"__proto__":{"isStaff":true}}]'],
];

/** The others: what they say reaches them all, whatever strangers say between. */
class Others {
  readonly members: RoomMember[];
  private readonly deliveries = new Deliveries(OTHERS);
  private readonly ours = new Set<string>();
  private readonly messages = new WeakMap<RoomEvent, Message>();
  private speaker = 0;

  constructor(url: string, sessionId: string, cookies: readonly string[]) {
    this.members = cookies.map(
      (cookie, client) =>
        new RoomMember({
          ...{ sessionId, cookie, urls: [url] },
          onEvents: (events) => {
            for (const event of events) this.hear(client, event);
          },
        }),
    );
  }

  async talk(ms: number): Promise<{ p50: number; p99: number }> {
    this.deliveries.restart();
    const from = performance.now();
    for (let at = 0; at < ms; at += EVERY_MS) {
      await delay(Math.max(0, at - (performance.now() - from)));
      const id = v7();
      this.ours.add(id);
      void this.deliveries.send(id);
      this.speaker = (this.speaker + 1) % OTHERS;
      // What was not stored is missed by `haveAll`.
      this.members[this.speaker]?.post('Apa bedanya tabungan dan simpanan?', id).catch(() => undefined);
    }
    await comesToHold(() => this.deliveries.isComplete, CONTROL_MS);
    return { p50: rounded(this.deliveries.percentile(0.5)), p99: rounded(this.deliveries.percentile(0.99)) };
  }

  get haveAll(): boolean {
    return this.deliveries.isComplete && this.deliveries.wrong === 0;
  }

  leave(): void {
    for (const member of this.members) member.leave();
  }

  private hear(client: number, event: RoomEvent): void {
    if (event.kind !== 'chat.posted' || !this.ours.has(event.id)) return;
    const message = this.messages.get(event) ?? this.deliveries.message(event.id);
    this.messages.set(event, message);
    this.deliveries.arrived(client, message, performance.now());
  }
}

const place = await openPlace();
const startedAt = performance.now();
try {
  const guarded = await drill();
  const open = await control();
  report({
    name: 'socket-abuse',
    ratio: rounded(guarded.abused.p99 / guarded.calm.p99),
    goal: '<= 1.5',
    unit: "x of the others' p99 in calm",
    yardstick: 'the same fifty members on the same server, before',
    seconds: rounded((performance.now() - startedAt) / 1_000),
    invariants: {
      'the flood was hung up on, and in the end turned away': guarded.flood.closed > 0 && guarded.flood.isTurnedAway,
      'one member held ten sockets and no more': guarded.held <= MOST_SOCKETS && guarded.held > 0,
      'whoever sent a megabyte was hung up on': guarded.hugeClosed === HUGE_FRAMES,
      'who did not read was dropped': guarded.isDeafGone,
      'the others got every message, in order, once': guarded.isComplete,
      'memory stayed bounded': guarded.grownMegabytes <= MOST_MEGABYTES,
      'the server went on, and logged nothing': guarded.isRunning && guarded.log === '',
      'without the packet guard the flood goes on': open.flood.closed === 0 && open.flood.sent > 0,
      'without the doorman one member holds as many sockets as they like': open.held === SOCKETS,
      'without him who does not read is kept': !open.isDeafGone,
      'without the limit of a frame a megabyte is read': open.hugeClosed === 0,
    },
    samples: [
      { ...guarded, log: guarded.log.slice(0, 500) },
      { control: true, ...open },
    ],
  });
} finally {
  await place.close();
}

async function drill() {
  const { memberIds, sessionId, cookies } = await aTalkativeRoom();
  const [flooder = '', crowd = '', huge = '', broken = '', deaf = ''] = cookies.slice(OTHERS);
  const server = await Server.start(place);
  try {
    const others = new Others(server.url, sessionId, cookies.slice(0, OTHERS));
    await enterAll(others.members);
    await others.talk(1_000);
    const calm = await others.talk(PHASE_MS);
    const before = server.megabytes;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, server.isRunning ? server.megabytes : 0);
    }, 50);
    const until = performance.now() + PHASE_MS;
    const abuse = Promise.all([
      flood(server.url, flooder, performance.now() + FLOOD_MS),
      manySockets(server.url, crowd, until),
      hugeFrames(server.url, huge, HUGE_FRAMES),
      neverReads(server.url, deaf, sessionId, memberIds.at(-1) ?? ''),
      noPackets(server.url, broken),
    ]);
    const abused = await others.talk(PHASE_MS);
    const [flooded, held, hugeClosed, isDeafGone] = await abuse;
    clearInterval(watch);
    const isComplete = others.haveAll;
    others.leave();
    return {
      ...{ calm, abused, flood: flooded, held, hugeClosed, isDeafGone, isComplete },
      ...{ grownMegabytes: rounded(most - before), isRunning: server.isRunning, log: server.log },
    };
  } finally {
    await server.close();
  }
}

/** One after the other: what is not stopped would stand in the way of the next. */
async function control() {
  const { memberIds, sessionId, cookies } = await aTalkativeRoom();
  const [flooder = '', crowd = '', huge = '', , deaf = ''] = cookies.slice(OTHERS);
  const without = ['packet-guard', 'doorman', 'admission', 'frame-limit'] as const;
  const server = await Server.start({ ...place, without });
  try {
    const held = await manySockets(server.url, crowd, 0);
    const hugeClosed = await hugeFrames(server.url, huge, CONTROL_FRAMES);
    const isDeafGone = await neverReads(server.url, deaf, sessionId, memberIds.at(-1) ?? '');
    const flooded = await flood(server.url, flooder, performance.now() + CONTROL_MS);
    return { held, hugeClosed, isDeafGone, flood: flooded };
  } finally {
    await server.close();
  }
}

/** Everybody is signed in, and much was said already. */
async function aTalkativeRoom() {
  const home = await aHome(place.pool, OTHERS + 5);
  const sessionId = await aLiveSession(place.pool, home);
  await place.pool.query('INSERT INTO rooms (session_id, last_seq) VALUES ($1, $2)', [sessionId, HISTORY.messages]);
  await place.pool.query(
    `INSERT INTO room_events (session_id, seq, kind, payload, at, member_id, client_id)
     SELECT $1, seq, 'chat.posted', jsonb_build_object('text', repeat('x', $3), 'isStaff', false), now(), $2, gen_random_uuid()
     FROM generate_series(1, $4::int) AS seq`,
    [sessionId, home.memberIds[0], HISTORY.letters, HISTORY.messages],
  );
  return { ...home, sessionId, cookies: await signIns(place.pool, home.memberIds) };
}

/** Valid commands, 5,000 a second; comes back when it is hung up on, until it is not let in. */
async function flood(url: string, cookie: string, until: number) {
  const told = { sent: 0, closed: 0, isTurnedAway: false };
  while (performance.now() < until && !told.isTurnedAway) {
    const line = await rawLine(url, cookie);
    if (!line) {
      told.isTurnedAway = true;
      break;
    }
    while (performance.now() < until && line.readyState === WebSocket.OPEN) {
      for (let nth = 0; nth < FLOOD.perTick; nth += 1)
        line.send(`42${JSON.stringify(['chat.post', { v: ROOM_PROTOCOL, id: v7(), text: 'banjir' }])}`);
      told.sent += FLOOD.perTick;
      await delay(FLOOD.everyMs);
    }
    if (line.readyState === WebSocket.OPEN) line.terminate();
    else told.closed += 1;
  }
  return told;
}

/** @returns how many of them it held at once, at most */
async function manySockets(url: string, cookie: string, until: number): Promise<number> {
  const tried = await Promise.allSettled(
    Array.from({ length: SOCKETS }, () => IoLine.open(url, cookie, { onEvent: () => undefined })),
  );
  const lines = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  await delay(Math.max(0, until - performance.now()));
  for (const line of lines) line.cut();
  return lines.length;
}

/** @returns how many lines were closed on them */
async function hugeFrames(url: string, cookie: string, frames: number): Promise<number> {
  let closed = 0;
  for (let nth = 0; nth < frames; nth += 1) {
    const line = await rawLine(url, cookie);
    if (!line) break;
    line.send(`42["chat.post","${'a'.repeat(MEGABYTE)}"]`);
    await comesToHold(() => line.readyState === WebSocket.CLOSED, CONTROL_MS);
    if (line.readyState === WebSocket.CLOSED) closed += 1;
    line.terminate();
  }
  return closed;
}

async function noPackets(url: string, cookie: string): Promise<void> {
  for (const frame of NO_PACKETS) {
    const line = await rawLine(url, cookie);
    line?.send(frame);
    await delay(100);
    line?.terminate();
  }
}

/** Asks for more than the system keeps for a line and goes on asking. @returns whether it was sent away */
async function neverReads(url: string, cookie: string, sessionId: string, memberId: string): Promise<boolean> {
  const line = await rawLine(url, cookie);
  if (!line) return false;
  let ack = 0;
  const command = (name: string, payload: object): void => {
    if (line.readyState === WebSocket.OPEN)
      line.send(`42${String(ack)}${JSON.stringify([name, { v: ROOM_PROTOCOL, ...payload }])}`);
    ack += 1;
  };
  command('room.join', { sessionId, mode: 'full' });
  line.pause();
  // Whoever is not inside yet is given nothing.
  await comesToHold(() => isInside(sessionId, memberId), DEAF_PATIENCE_MS);
  for (let load = 0; load < HISTORY.loads; load += 1) {
    command('chat.load', { before: HISTORY.messages + 1, limit: HISTORY.messages });
    await delay(100);
  }
  const isGone = await comesToHold(async () => !(await isInside(sessionId, memberId)), DEAF_PATIENCE_MS);
  line.terminate();
  return isGone;
}

async function isInside(sessionId: string, memberId: string): Promise<boolean> {
  const { rows } = await place.pool.query(
    'SELECT FROM presence_spans WHERE session_id = $1 AND member_id = $2 AND ended_at IS NULL',
    [sessionId, memberId],
  );
  return rows.length > 0;
}

/** A websocket that has joined the namespace; undefined: it was turned away. */
async function rawLine(url: string, cookie: string): Promise<WebSocket | undefined> {
  const line = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie },
  });
  line.on('error', () => undefined);
  const answer = await new Promise<string>((resolve) => {
    line.on('message', (data: Buffer) => {
      const text = data.toString('latin1', 0, 2);
      if (text.startsWith('0')) line.send('40');
      else if (text === '40' || text === '44') resolve(text);
    });
    line.once('close', () => {
      resolve('closed');
    });
  });
  if (answer === '40') return line;
  line.terminate();
  return undefined;
}
