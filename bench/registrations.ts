// 2,000 members register at once, over HTTP, for 500 seats; against a textbook transaction and a POST that does nothing.
import pg from 'pg';
import { v7 } from 'uuid';
import { Caller, percentile, type Reply } from './support/caller.ts';
import { registrationInvariants } from './support/invariants.ts';
import { fillHouse } from './support/full-house.ts';
import { aHome, aSession, type Home } from './support/people.ts';
import { openPlace, type Place } from './support/place.ts';
import { median, report, rounded } from './support/report.ts';
import { Server } from './support/server.ts';

const MEMBERS = 2_000;
const SEATS = 500;
const DOUBLED = MEMBERS / 100;
const SAMPLES = 4;
/** Enough for 20,000 POSTs over 10 s in all samples together, if the machine can; a slow one must not take for ever. */
const SAMPLE_MS = 2_600;
const SAMPLE_POSTS = 5_000;
const LONGEST_SAMPLE_MS = 7_000;
const YARDSTICK_MS = 1_500;

interface Sample {
  readonly perSecond: number;
  readonly posts: number;
  readonly seconds: number;
}
interface Measured extends Sample {
  readonly p50: number;
  readonly p99: number;
  readonly isExact: boolean;
}

const begunAt = new Date();
const place = await openPlace();
try {
  const home = await aHome(place.pool, MEMBERS);
  // `npm run -s bench -- NAME full`: among 100,000 members, 2,000 sessions and 500,000 registrations.
  if (process.argv.includes('full')) await fillHouse(place, home);
  const server = await Server.start(place);
  try {
    const cookies = await server.signIn(home.memberIds);
    // One connection a member, and one more for each of those who press the button twice.
    const callers = await opened(server, [...cookies, ...cookies.slice(0, DOUBLED)]);
    await measure(() => registerAll(place, home, callers));
    await measureNothing(callers);
    await run(place, home, callers);
    callers.forEach((caller) => {
      caller.close();
    });
  } finally {
    await server.close();
  }
} finally {
  await place.close();
}

async function run(place: Place, home: Home, callers: Caller[]): Promise<void> {
  const samples: { ours: Measured; textbook: Sample; nothing: Sample }[] = [];
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  let ownCpu = 0;
  for (let turn = 0; turn < SAMPLES; turn += 1) {
    const ours = async (): Promise<Measured> => {
      const before = process.cpuUsage();
      const measured = await measure(() => registerAll(place, home, callers));
      const { user, system } = process.cpuUsage(before);
      ownCpu = Math.max(ownCpu, (user + system) / 1e6 / measured.seconds);
      return measured;
    };
    // A B B A: what drifts in the machine falls on all alike.
    if (turn % 2 === 0)
      samples.push({
        ours: await ours(),
        textbook: await textbook(place, home),
        nothing: await measureNothing(callers),
      });
    else {
      const nothing = await measureNothing(callers);
      const plain = await textbook(place, home);
      samples.push({ ours: await ours(), textbook: plain, nothing });
    }
    const { ours: own, textbook: plain, nothing } = samples.at(-1) ?? {};
    console.log(
      `${String(turn + 1)}: ${String(rounded(own?.perSecond ?? 0))}/s, p99 ${String(rounded(own?.p99 ?? 0))} ms; ` +
        `textbook ${String(rounded(plain?.perSecond ?? 0))}/s; nothing ${String(rounded(nothing?.perSecond ?? 0))}/s`,
    );
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const ratios = samples.map((sample) => sample.ours.perSecond / sample.textbook.perSecond);
  const shares = samples.map((sample) => sample.ours.perSecond / sample.nothing.perSecond);
  const posts = samples.reduce((sum, sample) => sum + sample.ours.posts, 0);
  const seconds = samples.reduce((sum, sample) => sum + sample.ours.seconds, 0);
  report({
    name: 'registrations',
    ratio: rounded(median(ratios)),
    goal: '>= 5',
    unit: 'x',
    yardstick: 'a textbook transaction through a pool of 10, without HTTP',
    ratioRange: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    perSecond: rounded(median(samples.map((sample) => sample.ours.perSecond))),
    ofNothing: {
      ratio: rounded(median(shares)),
      goal: '>= 0.5',
      range: [rounded(Math.min(...shares)), rounded(Math.max(...shares))],
    },
    p99Ms: { value: rounded(median(samples.map((sample) => sample.ours.p99))), goal: '<= 1000' },
    posts,
    seconds: rounded(seconds),
    isLongEnough: posts >= 20_000 && seconds >= 10,
    loadGenerator: {
      core: rounded(ownCpu),
      isOverloaded: ownCpu > 0.8,
      whole: rounded((user + system) / 1000 / (performance.now() - startedAt)),
    },
    invariants: {
      'every session filled exactly, its queue without a gap, doubles answered alike': samples.every(
        (sample) => sample.ours.isExact,
      ),
      ...(await registrationInvariants(place.pool, begunAt)),
    },
    samples,
  });
}

async function opened(server: Server, cookies: string[]): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (let first = 0; first < cookies.length; first += 200) {
    const some = cookies.slice(first, first + 200);
    callers.push(...(await Promise.all(some.map((cookie) => Caller.open(server.url, cookie)))));
  }
  return callers;
}

