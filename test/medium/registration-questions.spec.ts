// Questions at registration through HTTP: asked, answered in one transaction with the seat, read, changed, forgotten.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

const DAY = 86_400_000;
const words = (id: string | null, en: string | null = null) => ({ id, en });

interface Problem {
  code?: string;
  fields?: { path: string; rule: string; message: string }[];
}

let app: TestApp;
let home: CooperativeRow;
let unitIds: string[];
let members: MemberRow[];
let admin: Client;
let clients: Client[];

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  unitIds = [(await aUnit(app, home)).id, (await aUnit(app, home)).id];
  members = [];
  for (let count = 0; count < 3; count += 1) {
    members.push(await aMember(app, home, { unitId: unitIds[count % 2] ?? null }));
  }
});

// The clock moves by weeks in some of these.
beforeEach(async () => {
  admin = await signedIn(app, await anAdmin(app, home));
  clients = await Promise.all(members.map((member) => signedIn(app, member)));
});

afterAll(async () => {
  await app.close();
});

const client = (nth: number): Client => clients[nth] ?? admin;

const question = (kind: string, label: string, said: object = {}) => ({
  ...{ id: newId(), kind, label: words(label), help: words(null), options: [] as object[], isRequired: false },
  retentionDays: null as number | null,
  ...said,
});
const option = (label: string) => ({ id: newId(), label: words(label) });
const path = ({ id }: SessionRow, rest: string): string => `/api/sessions/${id}/${rest}`;

const ask = (session: SessionRow, version: number, questions: object[]) =>
  admin.put<Problem & { version: number; questions: { id: string; hasAnswers: boolean }[] }>(
    path(session, 'registration-questions'),
    { version, questions },
  );

async function asking(questions: object[], fields: Parameters<typeof aSession>[2] = {}): Promise<SessionRow> {
  const session = await aSession(app, home, fields);
  expect((await ask(session, 0, questions)).status).toBe(200);
  return session;
}

const register = (session: SessionRow, nth: number, answers: object) =>
  client(nth).post<Problem & { id: string; state: string }>(path(session, 'registration'), { answers });

const faultsOf = ({ fields }: Problem): string[] => (fields ?? []).map((one) => `${one.path} ${one.rule}`).sort();

const rows = (session: SessionRow) =>
  app.db.sql<{ value: unknown }>('SELECT value FROM registration_answers WHERE session_id = $1 ORDER BY question_id', [
    session.id,
  ]);

describe('questions', () => {
  it('are asked in order, and of two editors the second is told', async () => {
    const session = await aSession(app, home);
    const size = question('choice', 'Ukuran kaus', { options: [option('M'), option('L')], retentionDays: 30 });
    const food = question('text', 'Pantangan makan');
    expect((await ask(session, 0, [size, food])).body).toMatchObject({ version: 1, questions: [size, food] });
    expect((await ask(session, 0, [])).body.code).toBe('version-conflict');
    expect((await ask(session, 1, [food, size])).body.questions.map(({ id }) => id)).toEqual([food.id, size.id]);
    const { body } = await client(0).get(path(session, 'registration-terms/mine'));
    expect(body).toMatchObject({ questions: [{ id: food.id, textVersion: 1 }, { id: size.id }] });
    const audit = await app.db.sql(`SELECT fields FROM audit_entries WHERE subject_id = $1`, [session.id]);
    expect(audit).toEqual([{ fields: ['questions'] }, { fields: ['questions'] }]);
  });

  it('are refused with the field named', async () => {
    const session = await aSession(app, home);
    const { status, body } = await ask(session, 0, [
      question('choice', 'Tanpa pilihan'),
      question('text', 'x'.repeat(201), { retentionDays: 0 }),
    ]);
    expect(status).toBe(400);
    expect(faultsOf(body)).toEqual(['questions.1.label.id too-long', 'questions.1.retentionDays too-small']);
    expect(faultsOf((await ask(session, 0, [question('choice', 'Tanpa pilihan')])).body)).toEqual([
      'questions.0.options too-short',
    ]);
    const many = Array.from({ length: 31 }, (_, nth) => question('text', `Ke-${nth}`));
    expect(faultsOf((await ask(session, 0, many)).body)).toEqual(['questions too-long']);
  });

  it('that were answered keep their kind, and are archived when taken away', async () => {
    const food = question('text', 'Pantangan makan');
    const session = await asking([food]);
    const { body: registration } = await register(session, 0, { [food.id]: 'Kacang' });
    expect((await ask(session, 1, [{ ...food, kind: 'date' }])).body.fields).toMatchObject([
      { path: 'questions.0.kind', rule: 'has-answers' },
    ]);
    expect((await ask(session, 1, [])).body.questions).toEqual([]);
    expect(await register(session, 1, { [food.id]: 'Udang' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: `answers.${food.id}`, rule: 'unknown-field' }] },
    });
    expect((await admin.get(path(session, `registrations/${registration.id}/answers`))).body).toMatchObject({
      items: [{ label: 'Pantangan makan', values: ['Kacang'], isArchived: true }],
    });
  });
});

