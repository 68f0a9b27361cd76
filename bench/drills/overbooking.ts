// 2,000 callers on 1, 2 and 500 seats over two nodes, 50 seeds; then cancel, register and resize against the model.
import fc from 'fast-check';
import pg from 'pg';
import { v7 } from 'uuid';
import { Caller, type Reply } from '../support/caller.ts';
import { registrationInvariants } from '../support/invariants.ts';
import { aHome, aSession, type Home } from '../support/people.ts';
import { openPlace, type Place } from '../support/place.ts';
import { report, rounded } from '../support/report.ts';
import { Server } from '../support/server.ts';

const { promote, register } = (await import(
  new URL('../../dist/registrations/seat.rules.js', import.meta.url).href
)) as typeof import('../../src/registrations/seat.rules.ts');
type Seats = Parameters<typeof promote>[0];
type Held = Seats['held'][number];

const CALLERS = 2_000;
const CAPACITIES = [1, 2, 500];
const STEPS = 15;
/** How many seeds: the whole drill by default, fewer by `npm run -s drill -- overbooking 5`. */
const seeds = Number(process.argv[2] ?? 50);

type Step = { kind: 'register' | 'cancel'; member: number } | { kind: 'resize'; capacity: number };
const someone = fc.integer({ min: 0, max: 30 });
const someSteps = fc.array(
  fc.oneof(
    someone.map((member): Step => ({ kind: 'register', member })),
    someone.map((member): Step => ({ kind: 'cancel', member })),
    fc.integer({ min: 1, max: 510 }).map((capacity): Step => ({ kind: 'resize', capacity })),
  ),
  { minLength: STEPS, maxLength: STEPS },
);

const outcome = { requests: 0, wrongRushes: 0, wrongChurns: 0, wrongSteps: 0, failures: 0 };
const place = await openPlace();
const startedAt = performance.now();
try {
  const home = await aHome(place.pool, CALLERS);
  const [adminId = ''] = home.memberIds;
  await place.pool.query(`UPDATE members SET roles = '{member,admin}' WHERE id = $1`, [adminId]);
  const nodes = [await Server.start(place), await Server.start(place)] as const;
  try {
    const cookies = await nodes[0].signIn(home.memberIds);
    const callers: Caller[] = [];
    for (const [index, cookie] of cookies.entries()) {
      callers.push(await Caller.open((nodes[index % 2] ?? nodes[0]).url, cookie));
    }
    for (let seed = 1; seed <= seeds; seed += 1) await drill(place, home, callers, seed);
    for (const caller of callers) caller.close();
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
  }
  const oversold = await control(place, home);
  report({
    name: 'overbooking',
    ratio: outcome.requests,
    goal: 'never one seat too many',
    unit: 'requests',
    yardstick: null,
    seeds,
    seconds: rounded((performance.now() - startedAt) / 1_000),
    invariants: {
      'every rush filled its seats exactly and queued the rest without a gap': outcome.wrongRushes === 0,
      'leaving and coming back at once kept the seats full and never more': outcome.wrongChurns === 0,
      'every cancel, register and resize did what the model does': outcome.wrongSteps === 0,
      'no request failed': outcome.failures === 0,
      ...(await registrationInvariants(place.pool)),
      'the control, without the lock, sold too many': oversold > 0,
    },
    samples: [{ ...outcome, controlSoldTooMany: oversold }],
  });
} finally {
  await place.close();
}

async function drill({ pool }: Place, home: Home, callers: Caller[], seed: number): Promise<void> {
  const capacity = CAPACITIES[seed % CAPACITIES.length] ?? 1;
  const sessionId = await aSession(pool, home.cooperativeId, capacity);
  const path = `/api/sessions/${sessionId}/registration`;
  const rush = await all(callers.map((caller) => caller.call('POST', path)));
  if (!isExact(rush, capacity)) outcome.wrongRushes += 1;
  // Some leave, some press again, some leave and come back, all at once and on both nodes.
  const random = fc.sample(fc.integer({ min: 0, max: 2 }), { seed, numRuns: 300 });
  await all(random.map((act, index) => (callers[index + 31] ?? fail()).call(act === 0 ? 'POST' : 'DELETE', path)));
  await all(random.map((act, index) => (callers[index + 31] ?? fail()).call(act === 2 ? 'POST' : 'DELETE', path)));
  const seats = await seatsOf(pool, sessionId, { virtual: capacity, onsite: 0 });
  if (taken(seats) !== Math.min(capacity, seats.held.length)) outcome.wrongChurns += 1;
  const [steps = []] = fc.sample(someSteps, { seed, numRuns: 1 });
  await againstModel(pool, home, callers, sessionId, seats, steps);
  // Seats that the last resize added and nobody was given yet: a cancel gives them out, as its event would.
  await all([(callers[0] ?? fail()).call('DELETE', path)]);
}

