// The people of a cooperative, through HTTP: found by those who may, changed once, never out of sight of the audit.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody, signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';
import { untilBlocked } from '../support/blocked.js';

let app: TestApp;
let cooperative: CooperativeRow;
let adminRow: MemberRow;
let admin: Client;

interface Listed {
  items: { id: string; name: string; number: string; version: number }[];
  nextCursor: string | null;
}

beforeAll(async () => {
  app = await bootApp();
  cooperative = await aCooperative(app, { slug: 'karya', name: 'Koperasi Karya' });
  adminRow = await anAdmin(app, cooperative, { name: 'Zahra Admin' });
  admin = await signedIn(app, adminRow);
});

afterAll(async () => {
  await app.close();
});

describe('cooperatives', () => {
  it('shows to anybody which there are, and nothing private', async () => {
    const anybody = nobody(app);
    expect((await anybody.get('/api/cooperatives')).body).toContainEqual({ slug: 'karya', name: 'Koperasi Karya' });
    expect((await anybody.get('/api/cooperatives/karya')).body).toEqual({
      slug: 'karya',
      name: 'Koperasi Karya',
      colour: '#0b7285',
      language: 'id',
      zone: 'Asia/Jakarta',
    });
    expect((await anybody.get('/api/cooperatives/none')).status).toBe(404);
    expect((await anybody.get('/api/cooperative')).status).toBe(401);
  });

  it('is changed by its admin, with an audit entry of what changed', async () => {
    const changed = await admin.patch('/api/cooperative', { version: 1, name: 'Koperasi Karya Mandiri' });
    expect(changed).toMatchObject({ status: 200, body: { slug: 'karya', name: 'Koperasi Karya Mandiri' } });
    const [entry] = await app.db.sql(
      `SELECT e.action, e.fields, v.before, v.after FROM audit_entries e JOIN audit_values v USING (cooperative_id, number)
       WHERE e.cooperative_id = $1 ORDER BY number DESC LIMIT 1`,
      [cooperative.id],
    );
    expect(entry).toEqual({
      action: 'cooperative.changed',
      fields: ['name'],
      before: { name: 'Koperasi Karya' },
      after: { name: 'Koperasi Karya Mandiri' },
    });
  });

  it.each([
    [{ colour: 'red' }, 'colour', 'format'],
    [{ zone: 'Asia/Nowhere' }, 'zone', 'unknown-zone'],
    [{ name: '' }, 'name', 'required'],
    [{ slug: 'other' }, 'slug', 'unknown-field'],
  ])('refuses %j', async (patch, path, rule) => {
    const { status, body } = await admin.patch('/api/cooperative', { version: 1, ...patch });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid-input', fields: [{ path, rule }] });
  });
});

