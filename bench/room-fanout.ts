// Chat to 1,000 sockets through the whole path (authenticated, stored, numbered, coalesced), every client checking every id
// and its place; against a bare `ws` server that sends each message's bytes once to each client.
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { RoomEvent } from '../src/contracts/room-protocol.ts';
import { Deliveries, type Message } from './support/deliveries.ts';
import { nextGap } from './support/pace.ts';
import { aHome, aLiveSession, signIns } from './support/people.ts';
import { openPlace, type Place } from './support/place.ts';
import { interleaved, median, report, rounded } from './support/report.ts';
import { enterAll, RoomMember } from './support/room-member.ts';
import { Server } from './support/server.ts';
import { TextLine } from './support/text-line.ts';
import { startYardstick } from './support/yardstick.ts';

/** Fewer by `npm run -s bench -- room-fanout 100`, to try it. */
const CLIENTS = Number(process.argv[2] ?? 1_000);
const PAIRS = 3;
const SAMPLE_MS = 2_000;
/** Messages on their way at once: what keeps each side busy without its queue growing. */
const IN_FLIGHT = { ours: 60, ws: 8 };
const RARE = { perSecond: 5, ms: 4_000 };
const OFTEN = { perSecond: 20, ms: 2_500 };
const TEXT = 'Bagaimana cara menyisihkan tabungan kalau penghasilan tidak tetap tiap bulan?';

