// Any sequence of what members, staff and time do to a session's seats, against a model of a hundred lines; then the same
// acts at once, where no order is known but the promises hold. A control without the lock breaks them.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { USUAL_POLICIES } from '../../src/contracts/policies.js';
import fc from 'fast-check';
import type { Actor } from '../../src/contracts/permissions.js';
import { newId } from '../../src/platform/ids.js';
import { ApprovalsService } from '../../src/registrations/approvals.service.js';
import { OffersService } from '../../src/registrations/offers.service.js';
import { RegistrationsService } from '../../src/registrations/registrations.service.js';
import { SessionLifecycleService } from '../../src/sessions/session-lifecycle.service.js';
import { giveSeats, nextInQueue, type Next } from '../../src/registrations/promotions.js';
import { freeSeats, takeSeats } from '../../src/registrations/seats.js';
import { usualTerms } from '../../src/registrations/terms.rules.js';
import { bootApp, type TestApp } from '../support/app.js';
import { SeatsModel } from '../support/seats-model.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

const MEMBERS = 5;
const HOUR = 3_600_000;

type Act =
  | { do: 'register' | 'cancel' | 'approve' | 'reject' | 'accept'; who: number }
  | { do: 'resize'; capacity: number }
  | { do: 'reschedule'; hours: number }
  | { do: 'wait'; minutes: number }
  | { do: 'cancel-session' };

const who = fc.integer({ min: 0, max: MEMBERS - 1 });
const someActs = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: who.map((index): Act => ({ do: 'register', who: index })) },
    { weight: 3, arbitrary: who.map((index): Act => ({ do: 'cancel', who: index })) },
    { weight: 3, arbitrary: who.map((index): Act => ({ do: 'accept', who: index })) },
    { weight: 2, arbitrary: who.map((index): Act => ({ do: 'approve', who: index })) },
    { weight: 1, arbitrary: who.map((index): Act => ({ do: 'reject', who: index })) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((capacity): Act => ({ do: 'resize', capacity })) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((hours): Act => ({ do: 'reschedule', hours })) },
    { weight: 2, arbitrary: fc.constantFrom(10, 300, 900).map((minutes): Act => ({ do: 'wait', minutes })) },
    { weight: 1, arbitrary: fc.constant<Act>({ do: 'cancel-session' }) },
  ),
  { minLength: 4, maxLength: 16 },
);
const someSession = fc.record({
  capacity: fc.integer({ min: 1, max: 2 }),
  freed: fc.constantFrom<('confirm' | 'offer')[]>('confirm', 'offer'),
  needsApproval: fc.boolean(),
});
type Kind = ReturnType<typeof someSession.generate>['value'];
const SEED = 20260701;

let app: TestApp;
let home: CooperativeRow;
let admin: Actor;
const members: Actor[] = [];

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  admin = actorOf(await anAdmin(app, home));
  for (let count = 0; count < MEMBERS; count += 1) members.push(actorOf(await aMember(app, home)));
});

afterAll(async () => {
  await app.close();
});

function actorOf({ cooperativeId, id: memberId, roles, language, zone }: MemberRow): Actor {
  return { tokenId: newId(), cooperativeId, memberId, roles, unitIds: [], language, zone };
}

const service = <T>(type: new (...given: never[]) => T): T => app.server.app.get<T>(type, { strict: false });
const member = (index: number): Actor => members[index] ?? admin;

async function aKind({ capacity, freed, needsApproval }: Kind): Promise<SessionRow> {
  const session = await aSession(app, home, { capacity, startsAt: new Date(app.clock.now().getTime() + 30 * HOUR) });
  await app.db.sql(
    `INSERT INTO registration_terms (session_id, cooperative_id, version, needs_approval, unit_ids, roles, prerequisites,
       queue_policy, quotas, freed_virtual, freed_onsite, offer_hours, updated_at)
     VALUES ($1, $2, 1, $3, '{}', '{}', '[]', 'fifo', '[]', $4, 'offer', 12, $5)`,
    [session.id, home.id, needsApproval, freed, app.clock.now()],
  );
  return session;
}

