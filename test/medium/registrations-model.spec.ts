// Any sequence of what members, staff and time do to a session's seats, some of them kept for a unit, against a model of a
// hundred lines; then the same acts at once, in one mode or two, where no order is known but the promises hold. A control
// without the lock breaks them.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../../src/contracts/permissions.js';
import type { SessionPatch } from '../../src/contracts/session-input.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { newId } from '../../src/platform/ids.js';
import { ApprovalsService } from '../../src/registrations/approvals.service.js';
import { ModeSwitchService } from '../../src/registrations/mode-switch.service.js';
import { QuotasService } from '../../src/registrations/quotas.service.js';
import { OffersService } from '../../src/registrations/offers.service.js';
import { RegistrationsService } from '../../src/registrations/registrations.service.js';
import { SessionChangesService } from '../../src/sessions/session-changes.service.js';
import { SessionLifecycleService } from '../../src/sessions/session-lifecycle.service.js';
import { Session } from '../../src/sessions/session.entity.js';
import { SessionsService } from '../../src/sessions/sessions.service.js';
import { MODES, type Mode } from '../../src/registrations/seat.rules.js';
import { bootApp, type TestApp } from '../support/app.js';
import { LASTS_MS, OFFER_HOURS, RELEASE_HOURS, SeatsModel, type ModelKind } from '../support/seats-model.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

const MEMBERS = 5;
/** The first ones are of the unit for which seats may be kept. */
const OF_UNIT = 2;
const HOUR = 3_600_000;

type Act =
  | { do: 'register' | 'switch'; who: number; mode: Mode }
  | { do: 'cancel' | 'approve' | 'reject' | 'accept'; who: number }
  | { do: 'resize'; capacity: number }
  | { do: 'reschedule'; hours: number }
  | { do: 'wait'; minutes: number }
  | { do: 'cancel-session' };

const who = fc.integer({ min: 0, max: MEMBERS - 1 });
const mode = fc.constantFrom(...MODES);
const someActs = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(who, mode).map(([index, one]): Act => ({ do: 'register', who: index, mode: one })),
    },
    { weight: 1, arbitrary: fc.tuple(who, mode).map(([index, one]): Act => ({ do: 'switch', who: index, mode: one })) },
    { weight: 3, arbitrary: who.map((index): Act => ({ do: 'cancel', who: index })) },
    { weight: 3, arbitrary: who.map((index): Act => ({ do: 'accept', who: index })) },
    { weight: 2, arbitrary: who.map((index): Act => ({ do: 'approve', who: index })) },
    { weight: 1, arbitrary: who.map((index): Act => ({ do: 'reject', who: index })) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }).map((capacity): Act => ({ do: 'resize', capacity })) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((hours): Act => ({ do: 'reschedule', hours })) },
    { weight: 2, arbitrary: fc.constantFrom(10, 300, 900).map((minutes): Act => ({ do: 'wait', minutes })) },
    { weight: 1, arbitrary: fc.constant<Act>({ do: 'cancel-session' }) },
  ),
  { minLength: 4, maxLength: 16 },
);
const someSession: fc.Arbitrary<ModelKind> = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  freed: fc.constantFrom<('confirm' | 'offer')[]>('confirm', 'offer'),
  needsApproval: fc.boolean(),
  quota: fc.integer({ min: 0, max: 2 }),
});
type Kind = ModelKind & { delivery?: 'hybrid' };
const someParallel = fc
  .tuple(someSession, fc.boolean())
  .map(([kind, isHybrid]): Kind => (isHybrid ? { ...kind, delivery: 'hybrid' } : kind));
const SEED = 20260701;
/** The same each time, and another each time: a failure names its seed. */
const SEEDS = [
  ['the same', SEED],
  ['a new', Date.now() % 2 ** 31],
] as const;

let app: TestApp;
let home: CooperativeRow;
let admin: Actor;
let unitId: string;
const members: Actor[] = [];

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  unitId = (await aUnit(app, home)).id;
  admin = actorOf(await anAdmin(app, home));
  for (let count = 0; count < MEMBERS; count += 1) {
    members.push(actorOf(await aMember(app, home, { unitId: count < OF_UNIT ? unitId : null })));
  }
});

afterAll(async () => {
  await app.close();
});

