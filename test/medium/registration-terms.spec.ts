// The terms of registration through HTTP: approval, closing, what is missing, offers, and who comes first.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { bootApp, type TestApp } from '../support/app.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

interface Answer {
  id: string;
  state: string;
  place: number | null;
  offerEndsAt: string | null;
  code?: string;
  fields?: object[];
}

const HOUR = 3_600_000;
const USUAL = {
  ...{ version: 0, needsApproval: false, closesAt: null, unitIds: [], roles: [], prerequisites: [], quotas: [] },
  quotaReleaseHours: 24,
  ...{ queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
};

let app: TestApp;
let home: CooperativeRow;
let members: MemberRow[];
let unitId: string;
let admin: Client;
let clients: Client[];

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  home = await aCooperative(app);
  unitId = (await aUnit(app, home, { name: 'Unit Timur' })).id;
  members = [];
  for (let count = 0; count < 4; count += 1) {
    members.push(await aMember(app, home, { unitId: count === 3 ? unitId : null }));
  }
});

beforeEach(async () => {
  admin = await signedIn(app, await anAdmin(app, home));
  clients = await Promise.all(members.map((member) => signedIn(app, member)));
  app.mailbox.clear();
});

afterAll(async () => {
  await app.close();
});

const client = (index: number): Client => clients[index] ?? admin;
const path = ({ id }: SessionRow): string => `/api/sessions/${id}/registration`;

async function withTerms(session: SessionRow, terms: object): Promise<SessionRow> {
  expect((await admin.put(`/api/sessions/${session.id}/registration-terms`, { ...USUAL, ...terms })).status).toBe(200);
  return session;
}

async function register(session: SessionRow, ...indexes: number[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const index of indexes) answers.push((await client(index).post<Answer>(path(session))).body);
  return answers;
}

async function states(session: SessionRow): Promise<Record<string, string>> {
  const rows = await app.db.sql<{ id: string; state: string }>(
    'SELECT member_id AS id, state FROM registrations WHERE session_id = $1 ORDER BY id',
    [session.id],
  );
  return Object.fromEntries(rows.map((row) => [members.findIndex((one) => one.id === row.id), row.state]));
}

/** Stored with the registration, as staff and its member read it. */
async function whySaid(session: SessionRow, index: number, promotion: object): Promise<void> {
  const { body } = await admin.get<{ items: { member: { id: string }; promotion: object | null }[] }>(
    `/api/sessions/${session.id}/registrations?state=confirmed`,
  );
  expect(body.items.find(({ member }) => member.id === members[index]?.id)?.promotion).toEqual(promotion);
  const mine = await client(index).get(`/api/sessions/${session.id}`);
  expect(mine.body).toMatchObject({ registration: { state: 'confirmed', promotion } });
}

interface Waiting extends Answer {
  priority: number;
  priorityReason: string | null;
}
const waiting = (session: SessionRow) =>
  admin.get<{ items: Waiting[] }>(`/api/sessions/${session.id}/registrations?state=waitlisted`);
const prioritise = (session: SessionRow, registrationId: string, body: object) =>
  admin.put<Answer>(`/api/sessions/${session.id}/registrations/${registrationId}/priority`, body);

const subjects = (): string[] => app.mailbox.mails.map(({ subject }) => subject).sort();

