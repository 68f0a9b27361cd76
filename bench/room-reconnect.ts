// 100 of 1,000 members lose their line for 2 s, every 5 s, while the room talks: everybody ends with every message, in order,
// none twice. The control is Socket.IO alone, whose clients come back just as fast, and must have lost some.
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { Cuttable } from './support/cuttable.ts';
import { IoLine } from './support/io-line.ts';
import { comesToHold } from './support/mail-invariants.ts';
import { aHome, aLiveSession, signIns } from './support/people.ts';
import { openPlace } from './support/place.ts';
import { report, rounded } from './support/report.ts';
import { enterAll, RoomMember } from './support/room-member.ts';
import { Server } from './support/server.ts';
import { startYardstick } from './support/yardstick.ts';

/** Fewer by `npm run -s bench -- room-reconnect 100`, to try it. */
const CLIENTS = Number(process.argv[2] ?? 1_000);
const LINES = 10;
const CUTS = { ours: 4, control: 1 };
const EVERY_MS = 5_000;
const DOWN_MS = 2_000;
const MESSAGES_PER_SECOND = 20;
const PATIENCE_MS = 20_000;

const place = await openPlace();
try {
  const ours = await room();
  console.log(`the room: ${JSON.stringify(ours)}`);
  const control = await bare();
  console.log(`Socket.IO alone: ${JSON.stringify(control)}`);
  report({
    name: 'room-reconnect',
    ratio: rounded((ours.delivered / ours.expected) * 100),
    goal: '100',
    unit: '% of messages at every member',
    yardstick: 'Socket.IO alone (the control)',
    caughtUpMs: ours.caughtUpMs,
    invariants: {
      'every member has every message, in the order of the rows, none twice': ours.complete === CLIENTS,
      'every message was stored once': ours.isStoredOnce,
      'every line that was cut came back': ours.cameBack === CUTS.ours * (CLIENTS / LINES),
      'Socket.IO alone lost some': control.delivered < control.expected,
    },
    samples: [ours, control],
  });
} finally {
  await place.close();
}

async function room() {
  const home = await aHome(place.pool, CLIENTS);
  const sessionId = await aLiveSession(place.pool, home);
  const cookies = await signIns(place.pool, home.memberIds);
  const server = await Server.start(place);
  const lines = await linesTo(server.url);
  try {
    const seen = cookies.map((): string[] => []);
    const members = cookies.map(
      (cookie, index) =>
        new RoomMember({
          sessionId,
          cookie,
          urls: [lines[index % LINES]?.url ?? ''],
          returns: true,
          onEvents: (events) => {
            for (const event of events) seen[index]?.push(event.kind === 'chat.posted' ? event.id : event.kind);
          },
        }),
    );
    await enterAll(members);
    const posted = new Set<string>();
    const caughtUpMs = await whileCut(
      lines,
      CUTS.ours,
      (index) => {
        const id = v7();
        posted.add(id);
        return members[index % CLIENTS]?.post(`Pesan ${String(index)}`, id);
      },
      async (line, soFar) => {
        const theirs = seen.filter((_, index) => index % LINES === line);
        await comesToHold(() => theirs.every((ids) => ids.length >= soFar), PATIENCE_MS);
      },
      () => posted.size,
    );
    await comesToHold(() => seen.every((ids) => ids.length >= posted.size), PATIENCE_MS);
    const { rows } = await place.pool.query<{ id: string }>(
      'SELECT client_id AS id FROM room_events WHERE session_id = $1 ORDER BY seq',
      [sessionId],
    );
    const order = rows.map(({ id }) => id).join();
    const result = {
      expected: CLIENTS * posted.size,
      delivered: seen.reduce((sum, ids) => sum + new Set(ids).size, 0),
      complete: seen.filter((ids) => ids.join() === order).length,
      isStoredOnce: rows.length === posted.size && rows.every(({ id }) => posted.has(id)),
      cameBack: members.reduce((sum, member) => sum + member.entries - 1, 0),
      caughtUpMs,
    };
    for (const member of members) member.leave();
    return result;
  } finally {
    for (const line of lines) line.close();
    await server.close();
  }
}

async function bare() {
  const server = await startYardstick('bare-socketio.ts');
  const lines = await linesTo(server.url);
  try {
    const seen = Array.from({ length: CLIENTS }, () => new Set<string>());
    const current: (IoLine | undefined)[] = [];
    const over = { isOver: false };
    const enter = async (index: number): Promise<void> => {
      const line = await IoLine.open(lines[index % LINES]?.url ?? '', '', {
        onEvent: (text) => {
          const [, id] = JSON.parse(text.toString()) as [string, string];
          seen[index]?.add(id);
        },
        onClose: () => void comeBack(index),
      });
      current[index] = line;
    };
    const comeBack = async (index: number): Promise<void> => {
      // A line that never stood closes too; whoever tries already need not begin again.
      if (current[index] === undefined) return;
      current[index] = undefined;
      let isBack = false;
      while (!over.isOver && !isBack) {
        await delay(200 * (0.5 + Math.random()));
        isBack = await enter(index).then(
          () => true,
          () => false,
        );
      }
    };
    for (let first = 0; first < CLIENTS; first += 50) {
      await Promise.all(Array.from({ length: Math.min(50, CLIENTS - first) }, (_, nth) => enter(first + nth)));
    }
    let said = 0;
    await whileCut(
      lines,
      CUTS.control,
      (index) => {
        // Never by whoever is cut: what is lost was lost on its way to them.
        const told = current[(index * LINES + LINES - 1) % CLIENTS]?.ask('say', v7());
        if (told) said += 1;
        return told;
      },
      () => Promise.resolve(),
      () => said,
    );
    await delay(500);
    over.isOver = true;
    return { expected: CLIENTS * said, delivered: seen.reduce((sum, ids) => sum + ids.size, 0) };
  } finally {
    for (const line of lines) line.close();
    await server.close();
  }
}

function linesTo(url: string): Promise<Cuttable[]> {
  return Promise.all(Array.from({ length: LINES }, () => Cuttable.to(url)));
}

/** @returns of each cut, how long after the line was mended its members had all that was said until then */
async function whileCut(
  lines: readonly Cuttable[],
  cuts: number,
  say: (index: number) => Promise<unknown> | undefined,
  caughtUp: (line: number, soFar: number) => Promise<void>,
  soFar: () => number,
): Promise<number[]> {
  let said = 0;
  const answers: Promise<unknown>[] = [];
  const talk = setInterval(() => {
    answers.push(say(said) ?? Promise.resolve());
    said += 1;
  }, 1_000 / MESSAGES_PER_SECOND);
  const took: number[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const line = cut % LINES;
    await delay((EVERY_MS - DOWN_MS) / 2);
    lines[line]?.cut();
    await delay(DOWN_MS);
    lines[line]?.mend();
    const mendedAt = performance.now();
    await caughtUp(line, soFar());
    took.push(Math.round(performance.now() - mendedAt));
    await delay(Math.max(0, (EVERY_MS - DOWN_MS) / 2 - (performance.now() - mendedAt)));
  }
  clearInterval(talk);
  await Promise.all(answers);
  return took;
}