function actorOf({ cooperativeId, id: memberId, roles, language, zone }: MemberRow): Actor {
  return { tokenId: newId(), cooperativeId, memberId, roles, unitIds: [], language, zone };
}

const service = <T>(type: new (...given: never[]) => T): T => app.server.app.get<T>(type, { strict: false });
const member = (index: number): Actor => members[index] ?? admin;
const isOfUnit = (memberId: string): boolean => members.slice(0, OF_UNIT).some((one) => one.memberId === memberId);

async function aKind({ capacity, freed, needsApproval, quota, delivery }: Kind): Promise<SessionRow> {
  const session = await aSession(
    app,
    home,
    {
      ...{ capacity, startsAt: new Date(app.clock.now().getTime() + 30 * HOUR) },
      ...(delivery ? { delivery, onsiteCapacity: capacity, venue: 'Balai' } : {}),
    },
    { host: { id: admin.memberId } },
  );
  const quotas = quota === 0 ? [] : [{ unitId, seats: quota }];
  const values = [
    session.id,
    home.id,
    needsApproval,
    quota === 0 ? 'fifo' : 'unit-quota',
    JSON.stringify(quotas),
    freed,
  ];
  await app.db.sql(
    `INSERT INTO registration_terms (session_id, cooperative_id, version, needs_approval, unit_ids, roles, prerequisites,
       queue_policy, quotas, freed_virtual, freed_onsite, offer_hours, quota_release_hours, updated_at)
     VALUES ($1, $2, 1, $3, '{}', '{}', '[]', $4, $5, $6, $6, $7, $8, $9)`,
    [...values, OFFER_HOURS, RELEASE_HOURS, app.clock.now()],
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
      return quietly(
        registrations.register(member(act.who), session.id, session.delivery === 'hybrid' ? { mode: act.mode } : {}),
      );
    case 'switch':
      return quietly(service(ModeSwitchService).switchMode(member(act.who), session.id, { mode: act.mode }));
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
      await service(OffersService).expireDue();
      return service(QuotasService).releaseDue();
    case 'cancel-session':
      return quietly(service(SessionLifecycleService).cancel(admin, session.id, null));
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

/** As the editor does, and what follows from its event. What somebody else changed meanwhile is refused. */
async function change(session: SessionRow, patch: Omit<SessionPatch, 'version'>): Promise<boolean> {
  const [row] = await app.db.sql<{ version: number }>('SELECT version FROM sessions WHERE id = $1', [session.id]);
  let isDone = false;
  const changed = service(SessionChangesService).change(admin, session.id, { ...patch, version: row?.version ?? 0 });
  await quietly(changed.then(() => (isDone = true)));
  return isDone;
}

async function resize(session: SessionRow, capacity: number): Promise<void> {
  const onsite = session.delivery === 'hybrid' ? { onsiteCapacity: capacity } : {};
  if (!(await change(session, { capacity, ...onsite }))) return;
  await app.db.transaction((tx) => service(RegistrationsService).fillNewSeats(tx, session.id));
}

async function reschedule(session: SessionRow, startsAt: Date): Promise<void> {
  if (!(await change(session, { startsAt, endsAt: new Date(startsAt.getTime() + LASTS_MS) }))) return;
  await app.db.transaction((tx) => service(OffersService).retime(tx, session.id));
}

function modelled(model: SeatsModel, act: Act): void {
  const now = app.clock.now();
  switch (act.do) {
    case 'register':
      model.register(member(act.who).memberId, now);
      break;
    case 'cancel':
      model.cancel(member(act.who).memberId, now);
      break;
    case 'accept':
      model.accept(member(act.who).memberId, now);
      break;
    case 'approve':
      model.approve(member(act.who).memberId, now);
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
      model.sweep(now);
      break;
    case 'cancel-session':
      model.cancelSession();
      break;
    case 'switch':
      // There is but one mode to be in.
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

/** What holds in whatever order things happened. @param most the most seats of a mode there ever were. */
async function broken(session: SessionRow, { quota }: Kind, most: number): Promise<string[]> {
  const [row] = await app.db.sql<{ tooMany: boolean; doubles: boolean; overfull: boolean; unfilled: boolean }>(
    `WITH held AS (
       SELECT r.id, r.state, CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END AS mode, m.unit_id = $4 IS TRUE AS own
       FROM registrations r JOIN sessions s ON s.id = r.session_id JOIN members m ON m.id = r.member_id
       WHERE r.session_id = $1),
     seats AS (
       SELECT m.mode, m.capacity, count(h.id) FILTER (WHERE h.state IN ('confirmed', 'offered')) AS taken,
         CASE WHEN $3 < s.starts_at - make_interval(hours => $5) THEN
           greatest(0, $6 - count(h.id) FILTER (WHERE h.own AND h.state IN ('confirmed', 'offered'))) ELSE 0 END AS kept,
         count(h.id) FILTER (WHERE h.state = 'waitlisted' AND h.own) AS own,
         count(h.id) FILTER (WHERE h.state = 'waitlisted') AS waiting
       FROM sessions s CROSS JOIN LATERAL (VALUES ('virtual', s.capacity), ('onsite', s.onsite_capacity)) m (mode, capacity)
       LEFT JOIN held h ON h.mode = m.mode WHERE s.id = $1 GROUP BY m.mode, m.capacity, s.starts_at)
     SELECT EXISTS (SELECT FROM registrations WHERE session_id = $1 AND seats_taken_before >= capacity_seen) AS "tooMany",
       EXISTS (SELECT FROM registrations WHERE session_id = $1
         AND state IN ('pending', 'confirmed', 'waitlisted', 'offered') GROUP BY member_id HAVING count(*) > 1) AS doubles,
       EXISTS (SELECT FROM seats WHERE taken > $2) AS overfull,
       s.state = 'published' AND s.ends_at > $3 AND EXISTS (SELECT FROM seats
         WHERE (waiting > 0 AND taken + kept < capacity) OR (own > 0 AND kept > 0 AND taken < capacity)) AS unfilled
     FROM sessions s WHERE s.id = $1`,
    [session.id, most, app.clock.now(), unitId, RELEASE_HOURS, quota],
  );
  return Object.entries(row ?? {}).flatMap(([name, isSo]) => (isSo ? [name] : []));
}

/** Each round's acts all at once, and no order of them known. @returns promises that do not hold, and what went wrong. */
async function allAtOnce(kind: Kind, rounds: readonly Act[][]): Promise<{ broken: string[]; errors: unknown[] }> {
  const session = await aKind(kind);
  const all = { broken: new Array<string>(), errors: new Array<unknown>() };
  let most = kind.capacity;
  for (const acts of rounds) {
    most = Math.max(most, ...acts.map((act) => (act.do === 'resize' ? act.capacity : 0)));
    const outcomes = await Promise.allSettled(acts.map((act) => really(session, act)));
    await really(session, { do: 'wait', minutes: 300 });
    all.broken.push(...(await broken(session, kind, most)));
    all.errors.push(...outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])));
  }
  return all;
}

describe('seats', () => {
  it.each(SEEDS)('are what the model says, after any sequence, from %s seed', async (_, seed) => {
    await fc.assert(
      fc.asyncProperty(someSession, someActs, async (kind, acts) => {
        const session = await aKind(kind);
        const model = new SeatsModel(kind, session.startsAt, isOfUnit);
        for (const act of acts) {
          await really(session, act);
          modelled(model, act);
          expect(await picture(session)).toBe(model.picture());
        }
        expect(await broken(session, kind, MEMBERS)).toEqual([]);
      }),
      { seed, numRuns: 20 },
    );
  });

  it.each(SEEDS)('keep every promise when all happens at once, from %s seed', async (_, seed) => {
    await fc.assert(
      fc.asyncProperty(someParallel, someActs, someActs, async (kind, first, then) => {
        expect(await allAtOnce(kind, [first, then])).toEqual({ broken: [], errors: [] });
      }),
      { seed, numRuns: 10 },
    );
  });

  it('would break them without the lock: the control', async () => {
    const sessions = service(SessionsService);
    // The same acts, with the row read where it should be locked.
    Object.assign(sessions, { lock: (tx: Tx, id: string) => tx.manager.findOneByOrFail(Session, { id }) });
    const promises: string[] = [];
    try {
      await fc.check(
        fc.asyncProperty(someParallel, someActs, someActs, async (kind, first, then) => {
          promises.push(...(await allAtOnce(kind, [first, then])).broken);
          return promises.length === 0;
        }),
        { seed: SEED, numRuns: 100, endOnFailure: true },
      );
    } finally {
      Reflect.deleteProperty(sessions, 'lock');
    }
    expect(promises).not.toEqual([]);
  });
});