describe('approval', () => {
  it('is asked of staff, many at once; a full session queues', async () => {
    const session = await withTerms(await aSession(app, home, { capacity: 1, title: 'Setuju' }), {
      needsApproval: true,
    });
    const asked = await register(session, 0, 1, 2);
    expect(asked.map(({ state }) => state)).toEqual(['pending', 'pending', 'pending']);
    await app.settle();
    expect(subjects()).toEqual(Array.from({ length: 3 }, () => 'Pendaftaran Anda kami terima: Setuju'));
    app.mailbox.clear();
    const list = `/api/sessions/${session.id}/registrations`;
    const [first, second, third] = asked.map(({ id }) => id);
    const approved = await admin.post(`${list}/approvals`, { registrationIds: [second, first] });
    expect(approved.body).toEqual({ confirmed: 1, queued: 1 });
    expect((await admin.post(`${list}/approvals`, { registrationIds: [first] })).body).toEqual({
      confirmed: 0,
      queued: 0,
    });
    expect((await admin.post(`${list}/approvals`, { registrationIds: [newId()] })).status).toBe(404);
    const reason = 'Untuk pengurus';
    expect((await admin.post(`${list}/rejections`, { registrationIds: [third], reason })).status).toBe(204);
    expect(await states(session)).toEqual({ '0': 'confirmed', '1': 'waitlisted', '2': 'rejected' });
    await app.settle();
    expect(subjects()).toEqual([
      'Anda masuk daftar tunggu: Setuju',
      'Pendaftaran disetujui: Setuju',
      'Pendaftaran tidak disetujui: Setuju',
    ]);
    expect(app.mailbox.mails.find(({ subject }) => subject.includes('tidak'))?.text).toContain(`Alasan: ${reason}`);
    const audit = await app.db.sql(`SELECT action FROM audit_entries WHERE subject_id = ANY($1) ORDER BY number`, [
      [first, second, third],
    ]);
    expect(audit.map((row) => (row as { action: string }).action)).toEqual([
      'registration.approved',
      'registration.approved',
      'registration.rejected',
    ]);
  });

  it('is not asked for whom staff register', async () => {
    const session = await withTerms(await aSession(app, home), { needsApproval: true });
    const list = `/api/sessions/${session.id}/registrations`;
    expect((await admin.post<Answer>(list, { memberId: members[0]?.id })).body.state).toBe('confirmed');
  });
});

