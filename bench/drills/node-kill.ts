// Two nodes, 200 members who write to each other, and one node dies by kill -9: its members go on at the other without a gap,
// in the same order, counted once; over PostgreSQL alone, and with Redis where there is one. The control comes back without
// saying what it has, and must miss some.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { killNode, type NodeKillResult } from '../support/node-kill.ts';
import { openPlace, type Place } from '../support/place.ts';
import { OwnRedis } from '../support/redis.ts';
import { report, rounded } from '../support/report.ts';
import { loadServer } from '../../scripts/built.ts';

const { Clock } = (await import(
  new URL('../../dist/platform/clock.js', import.meta.url).href
)) as typeof import('../../src/platform/clock.ts');
const { WorkerHost } = (await import(
  new URL('../../dist/platform/queue/worker-host.js', import.meta.url).href
)) as typeof import('../../src/platform/queue/worker-host.ts');

/** Fewer by `npm run -s drill -- node-kill 40`, to try it. */
const MEMBERS = Number(process.argv[2] ?? 200);
/** A node writes down each 15 s when it last heard of each connection, and hears of a quiet one each 20 s at least. */
const MOST_UNSEEN_MS = 15_000 + 20_000;
/** The first kill comes after a node has written that down once, the others come soon. */
const TALK_MS = { long: 17_000, short: 2_500 };
/** After which a sweep takes a node that wrote nothing for dead (src/attendance/presence.service.ts), and some. */
const LATER_MS = 120_000;

interface DeadSpans {
  readonly of: number;
  readonly wrong: number;
  readonly moved: number;
  readonly mostUnseenMs: number;
}

class LaterClock extends Clock {
  override now(): Date {
    return new Date(super.now().getTime() + LATER_MS);
  }
}

const place = await openPlace();
const redis = hasRedis() ? await OwnRedis.open() : undefined;
try {
  const startedAt = performance.now();
  const common = { place, members: MEMBERS, talkMs: TALK_MS.short };
  const runs: Record<string, NodeKillResult> = {
    postgres: await killNode({ ...common, resumes: true, talkMs: TALK_MS.long }),
  };
  if (redis) runs['redis'] = await killNode({ ...common, resumes: true, redisUrl: redis.url });
  const control = await killNode({ ...common, resumes: false });
  const guarded = Object.values(runs);
  await sweepLater(place);
  const spans = await Promise.all(guarded.map((run) => spansOfTheDead(place, run)));
  report({
    name: 'node-kill',
    ratio: rounded(Math.max(...guarded.map(({ backMs }) => backMs)) / 1_000),
    goal: '<= 5',
    unit: 's from the kill until the last member is inside again',
    yardstick: null,
    withRedis: redis !== undefined,
    seconds: rounded((performance.now() - startedAt) / 1_000),
    invariants: {
      'every member has every message, in the order of the rows, none twice': guarded.every(
        ({ complete }) => complete === MEMBERS,
      ),
      'every message was stored once': guarded.every(({ posted, stored }) => posted === stored),
      'everybody of the dead node came back': guarded.every(({ orphans, cameBack }) => cameBack === orphans),
      'everybody is counted once': guarded.every(({ counts }) => counts.join() === String(MEMBERS)),
      'the time of the dead node ends when it last saw each of them': spans.every(({ wrong }) => wrong === 0),
      'and it saw each of them not long before it died': spans.every(
        ({ of, mostUnseenMs }) => of > 0 && mostUnseenMs <= MOST_UNSEEN_MS,
      ),
      'where it lived long enough it had written of each since they entered': spans[0]?.moved === spans[0]?.of,
      'without resuming some miss some': control.complete < MEMBERS && control.cameBack === control.orphans,
    },
    samples: [
      ...Object.entries(runs).map(([over, run], index) => ({ over, ...run, spans: spans[index] })),
      { over: 'postgres, control', ...control },
    ],
  });
} finally {
  await redis?.close();
  await place.close();
}

/** What a worker does two minutes from now; nobody is in a room any more but by the spans of the dead. */
async function sweepLater({ appUrl, data }: Place): Promise<void> {
  const { startServer } = await loadServer();
  const env = { NODE_ENV: 'development', LOG_LEVEL: 'error', DATABASE_URL: appUrl, SINAU_DATA: data };
  const worker = await startServer({
    env: { ...env, SINAU_SECRET: 's'.repeat(40) },
    runs: ['worker'],
    clock: new LaterClock(),
  });
  try {
    await worker.app.get(WorkerHost, { strict: false }).sweepOnce();
  } finally {
    await worker.close();
  }
}

/**
 * How many there are, how many do not end at their last sight before the kill, how many were seen after they entered, and
 * how long before the kill the longest unseen was seen last.
 */
async function spansOfTheDead({ pool }: Place, { sessionId, deadNode, killedAt }: NodeKillResult): Promise<DeadSpans> {
  const { rows } = await pool.query<DeadSpans>(
    `SELECT count(*)::int AS of, count(*) FILTER (WHERE (ended_at = last_seen_at AND ended_at <= $3) IS NOT TRUE)::int AS wrong,
       count(*) FILTER (WHERE last_seen_at > connected_at)::int AS moved,
       coalesce(max(extract(epoch FROM $3::timestamptz - last_seen_at) * 1000), 0)::int AS "mostUnseenMs"
     FROM presence_spans WHERE session_id = $1 AND node_id = $2`,
    [sessionId, deadNode, killedAt],
  );
  return rows[0] ?? { of: 0, wrong: 0, moved: 0, mostUnseenMs: 0 };
}

function hasRedis(): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'redis-server')));
}
