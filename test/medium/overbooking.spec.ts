// Many callers, few seats: never one too many. The control without the lock sells too many, so this test can fail.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../src/platform/ids.js';
import { RegistrationsService } from '../../src/registrations/registrations.service.js';
import { startServer, type RunningServer } from '../../src/server.js';
import type { Actor } from '../../src/contracts/permissions.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aCooperative, aMember, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

const CALLERS = 120;

let app: TestApp;
let neighbour: RunningServer;
let home: CooperativeRow;
const members: MemberRow[] = [];

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  for (let count = 0; count < CALLERS; count += 1) members.push(await aMember(app, home));
  // A second node on the same database: its batches know nothing of the first one's.
  neighbour = await startServer({
    env: { NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', DATABASE_URL: app.database.appUrl, LOG_LEVEL: 'error' },
    runs: ['api'],
    clock: app.clock,
  });
});

afterAll(async () => {
  await neighbour.close();
  await app.close();
});

/** Requests are spread over both nodes, as a balancer would. */
function node(index: number): RegistrationsService {
  const { app: nest } = index % 2 === 0 ? app.server : neighbour;
  return nest.get(RegistrationsService, { strict: false });
}

function actorOf(member: MemberRow): Actor {
  const { cooperativeId, id: memberId, roles, language, zone } = member;
  return { tokenId: newId(), cooperativeId, memberId, roles, unitIds: [], language, zone };
}

async function counts(session: SessionRow): Promise<{ confirmed: number; waiting: number; tooMany: number }> {
  const [row] = await app.db.sql<{ confirmed: number; waiting: number; tooMany: number }>(
    `SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
       count(*) FILTER (WHERE state = 'waitlisted')::int AS waiting,
       count(*) FILTER (WHERE seats_taken_before >= capacity_seen)::int AS "tooMany"
     FROM registrations WHERE session_id = $1`,
    [session.id],
  );
  return row ?? { confirmed: -1, waiting: -1, tooMany: -1 };
}

describe('a rush on few seats', () => {
  it.each([1, 2, 50])('fills %s seats exactly, over two processes', async (capacity) => {
    const session = await aSession(app, home, { capacity });
    const answers = await Promise.all(
      members.map((member, index) => node(index).register(actorOf(member), session.id)),
    );
    expect(await counts(session)).toEqual({ confirmed: capacity, waiting: CALLERS - capacity, tooMany: 0 });
    const places = answers.flatMap((answer) => answer.place ?? []).sort((a, b) => a - b);
    expect(places).toEqual(Array.from({ length: CALLERS - capacity }, (_, index) => index + 1));
  });

  it('stays exact while people leave and come back', async () => {
    const session = await aSession(app, home, { capacity: 10 });
    await Promise.all(members.map((member, index) => node(index).register(actorOf(member), session.id)));
    await Promise.all(
      members.flatMap((member, index) => {
        const leave = node(index).cancel(actorOf(member), session.id);
        return index % 3 === 0 ? [leave] : [leave, node(index + 1).register(actorOf(member), session.id)];
      }),
    );
    const { confirmed, waiting, tooMany } = await counts(session);
    expect(tooMany).toBe(0);
    expect(confirmed).toBe(Math.min(10, confirmed + waiting));
  });

  it('would sell too many without the lock: the control', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    const pool = new pg.Pool({ connectionString: app.database.appUrl, max: 2 });
    const [one, two] = [await pool.connect(), await pool.connect()];
    try {
      // The schedule a lock forbids: both have looked before either has taken.
      const seatFor = [await looks(one, session), await looks(two, session)];
      await takes(one, session, aMemberAt(0), seatFor[0] === true);
      await takes(two, session, aMemberAt(1), seatFor[1] === true);
    } finally {
      one.release();
      two.release();
      await pool.end();
    }
    expect((await counts(session)).confirmed).toBe(2);
  });
});

function aMemberAt(index: number): MemberRow {
  const member = members[index];
  if (!member) throw new Error(`no member ${String(index)}`);
  return member;
}

/** Counts as a textbook would, but without locking the session's row first. True: it saw a free seat. */
async function looks(client: pg.PoolClient, session: SessionRow): Promise<boolean> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ taken: number }>(
    `SELECT count(*)::int AS taken FROM registrations WHERE session_id = $1 AND state = 'confirmed'`,
    [session.id],
  );
  return (rows[0]?.taken ?? 0) < (session.capacity ?? Infinity);
}

async function takes(client: pg.PoolClient, session: SessionRow, member: MemberRow, isFree: boolean): Promise<void> {
  await client.query(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $6)`,
    [newId(), home.id, session.id, member.id, isFree ? 'confirmed' : 'waitlisted', app.clock.now()],
  );
  await client.query('COMMIT');
}