describe('the terms', () => {
  it('name what is missing, to the page and in the refusal', async () => {
    const before = await aSession(app, home, { state: 'ended', title: 'Dasar' });
    const session = await withTerms(await aSession(app, home), {
      unitIds: [unitId],
      prerequisites: [{ kind: 'session', sessionId: before.id }],
    });
    const refused = await client(0).post<Answer>(path(session));
    expect([refused.status, refused.body.code, refused.body.fields]).toMatchObject([
      409,
      'not-eligible',
      [
        { rule: 'other-unit', message: 'Sesi ini untuk unit: Unit Timur.' },
        { rule: 'missing-session', limit: 'Dasar', message: 'Ikuti dahulu: Dasar.' },
      ],
    ]);
    const mine = () => client(3).get(`/api/sessions/${session.id}/registration-terms/mine`);
    expect((await mine()).body).toMatchObject({
      isOpen: true,
      requirements: [
        { kind: 'unit', isMet: true, names: ['Unit Timur'] },
        { kind: 'session', isMet: false, title: 'Dasar', sessionId: before.id },
      ],
    });
    await app.db.sql(
      `INSERT INTO attendances (session_id, member_id, version, cooperative_id, verdict, counted_seconds,
         broadcast_seconds, source, rule_version, inputs_hash, spans, decided_at)
       VALUES ($1, $2, 1, $3, 'present', 3600, 3600, 'measured', 1, '', '[]', $4)`,
      [before.id, members[3]?.id, home.id, app.clock.now()],
    );
    expect((await mine()).body).toMatchObject({ requirements: [{ isMet: true }, { isMet: true }] });
    expect((await register(session, 3)).map(({ state }) => state)).toEqual(['confirmed']);
    expect((await register(session, 0)).map(({ code }) => code)).toEqual(['not-eligible']);
  });

  it('tell how much of each is there, by name, and send nobody to what members know nothing of', async () => {
    const [draft, learned] = [
      await aSession(app, home, { state: 'draft', title: 'Rancangan' }),
      await aSession(app, home, { state: 'ended', title: 'Anggaran keluarga' }),
    ];
    const topicId = newId();
    await app.db.sql('INSERT INTO topics (id, cooperative_id, name) VALUES ($1, $2, $3)', [
      topicId,
      home.id,
      'Anggaran',
    ]);
    await app.db.sql('UPDATE sessions SET topic_id = $2 WHERE id = $1', [learned.id, topicId]);
    await app.db.sql(
      `INSERT INTO ledger_entries (cooperative_id, sequence, member_id, session_id, kind, quantity, rule_version,
         source_event_id, previous_hash, hash, recorded_at)
       VALUES ($1, 1000, $2, $3, 'attended', 125, 1, $4, '', '', $5)`,
      [home.id, members[0]?.id, learned.id, newId(), app.clock.now()],
    );
    const session = await withTerms(await aSession(app, home), {
      roles: ['facilitator', 'admin'],
      prerequisites: [
        { kind: 'hours', topicId, hours: 4 },
        { kind: 'session', sessionId: draft.id },
      ],
    });
    const { body } = await client(0).get(`/api/sessions/${session.id}/registration-terms/mine`);
    expect(body).toMatchObject({
      requirements: [
        { kind: 'role', isMet: false, roles: ['facilitator', 'admin'] },
        { kind: 'hours', isMet: false, topic: 'Anggaran', topicId, need: 4, have: 2 },
        { kind: 'session', isMet: false, title: 'Rancangan', sessionId: null },
      ],
    });
    const refused = await client(0).post<Answer>(path(session));
    expect(refused.body.fields).toMatchObject([
      { rule: 'other-role' },
      { rule: 'missing-hours', message: 'Jam belajar Anda belum cukup (Anggaran, 2/4 jam).' },
      { rule: 'missing-session' },
    ]);
    const shown = await admin.get(`/api/sessions/${session.id}/registration-terms`);
    expect(shown.body).toMatchObject({ sessions: [{ id: draft.id, title: 'Rancangan' }] });
  });

  it('close registration, but not for who is in', async () => {
    const session = await aSession(app, home);
    const [mine] = await register(session, 0);
    await withTerms(session, { closesAt: app.clock.now().toISOString() });
    expect((await register(session, 1)).map(({ code }) => code)).toEqual(['registration-closed']);
    expect((await register(session, 0)).map(({ id }) => id)).toEqual([mine?.id]);
  });

  it('close the way from one mode to the other, too, but not to where one is', async () => {
    const places = { delivery: 'hybrid', venue: 'Aula', capacity: 5, onsiteCapacity: 5 } as const;
    const session = await aSession(app, home, places);
    for (const index of [0, 1]) await client(index).post(path(session), { mode: 'virtual' });
    const go = async (index: number, mode: string) => {
      const { status, body } = await client(index).patch<Answer>(path(session), { mode });
      return status === 200 ? body.state : body.code;
    };
    const closesAt = new Date(app.clock.now().getTime() + HOUR);
    await withTerms(session, { closesAt: closesAt.toISOString() });
    expect(await go(0, 'onsite')).toBe('confirmed');
    app.clock.set(closesAt.toISOString());
    expect(await go(1, 'onsite')).toBe('registration-closed');
    expect(await go(0, 'onsite')).toBe('confirmed');
    const held = await app.db.sql('SELECT mode FROM registrations WHERE session_id = $1 ORDER BY mode', [session.id]);
    expect(held).toEqual([{ mode: 'onsite' }, { mode: 'virtual' }]);
  });

  it('close registration as long before the start as they did, wherever it moves, and never after the end', async () => {
    const at = (session: SessionRow, hours: number) =>
      new Date(session.startsAt.getTime() + hours * HOUR).toISOString();
    const session = await aSession(app, home);
    const url = `/api/sessions/${session.id}/registration-terms`;
    const late = await admin.put<Answer>(url, { ...USUAL, closesAt: at(session, 1.1) });
    expect(late.body.fields).toMatchObject([{ path: 'closesAt', rule: 'after-the-end' }]);
    await withTerms(session, { closesAt: at(session, -2) });
    const move = async (version: number, times: object) => {
      expect((await admin.patch(`/api/sessions/${session.id}`, { version, ...times })).status).toBe(200);
      return (await admin.get<{ closesAt: string; version: number }>(url)).body;
    };
    expect(await move(1, { title: 'Judul lain' })).toMatchObject({ closesAt: at(session, -2), version: 1 });
    const later = { startsAt: at(session, 24), endsAt: at(session, 26) };
    expect(await move(2, later)).toMatchObject({ closesAt: at(session, 22), version: 2 });
    const closesAt = at(session, 26);
    expect((await admin.put(url, { ...USUAL, version: 2, closesAt })).status).toBe(200);
    expect(await move(3, { endsAt: at(session, 25) })).toMatchObject({ closesAt: at(session, 25), version: 4 });
  });

  it('tell the second of two editors, and refuse what is not there', async () => {
    const session = await withTerms(await aSession(app, home), {});
    const url = `/api/sessions/${session.id}/registration-terms`;
    expect((await admin.put<Answer>(url, USUAL)).body.code).toBe('version-conflict');
    const unknown = await admin.put<Answer>(url, { ...USUAL, version: 1, unitIds: [newId()] });
    expect(unknown.body.fields).toMatchObject([{ path: 'unitIds', rule: 'unknown-id' }]);
    expect((await admin.get<{ version: number }>(url)).body.version).toBe(1);
  });

  it.each(['toLowerCase', 'toUpperCase'] as const)('never ask for the session itself (id %s)', async (written) => {
    const session = await aSession(app, home);
    const prerequisites = [{ kind: 'session', sessionId: session.id[written]() }];
    const url = `/api/sessions/${session.id}/registration-terms`;
    const refused = await admin.put<Answer>(url, { ...USUAL, prerequisites });
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid-input']);
    expect(refused.body.fields).toMatchObject([{ path: 'prerequisites', rule: 'requires-itself' }]);
    expect((await admin.get(url)).body).toMatchObject({ version: 0, prerequisites: [] });
  });
});