/** What is refused changes nothing, which is what is looked at. */
async function quietly(act: Promise<unknown>): Promise<void> {
  await act.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'DomainError')) throw error;
  });
}

async function really(session: SessionRow, act: Act): Promise<void> {
  const registrations = service(RegistrationsService);
  switch (act.do) {
    case 'register':
      return quietly(registrations.register(member(act.who), session.id));
    case 'cancel':
      return quietly(registrations.cancel(member(act.who), session.id));
    case 'accept':
      return quietly(service(OffersService).accept(member(act.who), session.id));
    case 'approve':
    case 'reject':
      return decide(session, act.who, act.do);
    case 'resize':
      return resize(session, act.capacity);
    case 'reschedule':
      return reschedule(session, new Date(app.clock.now().getTime() + act.hours * HOUR));
    case 'wait':
      app.clock.advance({ minutes: act.minutes });
      return service(OffersService).expireDue();
    case 'cancel-session':
      return quietly(service(SessionLifecycleService).cancel(admin, session.id));
  }
}

async function decide(session: SessionRow, index: number, how: 'approve' | 'reject'): Promise<void> {
  const rows = await app.db.sql<{ id: string }>(
    `SELECT id FROM registrations WHERE session_id = $1 AND member_id = $2 AND state = 'pending'`,
    [session.id, member(index).memberId],
  );
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return;
  const approvals = service(ApprovalsService);
  await quietly(
    how === 'approve' ? approvals.approve(admin, session.id, ids) : approvals.reject(admin, session.id, ids, 'x'),
  );
}

/** As the editor and the event after it do. */
async function resize(session: SessionRow, capacity: number): Promise<void> {
  const rows = await app.db.sql<{ raised: boolean }>(
    `WITH before AS (SELECT id, capacity FROM sessions WHERE id = $1 AND state = 'published' FOR UPDATE)
     UPDATE sessions s SET capacity = $2 FROM before WHERE s.id = before.id RETURNING before.capacity < $2 AS raised`,
    [session.id, capacity],
  );
  if (rows[0]?.raised === true) {
    await app.db.transaction((tx) => service(RegistrationsService).fillNewSeats(tx, session.id));
  }
}

async function reschedule(session: SessionRow, startsAt: Date): Promise<void> {
  await app.db.sql(`UPDATE sessions SET starts_at = $2, ends_at = $3 WHERE id = $1 AND state = 'published'`, [
    session.id,
    startsAt,
    new Date(startsAt.getTime() + 1_000 * HOUR),
  ]);
  await app.db.transaction((tx) => service(OffersService).retime(tx, session.id));
}

function modelled(model: SeatsModel, act: Act): void {
  const now = app.clock.now();
  switch (act.do) {
    case 'register':
      model.register(member(act.who).memberId);
      break;
    case 'cancel':
      model.cancel(member(act.who).memberId, now);
      break;
    case 'accept':
      model.accept(member(act.who).memberId, now);
      break;
    case 'approve':
      model.approve(member(act.who).memberId);
      break;
    case 'reject':
      model.reject(member(act.who).memberId);
      break;
    case 'resize':
      model.resize(act.capacity, now);
      break;
    case 'reschedule':
      model.reschedule(new Date(now.getTime() + act.hours * HOUR), now);
      break;
    case 'wait':
      model.expire(now);
      break;
    case 'cancel-session':
      model.cancelSession();
      break;
  }
}

async function picture(session: SessionRow): Promise<string> {
  const rows = await app.db.sql<{ memberId: string; state: string }>(
    `SELECT member_id AS "memberId", state FROM registrations WHERE session_id = $1 ORDER BY queued_at, id`,
    [session.id],
  );
  const named = (state: string): string[] => rows.filter((row) => row.state === state).map((row) => row.memberId);
  return ['pending', 'confirmed', 'offered']
    .map((state) => `${state} ${named(state).sort().join()}`)
    .concat(`waitlisted ${named('waitlisted').join()}`)
    .join(' | ');
}