/** Fresh sessions, one after the other, until the time is up. */
async function measure(round: () => Promise<{ replies: Reply[]; ms: number; isExact: boolean }>): Promise<Measured> {
  const times: number[] = [];
  let posts = 0;
  let ms = 0;
  let isExact = true;
  while ((ms < SAMPLE_MS || posts < SAMPLE_POSTS) && ms < LONGEST_SAMPLE_MS) {
    const done = await round();
    posts += done.replies.length;
    ms += done.ms;
    isExact &&= done.isExact;
    for (const reply of done.replies) times.push(reply.ms);
  }
  const seconds = ms / 1_000;
  return {
    perSecond: posts / seconds,
    posts,
    seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    isExact,
  };
}

async function registerAll(
  { pool }: Place,
  home: Home,
  callers: Caller[],
): Promise<{ replies: Reply[]; ms: number; isExact: boolean }> {
  const sessionId = await aSession(pool, home.cooperativeId, SEATS);
  const startedAt = performance.now();
  const replies = await Promise.all(
    callers.map((caller) => caller.call('POST', `/api/sessions/${sessionId}/registration`)),
  );
  const ms = performance.now() - startedAt;
  return { replies, ms, isExact: isExact(replies) };
}

function isExact(replies: readonly Reply[]): boolean {
  if (replies.some((reply) => reply.status !== 200)) return false;
  const answers = replies.map((reply) => JSON.parse(reply.body) as { id: string; state: string; place: number | null });
  const firsts = answers.slice(0, MEMBERS);
  const doubles = answers.slice(MEMBERS);
  const places = firsts.flatMap((answer) => answer.place ?? []).sort((a, b) => a - b);
  return (
    firsts.filter((answer) => answer.state === 'confirmed').length === SEATS &&
    places.length === MEMBERS - SEATS &&
    places.every((place, index) => place === index + 1) &&
    doubles.every((answer, index) => answer.id === firsts[index]?.id)
  );
}

/** The same callers, the same server, the same guard, and nothing behind it. */
async function measureNothing(callers: Caller[]): Promise<Sample> {
  let posts = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < YARDSTICK_MS) {
    const replies = await Promise.all(callers.map((caller) => caller.call('POST', '/bench/nothing')));
    if (replies.some((reply) => reply.status !== 201)) throw new Error('The POST that does nothing was refused.');
    posts += replies.length;
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return { perSecond: posts / seconds, posts, seconds };
}

/** Locks the row, counts, inserts, commits: right, and as most would write it. Without HTTP, events or answers. */
async function textbook({ appUrl, pool }: Place, home: Home): Promise<Sample> {
  const sessionId = await aSession(pool, home.cooperativeId, SEATS);
  const ten = new pg.Pool({ connectionString: appUrl, max: 10 });
  await Promise.all(Array.from({ length: 10 }, () => ten.query('SELECT 1')));
  let posts = 0;
  const startedAt = performance.now();
  const isTimeUp = (): boolean => performance.now() - startedAt >= YARDSTICK_MS;
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = next++; index < home.memberIds.length && !isTimeUp(); index = next++) {
      const client = await ten.connect();
      await client.query('BEGIN');
      await client.query('SELECT capacity FROM sessions WHERE id = $1 FOR UPDATE', [sessionId]);
      const { rows } = await client.query<{ taken: number }>(
        `SELECT count(*)::int AS taken FROM registrations WHERE session_id = $1 AND state = 'confirmed'`,
        [sessionId],
      );
      const isFree = (rows[0]?.taken ?? 0) < SEATS;
      await client.query(
        `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, now(), now(), now())`,
        [v7(), home.cooperativeId, sessionId, home.memberIds[index], isFree ? 'confirmed' : 'waitlisted'],
      );
      await client.query('COMMIT');
      client.release();
      posts += 1;
    }
  };
  await Promise.all(Array.from({ length: 10 }, one));
  const seconds = (performance.now() - startedAt) / 1_000;
  await ten.end();
  // Not the product's doing, so not for the invariants to find.
  await pool.query('DELETE FROM registrations WHERE session_id = $1', [sessionId]);
  return { perSecond: posts / seconds, posts, seconds };
}