describe('an offered seat', () => {
  const offering = async (): Promise<SessionRow> => {
    const session = await aSession(app, home, { capacity: 1, title: 'Tawaran' });
    return withTerms(session, { freedVirtual: 'offer', offerHours: 1 });
  };

  it('is taken by its member, who is told until when', async () => {
    const session = await offering();
    await register(session, 0, 1);
    await client(0).delete(path(session));
    const mine = (await client(1).get<Answer>(path(session))).body;
    expect(mine.state).toBe('offered');
    await app.settle();
    const mail = app.mailbox.mails.find(({ subject }) => subject === 'Ada kursi untuk Anda: Tawaran');
    expect(mail?.text).toContain('Kursi ini menunggu Anda sampai:');
    expect((await register(session, 2)).map(({ state, place }) => [state, place])).toEqual([['waitlisted', 1]]);
    const taken = await client(1).post<Answer>(`${path(session)}/accept`);
    expect([taken.status, taken.body.state, taken.body.offerEndsAt]).toEqual([200, 'confirmed', null]);
    expect((await client(1).post(`${path(session)}/accept`)).status).toBe(200);
    expect((await client(2).post<Answer>(`${path(session)}/accept`)).body.code).toBe('wrong-state');
  });

  it('goes to the next when its time is over, or when it is declined', async () => {
    const session = await offering();
    await register(session, 0, 1, 2, 3);
    await client(0).delete(path(session));
    const { offerEndsAt } = (await client(1).get<Answer>(path(session))).body;
    app.clock.set(offerEndsAt ?? '');
    clients = await Promise.all(members.map((member) => signedIn(app, member)));
    expect((await client(1).post<Answer>(`${path(session)}/accept`)).body.code).toBe('offer-expired');
    await app.settle();
    expect(await states(session)).toEqual({ '0': 'cancelled', '1': 'expired', '2': 'offered', '3': 'waitlisted' });
    expect(subjects()).toContain('Tawaran kursi sudah lewat: Tawaran');
    await client(2).delete(path(session));
    expect(await states(session)).toMatchObject({ '2': 'cancelled', '3': 'offered' });
  });

  it('is honoured when the capacity is lowered, and no other is offered until it fits', async () => {
    const session = await withTerms(await aSession(app, home, { capacity: 2 }), { freedVirtual: 'offer' });
    await register(session, 0, 1, 2, 3);
    await client(0).delete(path(session));
    await admin.patch(`/api/sessions/${session.id}`, { version: 1, capacity: 1 });
    await app.settle();
    expect((await client(2).post(`${path(session)}/accept`)).status).toBe(200);
    await client(1).delete(path(session));
    expect(await states(session)).toEqual({ '0': 'cancelled', '1': 'cancelled', '2': 'confirmed', '3': 'waitlisted' });
  });

  it('ends sooner when its session comes sooner, and is a seat when too little time is left', async () => {
    const session = await offering();
    await register(session, 0, 1);
    await client(0).delete(path(session));
    const startsAt = new Date(app.clock.now().getTime() + 0.6 * HOUR);
    const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + HOUR).toISOString() };
    expect((await admin.patch(`/api/sessions/${session.id}`, { version: 1, ...times })).status).toBe(200);
    await app.settle();
    expect(await states(session)).toMatchObject({ '1': 'confirmed' });
  });
});