const given = (next: Next[]) => next.map((one) => ({ next: one, given: { state: 'confirmed' } as const }));

/** What holds in whatever order things happened. */
async function broken(session: { id: string }): Promise<string[]> {
  const [row] = await app.db.sql<{ tooMany: number; doubles: number; unfilled: boolean }>(
    `SELECT count(*) FILTER (WHERE seats_taken_before >= capacity_seen)::int AS "tooMany",
       (SELECT count(*)::int FROM (SELECT FROM registrations WHERE session_id = $1
         AND state IN ('pending', 'confirmed', 'waitlisted', 'offered') GROUP BY member_id HAVING count(*) > 1) d) AS doubles,
       count(*) FILTER (WHERE r.state = 'waitlisted') > 0 AND s.state = 'published'
         AND count(*) FILTER (WHERE r.state IN ('confirmed', 'offered')) < s.capacity AS unfilled
     FROM sessions s LEFT JOIN registrations r ON r.session_id = s.id WHERE s.id = $1 GROUP BY s.id`,
    [session.id],
  );
  return Object.entries(row ?? {}).flatMap(([name, value]) => (value === 0 || value === false ? [] : [name]));
}

describe('seats', () => {
  it('are what the model says, after any sequence', async () => {
    await fc.assert(
      fc.asyncProperty(someSession, someActs, async (kind, acts) => {
        const session = await aKind(kind);
        const model = new SeatsModel(kind.capacity, session.startsAt, kind.freed, kind.needsApproval);
        await app.db.sql('UPDATE sessions SET ends_at = $2 WHERE id = $1', [
          session.id,
          new Date(session.startsAt.getTime() + 1_000 * HOUR),
        ]);
        for (const act of acts) {
          await really(session, act);
          modelled(model, act);
          expect(await picture(session)).toBe(model.picture());
        }
        expect(await broken(session)).toEqual([]);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  it('keep every promise when all happens at once', async () => {
    await fc.assert(
      fc.asyncProperty(someSession, someActs, someActs, async (kind, first, then) => {
        const session = await aKind(kind);
        for (const acts of [first, then]) {
          await Promise.all(acts.filter((act) => act.do !== 'wait').map((act) => really(session, act)));
          await really(session, { do: 'wait', minutes: 300 });
          await app.db.transaction((tx) => service(RegistrationsService).fillNewSeats(tx, session.id));
          expect(await broken(session)).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: 10 },
    );
  });

  it('would be broken without the lock: the control', async () => {
    const { id } = await aKind({ capacity: 1, freed: 'confirm', needsApproval: false });
    const seated = { id, cooperativeId: home.id, delivery: 'virtual', capacity: 1, onsiteCapacity: null } as const;
    const ask = (index: number) => ({
      ...({ id: newId(), memberId: member(index).memberId, mode: 'virtual', entry: 'seat' } as const),
      ...{ acknowledgedAt: null, registeredBy: null },
    });
    const now = app.clock.now();
    const leave = (index: number) => ({ memberId: member(index).memberId, registrationId: null, reason: null });
    await app.db.transaction((tx) => takeSeats(tx, seated, [ask(0), ask(1), ask(2)], now));
    await app.db.transaction((tx) => freeSeats(tx, id, [leave(0)], now));
    // The schedule the lock forbids: the first of the queue leaves between the look and the giving, and the seat is given twice.
    const late = await app.db.transaction((tx) => nextInQueue(tx, seated, usualTerms(USUAL_POLICIES), now));
    await app.db.transaction(async (tx) => {
      await freeSeats(tx, id, [leave(1)], now);
      await giveSeats(tx, given(await nextInQueue(tx, seated, usualTerms(USUAL_POLICIES), now)), now);
    });
    await app.db.transaction((tx) => giveSeats(tx, given(late), now));
    const [row] = await app.db.sql<{ taken: number }>(
      `SELECT count(*)::int AS taken FROM registrations WHERE session_id = $1 AND state = 'confirmed'`,
      [id],
    );
    expect(row?.taken).toBe(2);
  });
});