describe('answers', () => {
  it('are kept with the registration, each fault named, and one bad request fails nobody else', async () => {
    const size = question('choice', 'Ukuran kaus', { options: [option('M'), option('L')], isRequired: true });
    const [, large] = size.options as { id: string }[];
    const phone = question('phone', 'Nomor darurat', { isRequired: true });
    const photo = question('consent', 'Saya boleh difoto');
    const session = await asking([size, phone, photo]);
    const good = { [size.id]: large?.id, [phone.id]: '0812 3456 7890', [photo.id]: 1 };
    const [first, second, third] = await Promise.all([
      register(session, 0, good),
      register(session, 1, { [phone.id]: 'rumah', [photo.id]: 2 }),
      register(session, 2, { ...good, [photo.id]: null }),
    ]);
    expect([first.body.state, second.status, third.body.state]).toEqual(['confirmed', 400, 'confirmed']);
    expect(faultsOf(second.body)).toEqual(
      [`answers.${size.id} required`, `answers.${phone.id} format`, `answers.${photo.id} text-changed`].sort(),
    );
    expect(second.body.fields?.find(({ rule }) => rule === 'text-changed')?.message).toContain('Baca kembali');
    expect(await rows(session)).toHaveLength(5);
    expect((await client(0).get(path(session, 'registration/answers'))).body).toMatchObject({
      answers: { ...good, [phone.id]: '+6281234567890' },
      canChange: true,
    });
    // Asking again answers what there is, whatever comes with it.
    expect((await register(session, 0, {})).body.id).toBe(first.body.id);
    expect((await admin.get(path(session, `registrations/${first.body.id}/answers`))).body).toMatchObject({
      items: [
        { label: 'Ukuran kaus', values: ['L'], agreedAt: null },
        { values: ['+6281234567890'] },
        { kind: 'consent', values: [], agreedAt: app.clock.now().toISOString(), textVersion: 1 },
      ],
    });
  });

  it('are changed by the member until registration closes, consents keep their time', async () => {
    const food = question('text', 'Pantangan makan');
    const photo = question('consent', 'Saya boleh difoto');
    const session = await asking([food, photo]);
    await register(session, 0, { [food.id]: 'Kacang', [photo.id]: 1 });
    const agreedAt = app.clock.now().toISOString();
    app.clock.advance({ minutes: 1 });
    const change = (answers: object) => client(0).put<Problem>(path(session, 'registration/answers'), { answers });
    expect(await change({ [food.id]: 'Udang', [photo.id]: 1 })).toMatchObject({
      status: 200,
      body: { answers: { [food.id]: 'Udang', [photo.id]: 1 } },
    });
    expect((await rows(session)).map(({ value }) => value)).toContainEqual({ textVersion: 1, at: agreedAt });
    expect(faultsOf((await change({ [food.id]: 'x'.repeat(400) })).body)).toEqual([`answers.${food.id} too-long`]);
    expect((await change({ [photo.id]: 1 })).status).toBe(200);
    expect(await rows(session)).toHaveLength(1);
    expect((await client(1).get(path(session, 'registration/answers'))).status).toBe(404);
    await app.db.sql(`UPDATE sessions SET state = 'ended', ended_at = $2 WHERE id = $1`, [session.id, app.clock.now()]);
    expect((await change({})).body.code).toBe('registration-closed');
    expect((await client(0).get(path(session, 'registration/answers'))).body).toMatchObject({ canChange: false });
  });

  it('may be left out by staff, who consents for nobody', async () => {
    const food = question('text', 'Pantangan makan', { isRequired: true });
    const photo = question('consent', 'Saya boleh difoto', { isRequired: true });
    const session = await asking([food, photo]);
    const other = (answers: object) =>
      admin.post<Problem>(path(session, 'registrations'), { memberId: members[0]?.id, answers });
    expect(faultsOf((await other({ [photo.id]: 1 })).body)).toEqual([`answers.${photo.id} not-allowed`]);
    expect((await other({ [food.id]: 'Kacang' })).status).toBe(200);
    expect(await rows(session)).toEqual([{ value: 'Kacang' }]);
  });

  it('go along to a session that asks the same, and stay where they were given', async () => {
    const size = question('choice', 'Ukuran kaus', { options: [option('M'), option('L')] });
    const food = question('text', 'Pantangan makan');
    const photo = question('consent', 'Saya boleh difoto');
    const from = await asking([size, food, photo]);
    const sizeThere = question('choice', 'Ukuran kaus', { options: [option('S'), option('L')] });
    const hotel = question('text', 'Perlu menginap?', { isRequired: true });
    const photoThere = question('consent', 'Saya boleh difoto');
    const to = await asking([hotel, sizeThere, photoThere]);
    const [, large] = size.options as { id: string }[];
    const answers = { [size.id]: large?.id, [food.id]: 'Kacang', [photo.id]: 1 };
    const { body: registration } = await register(from, 0, answers);
    // Whoever is there already keeps their own.
    await register(to, 1, { [hotel.id]: 'Tidak' });
    const { body: second } = await register(from, 1, answers);
    const registrationIds = [registration.id, second.id];
    const move = { registrationIds, toSessionId: to.id, reason: 'Digabung' };
    expect(await admin.post(path(from, 'registrations/moves'), move)).toMatchObject({ body: { confirmed: 2 } });
    const mine = async (nth: number) =>
      (await client(nth).get<{ answers: object }>(path(to, 'registration/answers'))).body.answers;
    const [, largeThere] = sizeThere.options as { id: string }[];
    expect(await mine(0)).toEqual({ [sizeThere.id]: largeThere?.id, [photoThere.id]: 1 });
    expect(await mine(1)).toEqual({ [hotel.id]: 'Tidak' });
    expect((await admin.get(path(from, `registrations/${registration.id}/answers`))).body).toMatchObject({
      items: [{ values: ['L'] }, { values: ['Kacang'] }, { textVersion: 1 }],
    });
  });

  it("are read by a coordinator of the registrant's unit, and by no other", async () => {
    const food = question('text', 'Pantangan makan');
    const session = await asking([food]);
    const { body: first } = await register(session, 0, { [food.id]: 'Kacang' });
    const { body: second } = await register(session, 1, { [food.id]: 'Udang' });
    const roles = ['member', 'coordinator'] as const;
    const coordinator = await signedIn(
      app,
      await aMember(app, home, { roles: [...roles], coordinatesUnitIds: [unitIds[0] ?? ''] }),
    );
    const read = (id: string) => coordinator.get(path(session, `registrations/${id}/answers`));
    expect(await read(first.id)).toMatchObject({ status: 200, body: { items: [{ values: ['Kacang'] }] } });
    expect((await read(second.id)).status).toBe(404);
  });

  it('stand in the exported table, under what was asked', async () => {
    const food = question('text', 'Pantangan makan');
    const photo = question('consent', 'Boleh difoto');
    const session = await asking([food, photo]);
    await register(session, 0, { [food.id]: '=1+1', [photo.id]: 1 });
    const file = await (await admin.fetch(path(session, 'registrations/file'))).text();
    const [head = '', line = ''] = file.trim().split(/\r?\n/);
    expect(head).toMatch(/Pantangan makan.+Boleh difoto/);
    expect(line).toContain("'=1+1");
    expect(line).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d"?$/);
  });
});

describe('the time an answer is kept', () => {
  it('counts from the end as it is now, and ends for what says so alone', async () => {
    const month = question('text', 'Pantangan makan', { retentionDays: 30 });
    const always = question('text', 'Asal kota');
    const session = await asking([month, always]);
    await register(session, 0, { [month.id]: 'Kacang', [always.id]: 'Bantul' });
    const end = session.endsAt.getTime();
    const until = async (instant: number): Promise<unknown[]> => {
      app.clock.set(new Date(instant));
      await app.settle();
      return (await rows(session)).map(({ value }) => value).sort();
    };
    // Moved to a week later: so is the purge.
    await app.db.sql(`UPDATE sessions SET ends_at = ends_at + interval '7 days' WHERE id = $1`, [session.id]);
    expect(await until(end + 37 * DAY - 1_000)).toEqual(['Bantul', 'Kacang']);
    expect(await until(end + 37 * DAY)).toEqual(['Bantul']);
  });
});
