// What a cooperative decides for itself, through HTTP: kept, guarded, audited, and followed by what is decided afterwards.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { USUAL_POLICIES, type Policies } from '../../src/contracts/policies.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Settings {
  version: number;
  policies: Policies;
  code?: string;
  fields?: { path: string; rule: string; limit?: number; message: string }[];
}

interface Detail {
  room: { opensAt: string; closesAt: string };
}

const MINUTE = 60_000;

let app: TestApp;
let home: CooperativeRow;
let admin: Client;

beforeAll(async () => {
  app = await bootApp();
});

beforeEach(async () => {
  home = await aCooperative(app);
  admin = await signedIn(app, await anAdmin(app, home));
});

afterAll(async () => {
  await app.close();
});

const read = async (who = admin): Promise<Settings> => (await who.get<Settings>('/api/cooperative')).body;
const decide = (version: number, policies: object) => admin.patch<Settings>('/api/cooperative', { version, policies });

describe("a cooperative's settings", () => {
  it('are the usual ones until it decides, and again when it goes back', async () => {
    expect(await read()).toMatchObject({ version: 1, policies: USUAL_POLICIES });
    const policies = { ...USUAL_POLICIES, presentPercent: 60, quietFromHour: 22 };
    expect(await decide(1, { presentPercent: 60, quietFromHour: 22 })).toMatchObject({
      ...{ status: 200, body: { version: 2, policies } },
    });
    expect(await read()).toMatchObject({ version: 2, policies });
    expect(await stored()).toEqual({ presentPercent: 60, quietFromHour: 22 });
    await decide(2, { presentPercent: USUAL_POLICIES.presentPercent });
    expect(await read()).toMatchObject({ version: 3, policies: { ...USUAL_POLICIES, quietFromHour: 22 } });
    expect(await stored()).toEqual({ quietFromHour: 22 });
  });

  it('are not overwritten by somebody who has not seen them', async () => {
    const both = await Promise.all([decide(1, { offerHours: 6 }), decide(1, { offerHours: 24 })]);
    expect(both.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [200, undefined],
      [409, 'version-conflict'],
    ]);
    expect((await read()).version).toBe(2);
    expect((await decide(2, {})).body.version).toBe(2);
  });

  it('have bounds, named with the field; nothing is half kept', async () => {
    const wrong = {
      ...{ presentPercent: 101, bridgedSeconds: -1, roomOpensMinutes: 9, offerHours: 1.5, quietFromHour: 'malam' },
      ...{ freedOnsite: 'simpan', adminSignInHours: 169, other: 1 },
    };
    const { status, body } = await decide(1, { ...wrong, signInDays: 30 });
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    expect(body.fields?.map(({ path, rule, limit }) => [path, rule, limit].join(' ').trim()).sort()).toEqual([
      'policies.adminSignInHours too-large 168',
      'policies.bridgedSeconds too-small 0',
      'policies.freedOnsite not-allowed',
      'policies.offerHours wrong-type',
      'policies.other unknown-field',
      'policies.presentPercent too-large 100',
      'policies.quietFromHour wrong-type',
      'policies.roomOpensMinutes too-small 10',
    ]);
    expect(await read()).toMatchObject({ version: 1, policies: USUAL_POLICIES });
  });

  it('are read by supervisors, changed by none but admins, and nothing to a neighbour', async () => {
    await decide(1, { presentPercent: 60 });
    const supervisor = await signedIn(app, await aMember(app, home, { roles: ['member', 'supervisor'] }));
    expect((await read(supervisor)).policies.presentPercent).toBe(60);
    expect((await supervisor.patch('/api/cooperative', { version: 2, policies: {} })).status).toBe(403);
    const member = await signedIn(app, await aMember(app, home));
    expect((await member.get('/api/cooperative')).status).toBe(403);
    const neighbour = await signedIn(app, await anAdmin(app, await aCooperative(app)));
    expect((await read(neighbour)).policies).toEqual(USUAL_POLICIES);
  });

  it('leave in the audit what they were and what they became, and no more', async () => {
    await decide(1, { presentPercent: 60, bridgedSeconds: 180 });
    const [entry] = await app.db.sql(
      `SELECT before, after FROM audit_entries JOIN audit_values USING (cooperative_id, number)
       WHERE cooperative_id = $1 AND action = 'cooperative.changed' ORDER BY number DESC LIMIT 1`,
      [home.id],
    );
    expect(entry).toEqual({
      before: { policies: { presentPercent: 70 } },
      after: { policies: { presentPercent: 60 } },
    });
  });
});

