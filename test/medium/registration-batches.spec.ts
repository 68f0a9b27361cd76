// Many registrations at once by staff: from a list with a dry run first, moved to another session, cancelled; all with a reason.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../../src/platform/audit/audit-verification.js';
import { signedIn, type Client } from '../factories/auth.js';
import { sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Imported {
  found: number;
  already: number;
  bad: number;
  badLines: { line: number; given: string; fault: string }[];
  outcome: { confirmed: number; queued: number; refused: number } | null;
}

let app: TestApp;
let cooperative: CooperativeRow;
let admin: Client;
let session: SessionRow;
let members: MemberRow[];

beforeAll(async () => {
  app = await bootApp();
  cooperative = await aCooperative(app);
  admin = await signedIn(app, await anAdmin(app, cooperative));
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  session = await aSession(app, cooperative, { capacity: 2 });
  members = [await aMember(app, cooperative), await aMember(app, cooperative), await aMember(app, cooperative)];
});

const member = (index: number): MemberRow => members[index] ?? ({} as never);

async function states(of: SessionRow): Promise<Record<string, string>> {
  const rows = await app.db.sql<{ number: string; state: string; reason: string | null }>(
    `SELECT m.number, r.state, r.reason FROM registrations r JOIN members m ON m.id = r.member_id
     WHERE r.session_id = $1 ORDER BY r.created_at, r.id`,
    [of.id],
  );
  return Object.fromEntries(rows.map(({ number, state, reason }) => [number, reason ? `${state}: ${reason}` : state]));
}

async function register(of: SessionRow, ...who: MemberRow[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of who) {
    const { body } = await (await signedIn(app, one)).post<{ id: string }>(`/api/sessions/${of.id}/registration`);
    ids.push(body.id);
  }
  return ids;
}

describe('a list', () => {
  const take = async (text: string | Buffer, mode = 'check', client = admin) => {
    const path = `/api/sessions/${session.id}/registrations/import?mode=${mode}`;
    const reply = await sendFile(client, 'POST', path, Buffer.from(text), 'peserta.csv');
    return { status: reply.status, body: reply.body as Imported };
  };

  it('is looked through first, with every line that names nobody, and then taken', async () => {
    const gone = await aMember(app, cooperative, { status: 'keluar' });
    const abroad = await aMember(app, await aCooperative(app));
    await register(session, member(0));
    const list = [
      'No. Anggota;Nama;E-mail',
      `${member(0).number};Sudah;`,
      `;Lewat alamat;${(member(1).email ?? '').toUpperCase()}`,
      '',
      `tidak-ada;Siapa;`,
      `${gone.number};Keluar;`,
      `${member(1).number};Lagi;`,
      `${abroad.number};Koperasi lain;`,
      `${member(2).number.toLowerCase()};Huruf kecil;`,
    ].join('\r\n');
    const expected = {
      found: 2,
      already: 1,
      bad: 4,
      badLines: [
        { line: 5, given: 'tidak-ada', fault: 'unknown' },
        { line: 6, given: gone.number, fault: 'left' },
        { line: 7, given: member(1).number, fault: 'repeated' },
        { line: 8, given: abroad.number, fault: 'unknown' },
      ],
    };
    expect(await take(list)).toEqual({ status: 200, body: { ...expected, outcome: null } });
    expect(await states(session)).toEqual({ [member(0).number]: 'confirmed' });
    // As a spreadsheet may also write it.
    expect((await take(Buffer.from(`\ufeff${list}`, 'utf16le'))).body).toEqual({ ...expected, outcome: null });

    expect(await take(list, 'all')).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    expect(Object.keys(await states(session))).toHaveLength(1);
    expect((await take(list, 'good')).body.outcome).toEqual({ confirmed: 1, queued: 1, refused: 0 });
    expect(await states(session)).toEqual({
      [member(0).number]: 'confirmed',
      [member(1).number]: 'confirmed',
      [member(2).number]: 'waitlisted',
    });
    expect((await take(list, 'good')).body).toMatchObject({ found: 0, already: 3, outcome: { confirmed: 0 } });
  });

  it('may be one column without a header, and is of own units for a coordinator', async () => {
    const unit = await aUnit(app, cooperative);
    const [own, coordinatorRow] = [
      await aMember(app, cooperative, { unitId: unit.id }),
      await aMember(app, cooperative, { roles: ['member', 'coordinator'], coordinatesUnitIds: [unit.id] }),
    ];
    const coordinator = await signedIn(app, coordinatorRow);
    const { body } = await take(`${own.number}\n${member(0).number}\n`, 'good', coordinator);
    expect(body).toMatchObject({ found: 1, bad: 1, badLines: [{ line: 2, fault: 'unknown' }] });
    expect(await states(session)).toEqual({ [own.number]: 'confirmed' });
  });

  it('is not looked through for a session that takes nobody', async () => {
    session = await aSession(app, cooperative, { state: 'ended' });
    for (const mode of ['check', 'good', 'all']) {
      expect(await take(member(0).number, mode)).toMatchObject({ status: 409, body: { code: 'registration-closed' } });
    }
  });

  it.each<[string, string | Buffer, number, string]>([
    ['nothing', '', 400, 'invalid-file'],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0000\u0000\u0000\u0000\u0000\u0000'), 400, 'invalid-file'],
    ['too many lines', 'x\n'.repeat(5_001), 400, 'invalid-file'],
    ['too many bytes', 'x'.repeat(1024 * 1024 + 1), 413, 'body-too-large'],
    ['an open quote', '"A-1\nA-2', 400, 'invalid-file'],
  ])('of %s is refused and says why', async (_, text, status, code) => {
    expect(await take(text, 'good')).toMatchObject({ status, body: { code } });
    expect(await states(session)).toEqual({});
  });
});

describe('a move', () => {
  it('registers there before it cancels here, and leaves who is not let in', async () => {
    const other = await aSession(app, cooperative, { capacity: 1 });
    const ids = await register(session, ...members);
    await register(other, member(1));
    const body = { registrationIds: ids, toSessionId: other.id, reason: 'Kelas digabung' };
    const reply = await admin.post(`/api/sessions/${session.id}/registrations/moves`, body);
    expect(reply).toMatchObject({ status: 200, body: { confirmed: 1, queued: 2, refused: 0, stayed: [] } });
    expect(await states(session)).toEqual(
      Object.fromEntries(members.map(({ number }) => [number, 'cancelled: Kelas digabung'])),
    );
    expect(Object.values(await states(other)).sort()).toEqual(['confirmed', 'waitlisted', 'waitlisted']);

    const closed = await aSession(app, cooperative, { state: 'ended' });
    const [held] = (
      await app.db.sql<{ id: string }>(`SELECT id FROM registrations WHERE session_id = $1 AND state = 'confirmed'`, [
        other.id,
      ])
    ).map(({ id }) => id);
    const back = await admin.post(`/api/sessions/${other.id}/registrations/moves`, {
      ...body,
      registrationIds: [held],
      toSessionId: closed.id,
    });
    const stayed = {
      registrationId: held,
      number: member(1).number,
      name: member(1).name,
      code: 'registration-closed',
    };
    expect(back).toMatchObject({ status: 200, body: { confirmed: 0, queued: 0, refused: 1, stayed: [stayed] } });
    expect(await states(other)).toMatchObject({ [member(1).number]: 'confirmed' });
  });

  it('finds nobody a place who has given theirs up meanwhile', async () => {
    const other = await aSession(app, cooperative);
    const ids = await register(session, member(0), member(1));
    await (await signedIn(app, member(0))).delete(`/api/sessions/${session.id}/registration`);
    const body = { registrationIds: ids, toSessionId: other.id, reason: 'Kelas digabung' };
    const reply = await admin.post(`/api/sessions/${session.id}/registrations/moves`, body);
    const stayed = [{ number: member(0).number, code: 'wrong-state' }];
    expect(reply).toMatchObject({ status: 200, body: { confirmed: 1, queued: 0, refused: 1, stayed } });
    expect(await states(other)).toEqual({ [member(1).number]: 'confirmed' });
  });

  it('keeps how each comes where that can be chosen, and asks nobody where it cannot', async () => {
    const at = { venue: 'Aula', capacity: null, onsiteCapacity: null };
    const hybrid = await aSession(app, cooperative, { ...at, delivery: 'hybrid' });
    const onsite = await aSession(app, cooperative, { ...at, delivery: 'onsite', protocol: 'Bawa masker' });
    const virtual = await aSession(app, cooperative, { capacity: null });
    const again = await aSession(app, cooperative, { ...at, delivery: 'hybrid', protocol: 'Bawa masker' });
    for (const [index, mode] of ['virtual', 'onsite'].entries()) {
      const wish = { memberId: member(index).id, mode };
      await admin.post(`/api/sessions/${hybrid.id}/registrations`, wish);
    }
    const modes = async ({ id }: SessionRow): Promise<[string, string][]> => {
      const { body } = await admin.get<{ items: { id: string; mode: string; state: string }[] }>(
        `/api/sessions/${id}/registrations?state=confirmed`,
      );
      return body.items.map((one) => [one.id, one.mode]);
    };
    const steps = [
      [hybrid, onsite, ['onsite', 'onsite']],
      [onsite, virtual, ['virtual', 'virtual']],
      [virtual, again, ['virtual', 'virtual']],
    ] as const;
    for (const [from, to, expected] of steps) {
      const registrationIds = (await modes(from)).map(([id]) => id);
      const body = { registrationIds, toSessionId: to.id, reason: 'Pindah' };
      const reply = await admin.post(`/api/sessions/${from.id}/registrations/moves`, body);
      expect(reply).toMatchObject({ status: 200, body: { confirmed: 2, refused: 0, stayed: [] } });
      expect((await modes(to)).map(([, mode]) => mode)).toEqual(expected);
    }
    const back = await aSession(app, cooperative, { ...at, delivery: 'hybrid' });
    const moved = { memberId: member(2).id, mode: 'onsite' };
    await admin.post(`/api/sessions/${again.id}/registrations`, moved);
    const registrationIds = (await modes(again)).map(([id]) => id);
    const body = { registrationIds, toSessionId: back.id, reason: 'Pindah' };
    await admin.post(`/api/sessions/${again.id}/registrations/moves`, body);
    expect((await modes(back)).map(([, mode]) => mode).sort()).toEqual(['onsite', 'virtual', 'virtual']);
  });

  it('goes to another session of the same cooperative only', async () => {
    const ids = await register(session, member(0));
    const abroad = await aSession(app, await aCooperative(app));
    const to = async (toSessionId: string) =>
      admin.post(`/api/sessions/${session.id}/registrations/moves`, { registrationIds: ids, toSessionId, reason: 'x' });
    expect(await to(abroad.id)).toMatchObject({ status: 404 });
    expect(await to(session.id)).toMatchObject({ status: 400, body: { fields: [{ path: 'toSessionId' }] } });
    expect(await states(session)).toEqual({ [member(0).number]: 'confirmed' });
  });
});

it('cancels many with one reason, and the queue moves up', async () => {
  const [first = '', second = ''] = await register(session, ...members);
  const reply = await admin.post(`/api/sessions/${session.id}/registrations/cancellations`, {
    registrationIds: [first, second],
    reason: 'Ruang rusak',
  });
  expect(reply.status).toBe(204);
  expect(await states(session)).toEqual({
    [member(0).number]: 'cancelled: Ruang rusak',
    [member(1).number]: 'cancelled: Ruang rusak',
    [member(2).number]: 'confirmed',
  });
  const unknown = await admin.post(`/api/sessions/${session.id}/registrations/cancellations`, {
    registrationIds: [first, '00000000-0000-7000-8000-000000000000'],
    reason: 'x',
  });
  expect(unknown).toMatchObject({ status: 404 });
  // Entries that were written together are links of the chain like any other.
  const made = `SELECT count(*)::int AS n FROM audit_entries WHERE cooperative_id = $1 AND action = 'registration.cancelled'`;
  expect((await app.db.sql<{ n: number }>(made, [cooperative.id]))[0]?.n).toBeGreaterThanOrEqual(2);
  expect(await verifyAudit(app.db, cooperative.id)).toMatchObject({ isSound: true });
});
