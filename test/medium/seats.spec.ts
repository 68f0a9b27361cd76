// The statement that gives seats decides what the rule decides, whatever is asked of it and kept by quotas, in whatever order.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Quota } from '../../src/registrations/terms.rules.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { newId } from '../../src/platform/ids.js';
import {
  promote,
  register,
  type Answered,
  type Held,
  type Mode,
  type Seats,
} from '../../src/registrations/seat.rules.js';
import { giveSeats, nextInQueue } from '../../src/registrations/promotions.js';
import { freeSeats, takeSeats, type Ask } from '../../src/registrations/seats.js';
import type { SeatedSession } from '../../src/registrations/seats.sql.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aCooperative, aMember, aUnit, type CooperativeRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';

type Step =
  | { kind: 'register'; members: number[]; modes: Mode[] }
  | { kind: 'cancel'; members: number[] }
  | { kind: 'resize'; capacity: Seats['capacity'] };

const MEMBERS = 8;
// One who has left and one of another cooperative: neither may get a seat.
const someMembers = fc.array(fc.integer({ min: 0, max: MEMBERS + 1 }), { minLength: 1, maxLength: 6 });
const someModes = fc.array(fc.constantFrom<Mode[]>('virtual', 'onsite'), { minLength: 6, maxLength: 6 });
const someSeats = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 8 });
const someCapacity = fc.record({ virtual: someSeats, onsite: someSeats });
/** Of two units, in which every third member is; sometimes more than there are seats. */
const someQuotas = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 });
const someSteps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(someMembers, someModes)
        .map(([members, modes]): Step => ({ kind: 'register', members, modes })),
    },
    { weight: 2, arbitrary: someMembers.map((members): Step => ({ kind: 'cancel', members })) },
    {
      weight: 1,
      arbitrary: someCapacity.map((capacity): Step => ({ kind: 'resize', capacity })),
    },
  ),
  { minLength: 1, maxLength: 12 },
);

let app: TestApp;
let home: CooperativeRow;
const memberIds: string[] = [];
const unitIds: string[] = [];

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  for (let count = 0; count < 2; count += 1) unitIds.push((await aUnit(app, home)).id);
  for (let count = 0; count < MEMBERS; count += 1) {
    memberIds.push((await aMember(app, home, { unitId: unitOf(count) })).id);
  }
  memberIds.push((await aMember(app, home, { status: 'keluar' })).id);
  memberIds.push((await aMember(app, await aCooperative(app))).id);
});

afterAll(async () => {
  await app.close();
});

const entryOf = (memberId: string): 'seat' | undefined => (memberIds.indexOf(memberId) < MEMBERS ? 'seat' : undefined);
const unitOf = (index: number): string | null => unitIds[index % 3] ?? null;
const quotasOf = (seats: readonly number[]): Quota[] =>
  unitIds.map((unitId, nth) => ({ unitId, seats: seats[nth] ?? 0 })).filter((quota) => quota.seats > 0);
const idOf = (index: number): string => memberIds[index] ?? '';

const seated = (id: string, { virtual, onsite }: Seats['capacity']): SeatedSession => ({
  ...{ id, cooperativeId: home.id, delivery: 'hybrid', capacity: virtual, onsiteCapacity: onsite },
});
const anAsk = (index: number, id: string, mode: Mode): Ask => ({
  ...{ id, memberId: idOf(index), mode, acknowledgedAt: null, registeredBy: null, entry: 'seat' as const },
});

/** What the model does with a step; a cancel frees the places and the queue moves up at once. */
function modelled(seats: Seats, step: Step, ids: string[]): { seats: Seats; answers: (Answered | undefined)[] } {
  if (step.kind === 'register') {
    const asks = step.members.map((index, nth) => ({
      id: ids[nth] ?? '',
      memberId: idOf(index),
      unitId: unitOf(index),
      mode: step.modes[nth] ?? 'virtual',
    }));
    return register(seats, asks, entryOf);
  }
  if (step.kind === 'resize') return { seats: promote({ ...seats, capacity: step.capacity }).seats, answers: [] };
  const leaving = step.members.map(idOf);
  const held = seats.held.filter((one) => !leaving.includes(one.memberId));
  return { seats: promote({ ...seats, held }).seats, answers: [] };
}

