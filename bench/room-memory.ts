// What a connection costs in memory: 5,000 idle sockets that have joined a room, against Socket.IO alone with the same options.
import { setTimeout as delay } from 'node:timers/promises';
import { IoLine } from './support/io-line.ts';
import type { Memory } from './support/memory.ts';
import { aHome, aLiveSession, signIns } from './support/people.ts';
import { openPlace } from './support/place.ts';
import { interleaved, median, report, rounded } from './support/report.ts';
import { enterAll, RoomMember } from './support/room-member.ts';
import { Server } from './support/server.ts';
import { startYardstick } from './support/yardstick.ts';

/** Fewer by `npm run -s bench -- room-memory 500`, to try it. */
const CLIENTS = Number(process.argv[2] ?? 5_000);
/** So many come and go, again and again, before anything is measured: what they leave is the process's, not a connection's. */
const WARM = { clients: CLIENTS / 20, times: 4 };
const PAIRS = 3;
const SETTLE_MS = 1_500;
const MOST_KILOBYTES = 50;

/** Bytes a connection. */
interface Sample extends Memory {
  readonly connected: number;
}

const place = await openPlace();
try {
  const home = await aHome(place.pool, CLIENTS);
  const sessionId = await aLiveSession(place.pool, home);
  const cookies = await signIns(place.pool, home.memberIds);
  const samples = await interleaved(
    PAIRS,
    () => ours(sessionId, cookies),
    () => bare(),
  );
  const ratios = samples.map(({ a, b }) => a.rss / b.rss);
  const kilobytes = (value: number): number => rounded(value / 1024);
  const of = (sample: Sample) => ({ rssKB: kilobytes(sample.rss), heapKB: kilobytes(sample.heap) });
  report({
    name: 'room-memory',
    ratio: rounded(median(ratios)),
    goal: '<= 1.4',
    unit: 'x',
    yardstick: 'Socket.IO alone, websocket only, the same options, each socket in one of its rooms',
    ratioRange: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    clients: CLIENTS,
    kilobytes: { value: kilobytes(median(samples.map(({ a }) => a.rss))), goal: `<= ${String(MOST_KILOBYTES)}` },
    yardstickKilobytes: kilobytes(median(samples.map(({ b }) => b.rss))),
    invariants: {
      'everybody was still inside when it was measured': samples.every(
        ({ a, b }) => a.connected === CLIENTS && b.connected === CLIENTS,
      ),
    },
    samples: samples.map(({ a, b }) => ({ ours: of(a), bare: of(b) })),
  });
} finally {
  await place.close();
}

async function ours(sessionId: string, cookies: readonly string[]): Promise<Sample> {
  const server = await Server.start(place);
  try {
    const members = cookies.map((cookie) => new RoomMember({ sessionId, cookie, urls: [server.url] }));
    return await measured(
      () => server.memory(),
      async (count) => {
        const some = members.slice(0, count);
        await enterAll(some);
        return some;
      },
      (member) => member.isInside,
    );
  } finally {
    await server.close();
  }
}

async function bare(): Promise<Sample> {
  const server = await startYardstick('bare-socketio.ts');
  try {
    return await measured(
      () => server.ask<Memory>({ kind: 'memory' }),
      async (count) => {
        const lines: IoLine[] = [];
        while (lines.length < count) {
          const some = Array.from({ length: Math.min(50, count - lines.length) }, () =>
            IoLine.open(server.url, '', { onEvent: () => undefined }),
          );
          lines.push(...(await Promise.all(some)));
        }
        return lines;
      },
      (line) => line.isOpen,
    );
  } finally {
    await server.close();
  }
}

async function measured<Client extends { cut(): void }>(
  look: () => Promise<Memory>,
  enter: (count: number) => Promise<readonly Client[]>,
  isInside: (client: Client) => boolean,
): Promise<Sample> {
  for (let turn = 0; turn < WARM.times; turn += 1) for (const client of await enter(WARM.clients)) client.cut();
  await delay(SETTLE_MS);
  const before = await look();
  const clients = await enter(CLIENTS);
  await delay(SETTLE_MS);
  const after = await look();
  const connected = clients.filter(isInside).length;
  for (const client of clients) client.cut();
  const each = (key: keyof Memory): number => (after[key] - before[key]) / CLIENTS;
  return { connected, rss: each('rss'), heap: each('heap'), external: each('external') };
}