/** One step after the other, each compared with what the rule says of the same seats. */
async function againstModel(
  pool: pg.Pool,
  home: Home,
  callers: Caller[],
  sessionId: string,
  start: Seats,
  steps: readonly Step[],
): Promise<void> {
  let seats = start;
  for (const step of steps) {
    if (step.kind === 'resize') {
      const { rows } = await pool.query<{ version: number }>('SELECT version FROM sessions WHERE id = $1', [sessionId]);
      const body = { version: rows[0]?.version, capacity: step.capacity };
      await all([(callers[0] ?? fail()).call('PATCH', `/api/sessions/${sessionId}`, body)]);
      seats = { ...seats, capacity: { ...seats.capacity, virtual: step.capacity } };
      continue;
    }
    const memberId = home.memberIds[step.member] ?? '';
    const method = step.kind === 'register' ? 'POST' : 'DELETE';
    const [reply] = await all([
      (callers[step.member] ?? fail()).call(method, `/api/sessions/${sessionId}/registration`),
    ]);
    if (step.kind === 'register') {
      const said = JSON.parse(reply?.body ?? '{}') as { id: string; state: string; place: number | null };
      const modelled = register(seats, [{ id: said.id, memberId, unitId: null, mode: 'virtual' }], () => 'seat');
      const [expected] = modelled.answers;
      if (expected?.id !== said.id || expected.state !== said.state || expected.place !== said.place) {
        outcome.wrongSteps += 1;
      }
      seats = modelled.seats;
    } else {
      seats = promote({ ...seats, held: seats.held.filter((one) => one.memberId !== memberId) }).seats;
    }
    const now = await seatsOf(pool, sessionId, seats.capacity);
    if (picture(now.held) !== picture(seats.held)) outcome.wrongSteps += 1;
  }
}

async function seatsOf(pool: pg.Pool, sessionId: string, capacity: Seats['capacity']): Promise<Seats> {
  const { rows } = await pool.query<Held>(
    `SELECT id, member_id AS "memberId", NULL AS "unitId", state, mode FROM registrations
     WHERE session_id = $1 AND state IN ('pending', 'confirmed', 'waitlisted', 'offered') ORDER BY queued_at, id`,
    [sessionId],
  );
  return { capacity, quotas: [], held: rows };
}

/** Who has a seat, in no order; who waits, in order. */
function picture(held: readonly Held[]): string {
  const seated = held.filter((one) => one.state === 'confirmed').map((one) => one.id);
  const waiting = held.filter((one) => one.state === 'waitlisted').map((one) => one.id);
  return `${seated.sort().join()} | ${waiting.join()}`;
}

function taken(seats: Seats): number {
  return seats.held.filter((one) => one.state === 'confirmed' || one.state === 'offered').length;
}

function isExact(replies: readonly Reply[], capacity: number): boolean {
  const answers = replies.map((reply) => JSON.parse(reply.body) as { state: string; place: number | null });
  const places = answers.flatMap((answer) => answer.place ?? []).sort((a, b) => a - b);
  const confirmed = answers.filter((answer) => answer.state === 'confirmed').length;
  return (
    confirmed === capacity &&
    places.length === replies.length - capacity &&
    places.every((nth, index) => nth === index + 1)
  );
}

async function all(calls: readonly Promise<Reply>[]): Promise<Reply[]> {
  const replies = await Promise.all(calls);
  outcome.requests += replies.length;
  outcome.failures += replies.filter((reply) => reply.status !== 200 && reply.status !== 204).length;
  return replies;
}

function fail(): never {
  throw new Error('There are fewer callers than the drill needs.');
}

/** A textbook without its lock: counts, then inserts. @returns how many seats it sold too many */
async function control({ appUrl, pool }: Place, home: Home): Promise<number> {
  const sessionId = await aSession(pool, home.cooperativeId, 1);
  const twenty = new pg.Pool({ connectionString: appUrl, max: 20 });
  await Promise.all(
    home.memberIds.slice(0, 200).map(async (memberId) => {
      const client = await twenty.connect();
      await client.query('BEGIN');
      const { rows } = await client.query<{ taken: number }>(
        `SELECT count(*)::int AS taken FROM registrations WHERE session_id = $1 AND state = 'confirmed'`,
        [sessionId],
      );
      const state = (rows[0]?.taken ?? 0) < 1 ? 'confirmed' : 'waitlisted';
      await client.query(
        `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, now(), now(), now())`,
        [v7(), home.cooperativeId, sessionId, memberId, state],
      );
      await client.query('COMMIT');
      client.release();
    }),
  );
  await twenty.end();
  const { rows } = await pool.query<{ taken: number }>(
    `DELETE FROM registrations WHERE session_id = $1 AND state = 'confirmed' RETURNING 1 AS taken`,
    [sessionId],
  );
  await pool.query('DELETE FROM registrations WHERE session_id = $1', [sessionId]);
  return rows.length - 1;
}