describe('what is decided afterwards', () => {
  it('opens and closes the room, and lets its end be undone, by them', async () => {
    const startsAt = new Date(app.clock.now().getTime() + 60 * MINUTE);
    const session = await aSession(app, home, { startsAt });
    const path = `/api/sessions/${session.id}`;
    const step = async (act: string): Promise<number> => (await admin.post(`${path}/${act}`)).status;
    expect(await step('go-live')).toBe(409);
    await decide(1, { roomOpensMinutes: 60, roomClosesMinutes: 30, undoEndMinutes: 20 });
    expect((await admin.get<Detail>(path)).body.room).toMatchObject({
      opensAt: app.clock.now().toISOString(),
      closesAt: new Date(session.endsAt.getTime() + 30 * MINUTE).toISOString(),
    });
    expect([await step('go-live'), await step('end')]).toEqual([200, 200]);
    app.clock.advance({ minutes: 20 });
    expect([await step('undo-end'), await step('end')]).toEqual([200, 200]);
    await decide(2, { undoEndMinutes: 5 });
    app.clock.advance({ minutes: 6 });
    expect(await step('undo-end')).toBe(409);
  });

  it('waits with verdicts as long as the end can be undone', async () => {
    await decide(1, { undoEndMinutes: 30 });
    const now = app.clock.now().getTime();
    const [startsAt, endedAt] = [new Date(now - 60 * MINUTE), new Date(now - 15 * MINUTE)];
    const session = await aSession(app, home, { state: 'ended', startsAt, wentLiveAt: startsAt, endedAt });
    await registered(session);
    await app.settle();
    expect(await verdicts(session)).toEqual([]);
    app.clock.advance({ minutes: 16 });
    await app.settle();
    expect(await verdicts(session)).toEqual(['absent']);
  });

  it('closes a room that nobody ended', async () => {
    await decide(1, { roomClosesMinutes: 15 });
    const now = app.clock.now().getTime();
    const session = await aSession(app, home, { startsAt: new Date(now - 76 * MINUTE) });
    await app.settle();
    expect((await admin.get<{ state: string }>(`/api/sessions/${session.id}`)).body.state).toBe('ended');
  });

  it('offers seats by them, but where the terms of a session say otherwise', async () => {
    await decide(1, {
      freedVirtual: 'offer',
      offerHours: 2,
      quietFromHour: 20,
      quietUntilHour: 7,
      offerEndsFromHour: 8,
    });
    // 19.00 in Jakarta: an hour until the quiet ones, and another from seven in the morning.
    app.clock.set('2026-09-01T12:00:00Z');
    admin = await signedIn(app, await anAdmin(app, home));
    const [usual, own] = [await aSession(app, home, { capacity: 1 }), await aSession(app, home, { capacity: 1 })];
    const shown = await admin.get<Record<string, unknown>>(`/api/sessions/${own.id}/registration-terms`);
    const { sessions: _, ...terms } = shown.body;
    expect(terms).toMatchObject({ version: 0, freedVirtual: 'offer', freedOnsite: 'offer', offerHours: 2 });
    await admin.put(`/api/sessions/${own.id}/registration-terms`, { ...terms, freedVirtual: 'confirm' });
    expect(await afterCancelling(usual)).toEqual(['offered', '2026-09-02T01:00:00.000Z']);
    expect(await afterCancelling(own)).toEqual(['confirmed', null]);
  });

  it('reminds a day ahead outside the quiet hours', async () => {
    await decide(1, { quietFromHour: 19 });
    app.clock.set('2026-09-03T03:00:00Z');
    const session = await aSession(app, home, { startsAt: new Date('2026-09-06T12:30:00Z') });
    await registered(session);
    const member = await signedIn(app, await aMember(app, home));
    await member.post(`/api/sessions/${session.id}/registration`);
    await app.settle();
    const [reminder] = await app.db.sql<{ dueAt: Date }>(
      `SELECT due_at AS "dueAt" FROM reminders WHERE session_id = $1 AND kind = 'reminder-day-before'`,
      [session.id],
    );
    // 19.30 in Jakarta is brought forward to 18.30.
    expect(reminder?.dueAt).toEqual(new Date('2026-09-05T11:30:00Z'));
  });

  it('signs people out by them, those too who are signed in', async () => {
    const member = await signedIn(app, await aMember(app, home));
    const colleague = await signedIn(app, await anAdmin(app, home));
    await decide(1, { signInDays: 2, adminSignInHours: 1 });
    app.clock.advance({ minutes: 61 });
    expect((await colleague.get('/api/me')).status).toBe(401);
    expect((await member.get('/api/me')).status).toBe(200);
    app.clock.advance({ hours: 48 });
    expect((await member.get('/api/me')).status).toBe(401);
  });
});

async function stored(): Promise<unknown> {
  const [row] = await app.db.sql<{ policies: unknown }>('SELECT policies FROM cooperatives WHERE id = $1', [home.id]);
  return row?.policies;
}

async function registered(session: SessionRow): Promise<Client> {
  const member = await aMember(app, home);
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'confirmed', $4, $4, $4, $4)`,
    [home.id, session.id, member.id, app.clock.now()],
  );
  return signedIn(app, member);
}

async function verdicts(session: SessionRow): Promise<string[]> {
  const rows = await app.db.sql<{ verdict: string }>('SELECT verdict FROM attendances WHERE session_id = $1', [
    session.id,
  ]);
  return rows.map(({ verdict }) => verdict);
}

/** The only seat is given back: what the one who waits for it has then. */
async function afterCancelling(session: SessionRow): Promise<[string, string | null]> {
  const path = `/api/sessions/${session.id}/registration`;
  const [first, second] = [
    await signedIn(app, await aMember(app, home)),
    await signedIn(app, await aMember(app, home)),
  ];
  await first.post(path);
  await second.post(path);
  await first.delete(path);
  const { state, offerEndsAt } = (await second.get<{ state: string; offerEndsAt: string | null }>(path)).body;
  return [state, offerEndsAt];
}
