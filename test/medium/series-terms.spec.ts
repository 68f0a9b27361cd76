// The terms of registration, and what is asked of those who register, changed for many sessions of a series at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Terms {
  version: number;
  needsApproval: boolean;
  closesAt: string | null;
  unitIds: string[];
  roles: string[];
  prerequisites: { sessionId: string }[];
}

interface Questions {
  version: number;
  questions: { id: string; hasAnswers: boolean; label: { id: string } }[];
}

let app: TestApp;
let home: CooperativeRow;
let planner: MemberRow;
let admin: Client;

const USUAL = {
  ...{ version: 0, needsApproval: false, closesAt: null, unitIds: [], roles: [], prerequisites: [], quotas: [] },
  ...{ queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
};

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app, { zone: 'Asia/Jakarta' });
  planner = await anAdmin(app, home);
});

beforeEach(async () => {
  app.clock.set('2026-07-01T02:00:00Z');
  admin = await signedIn(app, planner);
});

afterAll(async () => {
  await app.close();
});

/** Ids of four Fridays at 10.00 WIB, published. */
async function aSeries(): Promise<string[]> {
  const times = { startsAt: '2026-07-03T03:00:00Z', endsAt: '2026-07-03T04:30:00Z' };
  const staff = [{ memberId: planner.id, role: 'moderator' }];
  const { body } = await admin.post<{ sessions: { id: string }[] }>('/api/series', {
    session: { title: 'Menabung', language: 'id', ...times, staff },
    ...{ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4', registration: 'each' },
  });
  const ids = body.sessions.map(({ id }) => id);
  expect((await admin.post(`/api/sessions/${ids[0] ?? ''}/series/publish`, { scope: 'all' })).status).toBe(200);
  return ids;
}

const inTurn = async <Result>(ids: readonly string[], act: (id: string) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (const id of ids) results.push(await act(id));
  return results;
};
const termsOf = (ids: readonly string[]): Promise<Terms[]> =>
  inTurn(ids, async (id) => (await admin.get<Terms>(`/api/sessions/${id}/registration-terms`)).body);
const questionsOf = (ids: readonly string[]): Promise<Questions[]> =>
  inTurn(ids, async (id) => (await admin.get<Questions>(`/api/sessions/${id}/registration-questions`)).body);
const put = (id: string | undefined, what: 'terms' | 'questions', body: object) =>
  admin.put<{ code: string; fields: object[] }>(`/api/sessions/${id ?? ''}/series/registration-${what}`, body);

describe('the terms of a series', () => {
  it('change in what was changed, from this session on; what others have of their own stays', async () => {
    const ids = await aSeries();
    const [, second, third] = ids;
    const unit = await aUnit(app, home);
    await admin.put(`/api/sessions/${third ?? ''}/registration-terms`, { ...USUAL, unitIds: [unit.id] });
    const closesAt = '2026-07-09T03:00:00.000Z';
    const reply = await put(second, 'terms', { ...USUAL, needsApproval: true, closesAt, scope: 'following' });
    expect(reply.status).toBe(204);
    expect(
      (await termsOf(ids)).map(({ version, needsApproval, closesAt: at, unitIds }) => [
        ...[version, needsApproval, at, unitIds.length],
      ]),
    ).toEqual([
      [0, false, null, 0],
      [1, true, '2026-07-09T03:00:00.000Z', 0],
      [2, true, '2026-07-16T03:00:00.000Z', 1],
      [1, true, '2026-07-23T03:00:00.000Z', 0],
    ]);
    const audit = await app.db.sql<{ id: string }>(
      `SELECT subject_id AS id FROM audit_entries WHERE subject_id = ANY($1) AND action = 'session.terms-changed'`,
      [ids],
    );
    // The third one's own, and one for each that was changed.
    expect(audit).toHaveLength(4);
    expect((await put(second, 'terms', { ...USUAL, version: 1, roles: ['member'], scope: 'all' })).status).toBe(204);
    expect((await termsOf(ids)).map(({ roles, needsApproval }) => [roles, needsApproval])).toEqual([
      [['member'], false],
      [['member'], false],
      [['member'], false],
      [['member'], false],
    ]);
  });

  it('ask in none of its sessions for that one, or for one that comes later', async () => {
    const ids = await aSeries();
    const [first, second, third] = ids;
    const attending = (...wanted: (string | undefined)[]) =>
      wanted.map((sessionId) => ({ kind: 'session', sessionId }));
    const asked = async () =>
      (await termsOf(ids)).map(({ prerequisites }) => prerequisites.map((one) => one.sessionId));
    const whole = { ...USUAL, prerequisites: attending(first, third), scope: 'all' };
    expect((await put(second, 'terms', whole)).status).toBe(204);
    expect(await asked()).toEqual([[], [first], [first], [first, third]]);
    const following = { ...USUAL, version: 1, prerequisites: attending(second), scope: 'following' };
    expect((await put(second, 'terms', following)).status).toBe(204);
    expect(await asked()).toEqual([[], [], [second], [second]]);
  });

  it('are all changed, or none; and never over what somebody else saved', async () => {
    const ids = await aSeries();
    const [first] = ids;
    const stale = await put(first, 'terms', { ...USUAL, version: 3, scope: 'all' });
    expect([stale.status, stale.body.code]).toEqual([409, 'version-conflict']);
    const unknown = await put(first, 'terms', { ...USUAL, unitIds: [newId()], scope: 'all' });
    expect(unknown.body.fields).toMatchObject([{ path: 'unitIds', rule: 'unknown-id' }]);
    const unscoped = await put(first, 'terms', { ...USUAL, scope: 'semua' });
    expect(unscoped.body.fields).toMatchObject([{ path: 'scope' }]);
    expect((await termsOf(ids)).map(({ version }) => version)).toEqual([0, 0, 0, 0]);
  });

  it('leave alone what has begun, and are nothing for a session that stands alone', async () => {
    const ids = await aSeries();
    app.clock.set('2026-07-08T02:00:00Z');
    admin = await signedIn(app, planner);
    expect((await put(ids[1], 'terms', { ...USUAL, needsApproval: true, scope: 'all' })).status).toBe(204);
    expect((await termsOf(ids)).map(({ needsApproval }) => needsApproval)).toEqual([false, true, true, true]);
    expect((await put(ids[0], 'terms', { ...USUAL, scope: 'all' })).body.code).toBe('wrong-state');
    const alone = await aSession(app, home);
    expect((await put(alone.id, 'terms', { ...USUAL, scope: 'all' })).status).toBe(404);
  });
});

describe('the questions of a series', () => {
  const question = (label: string, id = newId()) => ({
    ...{ id, kind: 'text', label: { id: label, en: null }, help: { id: null, en: null } },
    ...{ options: [], isRequired: false, retentionDays: null },
  });

  it('are the same list in all of the scope, and each session keeps what was answered in it', async () => {
    const ids = await aSeries();
    const [, second, third] = ids;
    const [old, asked] = [question('Dari cabang mana?'), question('Berapa anak Anda?')];
    expect((await put(second, 'questions', { version: 0, questions: [old], scope: 'all' })).status).toBe(204);
    const member = await signedIn(app, await aMember(app, home));
    const answers = { [old.id]: 'Makassar' };
    expect((await member.post(`/api/sessions/${third ?? ''}/registration`, { answers })).status).toBe(200);
    const reply = await put(second, 'questions', { version: 1, questions: [asked], scope: 'following' });
    expect(reply.status).toBe(204);
    expect(
      (await questionsOf(ids)).map(({ version, questions }) => [version, questions.map(({ label }) => label.id)]),
    ).toEqual([
      [1, ['Dari cabang mana?']],
      [2, ['Berapa anak Anda?']],
      [2, ['Berapa anak Anda?']],
      [2, ['Berapa anak Anda?']],
    ]);
    const [kept] = await app.db.sql(`SELECT value FROM registration_answers WHERE session_id = $1`, [third]);
    expect(kept).toEqual({ value: 'Makassar' });
  });

  it('are all changed, or none', async () => {
    const ids = await aSeries();
    const [first, , third] = ids;
    const asked = question('Dari cabang mana?');
    expect((await put(first, 'questions', { version: 0, questions: [asked], scope: 'all' })).status).toBe(204);
    const member = await signedIn(app, await aMember(app, home));
    const answers = { [asked.id]: 'Makassar' };
    expect((await member.post(`/api/sessions/${third ?? ''}/registration`, { answers })).status).toBe(200);
    // Of another kind, what was answered in the third one would mean nothing.
    const other = { version: 1, questions: [{ ...asked, kind: 'date' }], scope: 'all' };
    const refused = await put(first, 'questions', other);
    expect(refused.body.fields).toMatchObject([{ path: 'questions.0.kind', rule: 'has-answers' }]);
    expect((await put(first, 'questions', { ...other, version: 0 })).body.code).toBe('version-conflict');
    expect((await questionsOf(ids)).map(({ version }) => version)).toEqual([1, 1, 1, 1]);
  });
});