describe('after a no', () => {
  interface Mine {
    last: { state: string; reason: string | null } | null;
    requirements: { kind: string; isMet: boolean }[];
  }
  const mine = async (session: SessionRow, index: number): Promise<Mine> =>
    (await client(index).get<Mine>(`/api/sessions/${session.id}/registration-terms/mine`)).body;
  const refused = async (of: SessionRow, index: number) => {
    const { body } = await client(index).get<{
      items: { session: { id: string }; state: string; reason: string | null }[];
    }>('/api/my/registrations?when=refused');
    return body.items.filter(({ session }) => session.id === of.id);
  };
  const reject = async (session: SessionRow, one: Answer | undefined, reason: string) =>
    admin.post(`/api/sessions/${session.id}/registrations/rejections`, { registrationIds: [one?.id], reason });

  it('a member reads why, may ask once more, and staff see that it is once more; then it is for staff', async () => {
    const session = await withTerms(await aSession(app, home), { needsApproval: true });
    const [first] = await register(session, 0);
    expect((await mine(session, 0)).last).toBeNull();
    await reject(session, first, 'Belum lunas simpanan wajib');
    const last = { state: 'rejected', reason: 'Belum lunas simpanan wajib' };
    expect(await mine(session, 0)).toMatchObject({ last, requirements: [] });
    expect(await refused(session, 0)).toMatchObject([{ ...last, session: { id: session.id } }]);

    const [second] = await register(session, 0);
    expect(second?.state).toBe('pending');
    expect([(await mine(session, 0)).last, await refused(session, 0)]).toEqual([null, []]);
    const list = await admin.get<{ items: object[] }>(`/api/sessions/${session.id}/registrations?state=pending`);
    expect(list.body.items).toMatchObject([{ id: second?.id, rejectedBefore: last.reason }]);
    await reject(session, second, 'Masih belum');
    expect(await mine(session, 0)).toMatchObject({
      last: { reason: 'Masih belum' },
      requirements: [{ kind: 'approval', isMet: false }],
    });
    expect((await register(session, 0))[0]).toMatchObject({
      ...{ code: 'not-eligible', fields: [{ path: 'approval', rule: 'rejected-before', limit: 2 }] },
    });
    const byStaff = await admin.post<Answer>(`/api/sessions/${session.id}/registrations`, { memberId: members[0]?.id });
    expect(byStaff.body.state).toBe('confirmed');
    expect(await refused(session, 0)).toEqual([]);
  });

  it('tells of what staff cancelled, with the reason, and of an offer that lapsed; not of what one did oneself', async () => {
    const session = await withTerms(await aSession(app, home, { capacity: 1 }), { freedVirtual: 'offer' });
    const [seated] = await register(session, 0, 1, 2);
    const cancelled = `/api/sessions/${session.id}/registrations/cancellations`;
    await admin.post(cancelled, { registrationIds: [seated?.id], reason: 'Salah sesi' });
    expect((await mine(session, 0)).last).toMatchObject({ state: 'cancelled', reason: 'Salah sesi' });
    const { offerEndsAt } = (await client(1).get<Answer>(path(session))).body;
    app.clock.set(offerEndsAt ?? '');
    clients = await Promise.all(members.map((member) => signedIn(app, member)));
    await app.settle();
    expect((await mine(session, 1)).last).toMatchObject({ state: 'expired', reason: null });
    expect(await refused(session, 1)).toMatchObject([{ state: 'expired', session: { id: session.id } }]);
    await client(2).delete(path(session));
    expect([(await mine(session, 2)).last, await refused(session, 2)]).toEqual([null, []]);
    // Whoever comes back and goes again has had the last word.
    await register(session, 0);
    await client(0).delete(path(session));
    expect([(await mine(session, 0)).last, await refused(session, 0)]).toEqual([null, []]);
  });
});