async function done(
  tx: Tx,
  sessionId: string,
  seats: Seats,
  step: Step,
  ids: string[],
): Promise<(Answered | undefined)[]> {
  const session = seated(sessionId, step.kind === 'resize' ? step.capacity : seats.capacity);
  const now = app.clock.now();
  if (step.kind === 'register') {
    const asks = step.members.map((index, nth) => anAsk(index, ids[nth] ?? '', step.modes[nth] ?? 'virtual'));
    return takeSeats(tx, session, seats.quotas, asks, now);
  }
  if (step.kind === 'cancel') {
    const leaves = step.members.map((index) => ({ memberId: idOf(index), registrationId: null, reason: null }));
    await freeSeats(tx, sessionId, leaves, now);
  }
  const next = await nextInQueue(tx, session, { policy: 'unit-quota', quotas: seats.quotas }, now);
  await giveSeats(
    tx,
    next.map((one) => ({ next: one, given: { state: 'confirmed' } })),
    now,
  );
  return [];
}

async function heldNow(tx: Tx, sessionId: string): Promise<Held[]> {
  return tx.sql<Held>(
    `SELECT r.id, r.member_id AS "memberId", m.unit_id AS "unitId", r.state, r.mode
     FROM registrations r JOIN members m ON m.id = r.member_id
     WHERE r.session_id = $1 AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered') ORDER BY r.queued_at, r.id`,
    [sessionId],
  );
}

const byId = (held: readonly Held[]): Held[] => [...held].sort((a, b) => (a.id < b.id ? -1 : 1));
const queue = (held: readonly Held[]): string[] =>
  held.filter((one) => one.state === 'waitlisted').map((one) => one.id);

describe('the statement and the rule', () => {
  it('agree, batch after batch', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, someCapacity, someQuotas, async (steps, capacity, most) => {
        const session = await aSession(app, home);
        let seats: Seats = { capacity, quotas: quotasOf(most), held: [] };
        await app.db.transaction(async (tx) => {
          for (const step of steps) {
            const ids = step.kind === 'register' ? step.members.map(() => newId()) : [];
            const answers = await done(tx, session.id, seats, step, ids);
            const expected = modelled(seats, step, ids);
            seats = expected.seats;
            const held = await heldNow(tx, session.id);
            expect(answers).toEqual(expected.answers.map((answer) => answer && { ...answer, offerEndsAt: null }));
            expect(byId(held)).toEqual(byId(seats.held));
            expect(queue(held)).toEqual(queue(seats.held));
          }
        });
      }),
      // The same cases at every run: one that fails today fails tomorrow.
      { numRuns: 40, seed: 20_260_701 },
    );
  });

  it('puts a later batch behind an earlier one, though its process’s clock is behind', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    const asIf = seated(session.id, { virtual: 1, onsite: 0 });
    const asks = (...indexes: number[]) => indexes.map((index) => anAsk(index, newId(), 'virtual'));
    const behind = new Date(app.clock.now().getTime() - 5_000);
    await app.db.transaction(async (tx) => {
      await takeSeats(tx, asIf, [], asks(0, 1, 2), app.clock.now());
      const [late] = await takeSeats(tx, asIf, [], asks(3), behind);
      expect(late).toMatchObject({ state: 'waitlisted', place: 3 });
      const waiting = (await heldNow(tx, session.id)).filter((one) => one.state === 'waitlisted');
      expect(waiting.map((one) => memberIds.indexOf(one.memberId))).toEqual([1, 2, 3]);
    });
  });
});