describe('members', () => {
  it('are found by beginnings of words of a name, a number or a unit, page by page', async () => {
    const unit = await aUnit(app, cooperative, { name: 'Cabang Wamena' });
    for (const name of ['Siti Aminah', 'Siti Zubaidah', 'Aminah Rahayu']) await aMember(app, cooperative, { name });
    const moved = await aMember(app, cooperative, { name: 'Yohana', number: 'K-7781/9', unitId: unit.id });
    const names = async (q: string): Promise<string[]> =>
      (await admin.get<Listed>(`/api/members?q=${encodeURIComponent(q)}`)).body.items.map((item) => item.name);
    expect(await names('siti')).toEqual(['Siti Aminah', 'Siti Zubaidah']);
    expect(await names('ami sit')).toEqual(['Siti Aminah']);
    expect(await names('k-7781/9')).toEqual(['Yohana']);
    expect(await names('wamena')).toEqual(['Yohana']);
    expect(await names('---')).toEqual([]);
    expect((await admin.get(`/api/members/${moved.id}`)).body).toMatchObject({
      number: 'K-7781/9',
      unit: { id: unit.id, name: 'Cabang Wamena' },
      leftAt: null,
    });
    const first = await admin.get<Listed>('/api/members?limit=2');
    const second = await admin.get<Listed>(`/api/members?limit=100&cursor=${first.body.nextCursor ?? ''}`);
    const all = [...first.body.items, ...second.body.items].map((item) => item.id);
    expect(new Set(all).size).toBe(all.length);
    expect(second.body.nextCursor).toBeNull();
    expect((await admin.get('/api/members?cursor=made-up')).status).toBe(400);
  });

  it('outside of their reach look like nobody to coordinators and to other cooperatives', async () => {
    const [mine, theirs] = [await aUnit(app, cooperative), await aUnit(app, cooperative)];
    const inMine = await aMember(app, cooperative, { unitId: mine.id });
    const inTheirs = await aMember(app, cooperative, { unitId: theirs.id });
    const coordinator = await signedIn(
      app,
      await aMember(app, cooperative, { roles: ['member', 'coordinator'], coordinatesUnitIds: [mine.id] }),
    );
    const listed = await coordinator.get<Listed>('/api/members?limit=100');
    expect(listed.body.items.map((item) => item.id)).toEqual([inMine.id]);
    expect((await coordinator.get(`/api/members/${inMine.id}`)).status).toBe(200);
    expect((await coordinator.get(`/api/members/${inTheirs.id}`)).status).toBe(404);
    expect((await coordinator.get<unknown[]>('/api/units')).body).toHaveLength(1);
    expect((await coordinator.patch(`/api/members/${inMine.id}`, { version: 1, name: 'X' })).status).toBe(403);
    const stranger = await signedIn(app, await anAdmin(app, await aCooperative(app)));
    expect((await stranger.get(`/api/members/${inMine.id}`)).status).toBe(404);
    expect((await stranger.patch(`/api/members/${inMine.id}`, { version: 1, name: 'X' })).status).toBe(404);
    const plain = await signedIn(app, inMine);
    expect((await plain.get('/api/members')).status).toBe(403);
  });

  it('are made with what was given, and the rest from unit and cooperative', async () => {
    const unit = await aUnit(app, cooperative, { zone: 'Asia/Jayapura' });
    const made = await admin.post<{ id: string }>('/api/members', {
      number: 'B-1',
      name: 'I Gusti Ayu',
      mobile: '0812 3456 7890',
      email: 'Ayu@Contoh.ID',
      unitId: unit.id,
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        mobile: '+6281234567890',
        email: 'Ayu@contoh.id',
        zone: 'Asia/Jayapura',
        language: 'id',
        status: 'aktif',
      },
    });
    const again = await admin.post('/api/members', { number: 'B-1', name: 'Lain' });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'conflict', fields: [{ path: 'number', rule: 'taken' }] },
    });
    const sameAddress = await admin.post('/api/members', { number: 'B-2', name: 'Lain', email: 'ayu@contoh.id' });
    expect(sameAddress).toMatchObject({ status: 409, body: { fields: [{ path: 'email', rule: 'taken' }] } });
  });

  it.each([
    [{}, ['number', 'name']],
    [{ number: 'C-1', name: 'x'.repeat(121) }, ['name']],
    [{ number: 'C-1', name: 'A\u0000B' }, ['name']],
    [{ number: 'C-1', name: 'A\ud800' }, ['name']],
    [{ number: 1, name: 'A' }, ['number']],
    [{ number: 'C-1', name: 'A', mobile: '8,12E+10' }, ['mobile']],
    [{ number: 'C-1', name: 'A', email: 'not an address' }, ['email']],
    [{ number: 'C-1', name: 'A', roles: ['king'] }, ['roles.0']],
    [{ number: 'C-1', name: 'A', status: 'gone' }, ['status']],
    [{ number: 'C-1', name: 'A', joinedOn: '2020-02-30' }, ['joinedOn']],
    [{ number: 'C-1', name: 'A', unitId: '0190c2e0-0000-7000-8000-000000000000' }, ['unitId']],
    [{ number: 'C-1', name: 'A', roles: ['coordinator'] }, ['coordinatesUnitIds']],
    [{ number: 'C-1', name: 'A', extra: 1 }, ['extra']],
  ])('with %j are refused by field', async (fields, paths) => {
    const { status, body } = await admin.post<{ fields: { path: string }[] }>('/api/members', fields);
    expect(status).toBe(400);
    expect(body.fields.map((field) => field.path)).toEqual(paths);
  });

  it('are changed by one at a time, with an audit entry', async () => {
    const member = await aMember(app, cooperative, { name: 'Dewi' });
    const changed = await admin.patch(`/api/members/${member.id}`, { version: 1, name: 'Dewi Lestari', mobile: null });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Dewi Lestari', version: 2, email: member.email } });
    const late = await admin.patch(`/api/members/${member.id}`, { version: 1, name: 'Dewi L.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'version-conflict' } });
    const [entry] = await app.db.sql('SELECT action, fields FROM audit_entries WHERE subject_id = $1', [member.id]);
    expect(entry).toEqual({ action: 'member.changed', fields: ['name'] });
  });

  it('leave for good: no sign-in, one event, and the number stays theirs', async () => {
    const member = await aMember(app, cooperative);
    const own = await signedIn(app, member);
    expect((await own.get('/api/me')).status).toBe(200);
    const left = await admin.patch(`/api/members/${member.id}`, { version: 1, status: 'keluar' });
    expect(left).toMatchObject({ status: 200, body: { status: 'keluar', leftAt: '2026-07-01T02:00:00.000Z' } });
    const events = await app.db.sql(`SELECT payload FROM outbox_events WHERE name = 'member.left'`);
    expect(events).toEqual([{ payload: { cooperativeId: cooperative.id, memberId: member.id } }]);
  });

  it('keep one admin, also when two take away each other', async () => {
    const other = await aCooperative(app);
    const [one, two] = [await anAdmin(app, other), await anAdmin(app, other)];
    const [first, second] = [await signedIn(app, one), await signedIn(app, two)];
    const answers = await bothLetIn(other, () =>
      Promise.all([
        first.patch(`/api/members/${two.id}`, { version: 1, roles: ['member'] }),
        second.patch(`/api/members/${one.id}`, { version: 1, status: 'keluar' }),
      ]),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'wrong-state',
      fields: [{ rule: 'last-admin' }],
    });
  });

  it('read and set what is theirs', async () => {
    const member = await aMember(app, cooperative, { name: 'Made Wirawan' });
    const own = await signedIn(app, member);
    expect((await own.get('/api/me')).body).toMatchObject({
      member: { name: 'Made Wirawan', unit: null },
      cooperative: { slug: 'karya' },
      roles: ['member'],
      permissions: ['self.use', 'catalogue.read', 'registrations.own', 'room.join', 'record.own'],
    });
    const set = await own.patch('/api/me', { nickname: 'Made', language: 'en', zone: 'Asia/Makassar' });
    expect(set).toMatchObject({
      status: 200,
      body: { member: { nickname: 'Made', language: 'en', zone: 'Asia/Makassar' } },
    });
    expect((await own.patch('/api/me', { roles: ['admin'] })).status).toBe(400);
    expect((await nobody(app).get('/api/me')).status).toBe(401);
  });
});

/** Sends what two admins ask, and lets neither be carried out before both have been let in with the role they had. */
async function bothLetIn<Answers>({ id }: CooperativeRow, ask: () => Promise<Answers>): Promise<Answers> {
  let asked: Promise<Answers> | undefined;
  await app.db.transaction(async (tx) => {
    await tx.lockKey(`admins:${id}`);
    asked = ask();
    await untilBlocked(app.db, 2);
  });
  if (asked === undefined) throw new Error('Nothing was asked');
  return asked;
}