describe('a quota', () => {
  const quota = (seats: number, more = {}) => ({ queuePolicy: 'unit-quota', quotas: [{ unitId, seats }], ...more });
  const mine = async (session: SessionRow, index: number) =>
    (
      await client(index).get<{ openModes: string[]; quotasUntil: string | null }>(
        `/api/sessions/${session.id}/registration-terms/mine`,
      )
    ).body;
  const inDays = (days: number): Date => new Date(app.clock.now().getTime() + days * 24 * HOUR);

  it('keeps seats for its unit from newcomers, who are told so before they press', async () => {
    const session = await withTerms(await aSession(app, home, { capacity: 2, startsAt: inDays(3) }), quota(1));
    const until = inDays(2).toISOString();
    expect(await mine(session, 0)).toMatchObject({ openModes: ['virtual'], quotasUntil: until });
    expect((await register(session, 0, 1)).map(({ state, place }) => [state, place])).toEqual([
      ['confirmed', null],
      ['waitlisted', 1],
    ]);
    expect(await mine(session, 2)).toMatchObject({ openModes: [], quotasUntil: until });
    expect(await mine(session, 3)).toMatchObject({ openModes: ['virtual'] });
    expect((await register(session, 3)).map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('binds its own unit too, and whom staff register, approve or move to the venue', async () => {
    const other = (await aUnit(app, home)).id;
    const quotas = [
      { unitId, seats: 1 },
      { unitId: other, seats: 1 },
    ];
    const colleague = await aMember(app, home, { unitId });
    const session = await withTerms(await aSession(app, home, { capacity: 2 }), {
      ...quota(1),
      quotas,
      needsApproval: true,
    });
    const [asked] = await register(session, 0);
    const approve = await admin.post(`/api/sessions/${session.id}/registrations/approvals`, {
      registrationIds: [asked?.id],
    });
    expect(approve.body).toEqual({ confirmed: 0, queued: 1 });
    const byStaff = async (memberId: string | undefined) =>
      (await admin.post<Answer>(`/api/sessions/${session.id}/registrations`, { memberId })).body.state;
    expect(await byStaff(members[3]?.id)).toBe('confirmed');
    expect(await byStaff(colleague.id)).toBe('waitlisted');
    expect(await byStaff((await aMember(app, home, { unitId: other })).id)).toBe('confirmed');

    const hybrid = await withTerms(
      await aSession(app, home, { delivery: 'hybrid', venue: 'Aula', capacity: null, onsiteCapacity: 1 }),
      quota(1),
    );
    for (const index of [0, 3]) await client(index).post(path(hybrid), { mode: 'virtual' });
    const go = async (index: number) => (await client(index).patch(path(hybrid), { mode: 'onsite' })).status;
    expect([await go(0), await go(3)]).toEqual([409, 200]);
  });

  it('is over when the terms say so: what it kept goes to whoever waits', async () => {
    const session = await withTerms(
      await aSession(app, home, { title: 'Jatah', capacity: 2, startsAt: inDays(2) }),
      quota(2, { quotaReleaseHours: 6 }),
    );
    await register(session, 0, 1);
    app.clock.advance({ hours: 41 });
    await app.settle();
    expect(await states(session)).toEqual({ '0': 'waitlisted', '1': 'waitlisted' });
    app.clock.advance({ hours: 1 });
    await app.settle();
    expect(await states(session)).toEqual({ '0': 'confirmed', '1': 'confirmed' });
    expect(subjects().filter((subject) => subject === 'Anda mendapat tempat: Jatah')).toHaveLength(2);
  });

  it('that is taken back gives its seats to the queue at once', async () => {
    const session = await withTerms(await aSession(app, home, { capacity: 1 }), quota(1));
    await register(session, 0);
    expect(await states(session)).toEqual({ '0': 'waitlisted' });
    await withTerms(session, { version: 1 });
    expect(await states(session)).toEqual({ '0': 'confirmed' });
  });

  it.each([
    [721, 'too-large'],
    [-1, 'too-small'],
    [1.5, 'wrong-type'],
  ])('is not released %s hours before the start', async (quotaReleaseHours, rule) => {
    const session = await aSession(app, home);
    const reply = await admin.put<Answer>(`/api/sessions/${session.id}/registration-terms`, {
      ...USUAL,
      quotaReleaseHours,
    });
    expect(reply).toMatchObject({ status: 400, body: { fields: [{ path: 'quotaReleaseHours', rule }] } });
  });
});

describe('the queue', () => {
  it('lets those first who learned least, and keeps why', async () => {
    const session = await withTerms(await aSession(app, home, { capacity: 1 }), {
      queuePolicy: 'least-educated-first',
    });
    await register(session, 0, 1, 2);
    const learned = await aSession(app, home, { state: 'ended', startsAt: new Date(app.clock.now().getTime() - HOUR) });
    await app.db.sql(
      `INSERT INTO ledger_entries (cooperative_id, sequence, member_id, session_id, kind, quantity, rule_version,
         source_event_id, recorded_at, previous_hash, hash)
       VALUES ($1, 1, $2, $3, 'attended', 60, 1, $4, $5, '', '')`,
      [home.id, members[1]?.id, learned.id, newId(), app.clock.now()],
    );
    await client(0).delete(path(session));
    expect(await states(session)).toEqual({ '0': 'cancelled', '1': 'waitlisted', '2': 'confirmed' });
    await whySaid(session, 2, {
      ...{ policy: 'least-educated-first', rank: 1, of: 2, place: 2, minutes: 0, isWithinQuota: null },
    });
    // Of one who learned for an hour, the hour is what was seen.
    await client(2).delete(path(session));
    await whySaid(session, 1, {
      ...{ policy: 'least-educated-first', rank: 1, of: 1, place: 1, minutes: 60, isWithinQuota: null },
    });
  });

  it('says of a quota whether the unit had seats left, to the member as to staff', async () => {
    const quotas = [{ unitId, seats: 1 }];
    const session = await aSession(app, home, { capacity: 2 });
    await register(session, 0, 1, 2, 3);
    await withTerms(session, { queuePolicy: 'unit-quota', quotas });
    await client(0).delete(path(session));
    await whySaid(session, 3, { policy: 'unit-quota', rank: 1, of: 2, place: 2, minutes: null, isWithinQuota: true });
    await client(1).delete(path(session));
    await whySaid(session, 2, { policy: 'unit-quota', rank: 1, of: 1, place: 1, minutes: null, isWithinQuota: false });
  });

  it('says of the order of coming which turn it was', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    await register(session, 0, 1, 2);
    await client(0).delete(path(session));
    await whySaid(session, 1, { policy: 'fifo', rank: 1, of: 2, place: 1, minutes: null, isWithinQuota: null });
  });

  it('goes by priority among those who can have the seat, and gives no kept seat away for it', async () => {
    const quotas = [{ unitId, seats: 1 }];
    const session = await aSession(app, home, { capacity: 2 });
    await register(session, 3, 0, 1, 2);
    await withTerms(session, { queuePolicy: 'unit-quota', quotas });
    const { body } = await waiting(session);
    const last = body.items.at(-1)?.id ?? '';
    expect(await prioritise(session, last, { priority: 1, reason: 'Tugas luar kota' })).toMatchObject({ status: 204 });
    await client(3).delete(path(session));
    expect(await states(session)).toMatchObject({ '1': 'waitlisted', '2': 'waitlisted' });
    await client(0).delete(path(session));
    expect(await states(session)).toMatchObject({ '1': 'waitlisted', '2': 'confirmed' });
  });

  it('goes by the priority that staff give for a reason, then by the order of coming', async () => {
    const session = await aSession(app, home, { capacity: 1 });
    const [held, first, second, third] = await register(session, 0, 1, 2, 3);
    const set = (one: Answer | undefined, body: object) => prioritise(session, one?.id ?? '', body);
    expect((await set(third, { priority: 5, reason: 'Tugas luar kota' })).status).toBe(204);
    expect((await set(second, { priority: 9, reason: 'Salah tulis' })).status).toBe(204);
    expect((await set(second, { priority: 5, reason: 'Pengurus baru' })).status).toBe(204);
    const { body } = await waiting(session);
    expect(body.items.map(({ id, place, priority, priorityReason }) => [id, place, priority, priorityReason])).toEqual([
      [first?.id, 3, 0, null],
      [second?.id, 1, 5, 'Pengurus baru'],
      [third?.id, 2, 5, 'Tugas luar kota'],
    ]);
    expect((await client(3).get<Answer>(path(session))).body.place).toBe(2);
    const entries = await app.db.sql(
      `SELECT v.after FROM audit_entries e JOIN audit_values v USING (cooperative_id, number)
       WHERE e.action = 'registration.prioritised' AND e.subject_id = $1 ORDER BY e.number`,
      [second?.id],
    );
    expect(entries).toEqual([
      { after: { priority: 9, reason: 'Salah tulis' } },
      { after: { priority: 5, reason: 'Pengurus baru' } },
    ]);
    // It is taken back as it was given.
    expect((await set(third, { priority: 0, reason: 'Tidak jadi' })).status).toBe(204);
    await client(0).delete(path(session));
    await client(2).delete(path(session));
    expect(await states(session)).toEqual({ '0': 'cancelled', '1': 'confirmed', '2': 'cancelled', '3': 'waitlisted' });
    for (const one of [held, first]) {
      expect(await set(one, { priority: 1, reason: 'Terlambat' })).toMatchObject({ body: { code: 'wrong-state' } });
    }
    expect(await set(third, { priority: 101, reason: '' })).toMatchObject({
      body: { fields: [{ path: 'priority' }, { path: 'reason' }] },
    });
  });
});