/** A thousand clients of one server, and what came to them. */
interface Crowd {
  readonly deliveries: Deliveries;
  /** Says something in the name of the client of that number. */
  say(client: number, id: string): void;
  close(): void;
}
interface Sample {
  readonly deliveriesPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

let speaker = 0;
const place = await openPlace();
try {
  const home = await aHome(place.pool, CLIENTS);
  const sessionId = await aLiveSession(place.pool, home);
  const server = await Server.start(place);
  const bare = await startYardstick('bare-ws.ts');
  try {
    const acked = new Map<string, number>();
    const ours = await roomCrowd(server.url, sessionId, await signIns(place.pool, home.memberIds), acked);
    const ws = await bareCrowd(bare.url, sessionId);
    await saturate(ours, IN_FLIGHT.ours, 500);
    await saturate(ws, IN_FLIGHT.ws, 500);
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const full = await interleaved(
      PAIRS,
      () => saturate(ours, IN_FLIGHT.ours, SAMPLE_MS),
      () => saturate(ws, IN_FLIGHT.ws, SAMPLE_MS),
    );
    const { user, system } = process.cpuUsage(before);
    const core = (user + system) / 1_000 / (performance.now() - startedAt);
    const rare = await interleaved(
      PAIRS,
      () => poisson(ours, RARE),
      () => poisson(ws, RARE),
    );
    const often = await interleaved(
      PAIRS,
      () => poisson(ours, OFTEN),
      () => poisson(ws, OFTEN),
    );
    const ratios = full.map(({ a, b }) => a.deliveriesPerSecond / b.deliveriesPerSecond);
    const rareRatios = rare.map(({ a, b }) => a.p50 / b.p50);
    report({
      name: 'room-fanout',
      ratio: rounded(median(ratios)),
      goal: '>= 3',
      unit: 'x',
      yardstick: 'a bare ws server that sends the same bytes of each message once to each client',
      ratioRange: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
      clients: CLIENTS,
      deliveriesPerSecond: rounded(median(full.map(({ a }) => a.deliveriesPerSecond))),
      p99Ms: { value: rounded(median(full.map(({ a }) => a.p99))), goal: '<= 120' },
      fivePerSecond: {
        p50Ms: rounded(median(rare.map(({ a }) => a.p50))),
        ofWs: {
          ratio: rounded(median(rareRatios)),
          goal: '<= 2',
          range: [Math.min(...rareRatios), Math.max(...rareRatios)].map(rounded),
        },
      },
      twentyPerSecond: { p50Ms: { value: rounded(median(often.map(({ a }) => a.p50))), goal: '<= 60' } },
      loadGenerator: { core: rounded(core), isOverloaded: core > 0.8 },
      invariants: {
        'every client got every message, in one order, none twice':
          ours.deliveries.isComplete && ours.deliveries.wrong === 0,
        'every message was answered with its place in that order': ours.deliveries.order.every(
          (id, index) => acked.get(id) === index + 1,
        ),
        'the rows hold the same order': await isStored(place, sessionId, ours.deliveries.order),
        'so did the yardstick': ws.deliveries.isComplete && ws.deliveries.wrong === 0,
      },
      samples: [
        ...full.map(({ a, b }) => ({ ours: a, ws: b })),
        ...rare.map(({ a, b }) => ({ perSecond: RARE.perSecond, ours: a, ws: b })),
        ...often.map(({ a, b }) => ({ perSecond: OFTEN.perSecond, ours: a, ws: b })),
      ],
    });
    ours.close();
    ws.close();
  } finally {
    await bare.close();
    await server.close();
  }
} finally {
  await place.close();
}

/** So many messages on their way at any moment, each from the next client, until the time is up and all have all. */
async function saturate(crowd: Crowd, inFlight: number, ms: number): Promise<Sample> {
  crowd.deliveries.restart();
  const startedAt = performance.now();
  const one = async (): Promise<void> => {
    while (performance.now() - startedAt < ms) await say(crowd);
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return sampleOf(crowd, performance.now() - startedAt);
}

/** Members write when they like: so many a second on average, whatever is still on its way. */
async function poisson(crowd: Crowd, { perSecond, ms }: { perSecond: number; ms: number }): Promise<Sample> {
  crowd.deliveries.restart();
  const startedAt = performance.now();
  const said: Promise<unknown>[] = [];
  for (let at = nextGap(perSecond); at < ms; at += nextGap(perSecond)) {
    await delay(Math.max(0, at - (performance.now() - startedAt)));
    said.push(say(crowd));
  }
  await Promise.all(said);
  return sampleOf(crowd, performance.now() - startedAt);
}

function say(crowd: Crowd): Promise<null> {
  const id = v7();
  speaker = (speaker + 1) % CLIENTS;
  const everywhere = crowd.deliveries.send(id);
  crowd.say(speaker, id);
  return everywhere;
}

function sampleOf({ deliveries }: Crowd, ms: number): Sample {
  return {
    deliveriesPerSecond: rounded((deliveries.count / ms) * 1_000),
    p50: rounded(deliveries.percentile(0.5)),
    p99: rounded(deliveries.percentile(0.99)),
  };
}

async function roomCrowd(
  url: string,
  sessionId: string,
  cookies: string[],
  acked: Map<string, number>,
): Promise<Crowd> {
  const deliveries = new Deliveries(CLIENTS);
  const messages = new WeakMap<RoomEvent, Message>();
  const members = cookies.map(
    (cookie, client) =>
      new RoomMember({
        sessionId,
        cookie,
        urls: [url],
        onEvents: (events) => {
          const now = performance.now();
          for (const event of events) deliveries.arrived(client, messageOf(event), now);
        },
      }),
  );
  const messageOf = (event: RoomEvent): Message => {
    const known = messages.get(event);
    if (known) return known;
    const message = deliveries.message(event.kind === 'chat.posted' ? event.id : event.kind);
    messages.set(event, message);
    return message;
  };
  await enterAll(members);
  return {
    deliveries,
    say: (client, id) => void members[client]?.post(TEXT, id).then((seq) => acked.set(id, seq)),
    close: () => {
      for (const member of members) member.leave();
    },
  };
}

/** What they say is what the room would send of it: a packet with one message. */
async function bareCrowd(url: string, sessionId: string): Promise<Crowd> {
  const deliveries = new Deliveries(CLIENTS);
  const author = { memberId: v7(), name: 'Anggota 1000', isStaff: false };
  const frame = (id: string): string => {
    const at = new Date().toISOString();
    const event = { kind: 'chat.posted', id, text: TEXT, isEdited: false, author, seq: 1_000, at };
    return `42${JSON.stringify(['room.events', { sessionId, after: 999, seq: 1_000, events: [event] }])}`;
  };
  const idAt = frame('#').indexOf('#');
  let last: { text: Buffer; message: Message } | undefined;
  const messageOf = (text: Buffer): Message => {
    if (last?.text.equals(text)) return last.message;
    const message = deliveries.message(text.toString('latin1', idAt, idAt + 36));
    last = { text: Buffer.from(text), message };
    return message;
  };
  const lines = Array.from(
    { length: CLIENTS },
    (_, client) =>
      new TextLine(
        url,
        {},
        {
          onText: (text) => {
            deliveries.arrived(client, messageOf(text), performance.now());
          },
          onClose: () => undefined,
        },
      ),
  );
  await Promise.all(lines.map((line) => line.opened));
  return {
    deliveries,
    say: (client, id) => lines[client]?.send(frame(id)),
    close: () => {
      for (const line of lines) line.cut();
    },
  };
}

async function isStored({ pool }: Place, sessionId: string, order: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query<{ id: string; seq: number }>(
    'SELECT client_id AS id, seq FROM room_events WHERE session_id = $1 ORDER BY seq',
    [sessionId],
  );
  return rows.length === order.length && rows.every((row, index) => row.id === order[index] && row.seq === index + 1);
}
