// The catalogue's page, signed in, over HTTP; against a bare fastify with the same SQL and JSON, token look-up included.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { v7 } from 'uuid';
import { Caller, percentile } from './support/caller.ts';
import { fillHouse } from './support/full-house.ts';
import { aHome, aSession, type Home } from './support/people.ts';
import { openPlace } from './support/place.ts';
import { interleaved, median, report, rounded } from './support/report.ts';
import { Server } from './support/server.ts';

const MEMBERS = 400;
const IN_FLIGHT = 64;
const SESSIONS = 45;
const REGISTERED = 100;
const SAMPLES = 4;
const SAMPLE_MS = 2_500;
const PATH = '/api/sessions';

interface Sample {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly allOk: boolean;
}

const place = await openPlace();
try {
  const home = await aHome(place.pool, MEMBERS);
  // `npm run -s bench -- NAME full`: among 100,000 members, 2,000 sessions and 500,000 registrations.
  if (process.argv.includes('full')) await fillHouse(place, home);
  await fill(place.pool, home);
  const server = await Server.start(place);
  const bare = fork(join(import.meta.dirname, 'support/bare-catalogue.ts'), {
    env: { PATH: process.env['PATH'], DATABASE_URL: place.appUrl, NODE_ENV: 'production' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const gone = new Promise((resolve) => bare.once('exit', resolve));
  try {
    const bareUrl = await new Promise<string>((resolve, reject) => {
      bare.once('message', (told: { url: string }) => {
        resolve(told.url);
      });
      bare.once('exit', () => {
        reject(new Error('The bare server ended.'));
      });
    });
    const cookies = await server.signIn(home.memberIds);
    const ours = await Promise.all(cookies.slice(0, IN_FLIGHT).map((cookie) => Caller.open(server.url, cookie)));
    const theirs = await Promise.all(cookies.slice(0, IN_FLIGHT).map((cookie) => Caller.open(bareUrl, cookie)));
    const isSame = isDeepStrictEqual(await page(ours[0]), await page(theirs[0]));
    await sample(ours);
    await sample(theirs);
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const samples = await interleaved(
      SAMPLES,
      () => sample(ours),
      () => sample(theirs),
    );
    const { user, system } = process.cpuUsage(before);
    const core = (user + system) / 1_000 / (performance.now() - startedAt);
    const ratios = samples.map(({ a, b }) => a.perSecond / b.perSecond);
    report({
      name: 'http-read',
      ratio: rounded(median(ratios)),
      goal: '>= 0.6',
      unit: 'x',
      yardstick: 'bare fastify and pg: the same statement and JSON, a token look-up for each request',
      ratioRange: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
      perSecond: rounded(median(samples.map(({ a }) => a.perSecond))),
      p99Ms: rounded(median(samples.map(({ a }) => a.p99))),
      loadGenerator: { core: rounded(core), isOverloaded: core > 0.8 },
      invariants: {
        'both answer the same page': isSame,
        'every answer was 200': samples.every(({ a, b }) => a.allOk && b.allOk),
      },
      samples: samples.map(({ a, b }) => ({ ours: a, bare: b })),
    });
    for (const caller of [...ours, ...theirs]) caller.close();
  } finally {
    bare.send('close');
    await gone;
    await server.close();
  }
} finally {
  await place.close();
}

/** Everybody in flight asks again as soon as they have their answer, until the time is up. */
async function sample(callers: readonly Caller[]): Promise<Sample> {
  const times: number[] = [];
  let allOk = true;
  const startedAt = performance.now();
  await Promise.all(
    callers.map(async (caller) => {
      while (performance.now() - startedAt < SAMPLE_MS) {
        const reply = await caller.call('GET', PATH);
        allOk &&= reply.status === 200;
        times.push(reply.ms);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  return { perSecond: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99), allOk };
}

async function page(caller: Caller | undefined): Promise<unknown> {
  const reply = await caller?.call('GET', PATH);
  return JSON.parse(reply?.body ?? 'null');
}

/** A catalogue as a busy cooperative has it: more than a page, each with staff, a topic, seats and a queue. */
async function fill(pool: pg.Pool, home: Home): Promise<void> {
  const topicId = v7();
  await pool.query(`INSERT INTO topics (id, cooperative_id, name) VALUES ($1, $2, 'Keuangan keluarga')`, [
    topicId,
    home.cooperativeId,
  ]);
  for (let count = 0; count < SESSIONS; count += 1) {
    const sessionId = await aSession(pool, home.cooperativeId, REGISTERED - 10);
    await pool.query(
      'UPDATE sessions SET topic_id = $2, starts_at = starts_at + make_interval(hours => $3) WHERE id = $1',
      [sessionId, topicId, count],
    );
    await pool.query(
      `INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'host'), ($1, $3, 'speaker')`,
      [sessionId, ...home.memberIds.slice(0, 2)],
    );
    await pool.query(
      `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, created_at, updated_at)
       SELECT gen_random_uuid(), $2, $1, id, CASE WHEN nth <= $4 THEN 'confirmed' ELSE 'waitlisted' END, now(), now(), now()
       FROM unnest($3::uuid[]) WITH ORDINALITY AS r(id, nth)`,
      [sessionId, home.cooperativeId, home.memberIds.slice(count, count + REGISTERED), REGISTERED - 10],
    );
  }
}
