// Twenty members lose their place each in one of five ways, each with a device on both of two nodes: every line is gone within
// 2 s, nobody else's is. The control does without the doorman, and lines must stay.
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { Caller } from '../support/caller.ts';
import { aHome, aLiveSession, anOfficer, signIns } from '../support/people.ts';
import { openPlace, type Place } from '../support/place.ts';
import { report, rounded } from '../support/report.ts';
import { enterAll, RoomMember } from '../support/room-member.ts';
import { Server } from '../support/server.ts';

const EACH = 20;
const STAYING = 20;
const WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 10;
const PATIENCE_MS = 5_000;

interface Scene {
  readonly place: Place;
  readonly sessionId: string;
  readonly host: RoomMember;
  readonly admin: Caller;
}
interface Leaver {
  readonly memberId: string;
  readonly caller: Caller;
  readonly devices: readonly RoomMember[];
}
interface Outcome {
  readonly way: string;
  /** Lines of those who had to go that stood after all patience. */
  readonly left: number;
  /** Goodbyes that gave another reason than this way has. */
  readonly wrongReasons: number;
  /** From the moment its act was answered until the last of both lines was gone, of the slowest member. */
  readonly slowestMs: number;
}

type Way = { reason: string; act: (scene: Scene, leaver: Leaver) => Promise<unknown> };
const WAYS: Record<string, Way> = {
  removal: {
    reason: 'removed',
    act: async ({ host }, { memberId }) => {
      const payload = { id: v7(), memberId, isRemoved: true, reason: 'Iklan' };
      for (;;) {
        const answer = await host.ask('member.remove', payload);
        if ('ok' in answer) return;
        if (answer.code !== 'rate-limited') throw new Error(`Refused: ${answer.code}`);
        await delay(1_000);
      }
    },
  },
  'sign-out': { reason: 'signed-out', act: (_, { caller }) => succeeds(caller.call('POST', '/api/auth/sign-out')) },
  'role change': {
    reason: 'role-changed',
    act: ({ place, sessionId }, { memberId }) =>
      place.pool.query(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'moderator')`, [
        ...[sessionId, memberId],
      ]),
  },
  'registration cancelled': {
    reason: 'no-access',
    act: ({ sessionId }, { caller }) => succeeds(caller.call('DELETE', `/api/sessions/${sessionId}/registration`)),
  },
  'left the cooperative': {
    reason: 'signed-out',
    act: ({ admin }, { memberId }) =>
      succeeds(admin.call('PATCH', `/api/members/${memberId}`, { version: 1, status: 'keluar' })),
  },
};

const place = await openPlace();
const startedAt = performance.now();
try {
  const guarded = await drill(place, []);
  const control = await drill(place, ['doorman']);
  const slowest = Math.max(...guarded.outcomes.map(({ slowestMs }) => slowestMs));
  report({
    name: 'revoke',
    ratio: rounded(slowest / 1_000),
    goal: '<= 2',
    unit: 's from the answer to the act until the last line is gone',
    yardstick: null,
    seconds: rounded((performance.now() - startedAt) / 1_000),
    invariants: {
      'every line of who had to go was gone': guarded.outcomes.every(({ left }) => left === 0),
      'within two seconds': slowest <= WITHIN_MS,
      'each was told why': guarded.outcomes.every(({ wrongReasons }) => wrongReasons === 0),
      'nobody else was sent away': guarded.stayed === STAYING + 1,
      'nothing went wrong on either node': guarded.log === '',
      'without the doorman they stay': control.outcomes.every(({ left }) => left > 0),
    },
    samples: [...guarded.outcomes, ...control.outcomes.map((outcome) => ({ control: true, ...outcome }))],
  });
} finally {
  await place.close();
}

async function drill(
  place: Place,
  without: readonly 'doorman'[],
): Promise<{ outcomes: Outcome[]; stayed: number; log: string }> {
  const ways = Object.entries(WAYS);
  const home = await aHome(place.pool, ways.length * EACH + STAYING);
  const [hostId, adminId] = [
    await anOfficer(place.pool, home, ['member']),
    await anOfficer(place.pool, home, ['member', 'admin']),
  ];
  const sessionId = await aLiveSession(place.pool, home);
  // Its room is open and it has not begun: a registration can still be cancelled.
  await place.pool.query(
    `UPDATE sessions SET state = 'published', went_live_at = NULL, starts_at = now() + interval '10 minutes',
       ends_at = now() + interval '70 minutes' WHERE id = $1`,
    [sessionId],
  );
  await place.pool.query(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'host')`, [
    ...[sessionId, hostId],
  ]);
  const nodes = [await Server.start({ ...place, without }), await Server.start({ ...place, without })] as const;
  try {
    const cookies = await signIns(place.pool, [...home.memberIds, hostId, adminId]);
    const on = (node: Server, cookie = ''): RoomMember => new RoomMember({ sessionId, cookie, urls: [node.url] });
    const host = on(nodes[0], cookies.at(-2));
    const staying = [
      host,
      ...cookies.slice(-2 - STAYING, -2).map((cookie, nth) => on(nodes[nth % 2] ?? nodes[0], cookie)),
    ];
    const admin = await Caller.open(nodes[0].url, cookies.at(-1) ?? '');
    const leavers: Leaver[] = [];
    for (const [nth, memberId] of home.memberIds.slice(0, ways.length * EACH).entries()) {
      const cookie = cookies[nth] ?? '';
      const caller = await Caller.open((nodes[nth % 2] ?? nodes[0]).url, cookie);
      leavers.push({ memberId, caller, devices: nodes.map((node) => on(node, cookie)) });
    }
    await enterAll([...staying, ...leavers.flatMap(({ devices }) => devices)]);
    const scene = { place, sessionId, host, admin };
    const outcomes: Outcome[] = [];
    // One way after the other; only the control's share their patience.
    const running = ways.map(([way, { reason, act }], nth) => async (): Promise<Outcome> => {
      const theirs = leavers.slice(nth * EACH, (nth + 1) * EACH);
      const going: Promise<number>[] = [];
      for (const leaver of theirs) {
        await act(scene, leaver);
        going.push(untilGone(leaver.devices));
      }
      const times = await Promise.all(going);
      return {
        way,
        left: theirs.flatMap(({ devices }) => devices).filter(({ isInside }) => isInside).length,
        wrongReasons: theirs
          .flatMap(({ devices }) => devices.flatMap(({ goodbyes }) => goodbyes))
          .filter((told) => told !== reason).length,
        slowestMs: rounded(Math.max(...times)),
      };
    });
    if (without.length > 0) outcomes.push(...(await Promise.all(running.map((run) => run()))));
    else for (const run of running) outcomes.push(await run());
    const stayed = staying.filter(({ isInside }) => isInside).length;
    for (const member of [...staying, ...leavers.flatMap(({ devices }) => devices)]) member.leave();
    for (const caller of [admin, ...leavers.map((leaver) => leaver.caller)]) caller.close();
    return { outcomes, stayed, log: nodes.map(({ log }) => log).join('') };
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
  }
}

/** @returns ms from now until none of them is inside any more, or until patience ends */
async function untilGone(devices: readonly RoomMember[]): Promise<number> {
  const from = performance.now();
  while (devices.some(({ isInside }) => isInside) && performance.now() - from < PATIENCE_MS) await delay(LOOK_EVERY_MS);
  return performance.now() - from;
}

async function succeeds(call: ReturnType<Caller['call']>): Promise<void> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`Refused with ${String(status)}: ${body}`);
}
