// Many registrations at once by staff: from a list with a dry run first, moved to another session, cancelled; all with a reason.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../../src/platform/audit/audit-verification.js';
import { RegistrationImportRunner } from '../../src/registrations/registration-import-runner.service.js';
import { signedIn, type Client } from '../factories/auth.js';
import { sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Imported {
  id: string;
  state: string;
  done: number;
  total: number;
  found: number;
  already: number;
  bad: number;
  badLines: { line: number; given: string; fault: string }[];
  outcome: { confirmed: number; queued: number; refused: number; refusedLines: object[] } | null;
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
  const imports = () => `/api/sessions/${session.id}/registrations/imports`;
  const send = async (text: string | Buffer, client = admin) => {
    const reply = await sendFile(client, 'POST', imports(), Buffer.from(text), 'peserta.csv');
    return { status: reply.status, body: reply.body as Imported };
  };
  const start = async ({ id }: Imported, mode = 'good', client = admin) =>
    client.post<Imported>(`${imports()}/${id}/start`, { mode });
  const read = async ({ id }: Imported, client = admin) => client.get<Imported>(`${imports()}/${id}`);
  const taken = async (list: Imported): Promise<Imported> => {
    expect(await start(list)).toMatchObject({ status: 202, body: { state: 'applying', done: 0 } });
    await app.settle();
    return (await read(list)).body;
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
      ...{ fileName: 'peserta.csv', state: 'checked', found: 2, already: 1, bad: 4, done: 0, total: 2, outcome: null },
      badLines: [
        { line: 5, given: 'tidak-ada', fault: 'unknown' },
        { line: 6, given: gone.number, fault: 'left' },
        { line: 7, given: member(1).number, fault: 'repeated' },
        { line: 8, given: abroad.number, fault: 'unknown' },
      ],
    };
    const seen = await send(list);
    expect(seen).toMatchObject({ status: 201, body: expected });
    await app.settle();
    expect(await states(session)).toEqual({ [member(0).number]: 'confirmed' });
    // As a spreadsheet may also write it.
    expect((await send(Buffer.from(`\ufeff${list}`, 'utf16le'))).body).toMatchObject(expected);

    expect(await start(seen.body, 'all')).toMatchObject({
      ...{ status: 409, body: { code: 'wrong-state', fields: [{ path: 'mode', rule: 'bad-lines', limit: 4 }] } },
    });
    expect(await taken(seen.body)).toMatchObject({
      ...{ state: 'applied', done: 2, total: 2, outcome: { confirmed: 1, queued: 1, refused: 0, refusedLines: [] } },
    });
    expect(await states(session)).toEqual({
      [member(0).number]: 'confirmed',
      [member(1).number]: 'confirmed',
      [member(2).number]: 'waitlisted',
    });
    expect(await start(seen.body)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    expect((await send(list)).body).toMatchObject({ found: 0, already: 3 });
  });

  it('says how each comes, in either language, and what no session can mean', async () => {
    const hybrid = { delivery: 'hybrid', venue: 'Aula', capacity: null, onsiteCapacity: 1 } as const;
    session = await aSession(app, cooperative, hybrid);
    const [first, second, third] = [member(0), member(1), member(2)].map(({ number }) => number);
    const seen = await send(`No. Anggota,Cara ikut\n${first},Di tempat\n${second},daring\n${third},mungkin\n`);
    expect(seen.body).toMatchObject({
      ...{ found: 2, bad: 1, badLines: [{ line: 4, given: `${third} – mungkin`, fault: 'mode' }] },
    });
    expect((await taken(seen.body)).outcome).toMatchObject({ confirmed: 2 });
    const english = await send(`member number,Mode\n${third},on-site\n`);
    expect((await taken(english.body)).outcome).toMatchObject({ confirmed: 0, queued: 1 });
    const modes = await app.db.sql<{ number: string; mode: string }>(
      `SELECT m.number, r.mode FROM registrations r JOIN members m ON m.id = r.member_id WHERE r.session_id = $1`,
      [session.id],
    );
    expect(Object.fromEntries(modes.map(({ number, mode }) => [number, mode]))).toEqual({
      ...{ [first ?? '']: 'onsite', [second ?? '']: 'virtual', [third ?? '']: 'onsite' },
    });
    session = await aSession(app, cooperative);
    expect((await send(`No. Anggota,Cara ikut\n${first},di tempat\n`)).body).toMatchObject({ found: 0, bad: 1 });
  });

  it('is taken by a worker, who is followed by another: part by part, nobody twice, and can be come back to', async () => {
    const many: MemberRow[] = [];
    for (let count = 0; count < 150; count += 1) many.push(await aMember(app, cooperative));
    session = await aSession(app, cooperative, { capacity: 120 });
    const seen = await send(many.map(({ number }) => number).join('\n'));
    // One worker has done the first hundred and died before it could say so.
    await Promise.all(
      many.slice(0, 100).map(({ id }) => admin.post(`/api/sessions/${session.id}/registrations`, { memberId: id })),
    );
    await start(seen.body);
    const runner = app.server.app.get(RegistrationImportRunner, { strict: false });
    await Promise.all([runner.run(seen.body.id), runner.runWaiting()]);
    await app.settle();
    const { body } = await admin.get<{ items: Imported[] }>(imports());
    expect(body.items).toMatchObject([
      {
        id: seen.body.id,
        state: 'applied',
        done: 150,
        total: 150,
        outcome: { confirmed: 120, queued: 30, refused: 0 },
      },
    ]);
    expect(Object.keys(await states(session))).toHaveLength(150);
    const audit = await app.db.sql(
      `SELECT after FROM audit_entries JOIN audit_values USING (cooperative_id, number)
       WHERE action = 'registrations.imported' AND subject_id = $1`,
      [session.id],
    );
    expect(audit).toEqual([{ after: { importId: seen.body.id, members: 150, bad: 0 } }]);
    app.clock.advance({ days: 8 });
    await runner.forgetOld();
    expect(await app.db.sql('SELECT FROM registration_imports WHERE session_id = $1', [session.id])).toEqual([]);
    admin = await signedIn(app, await anAdmin(app, cooperative));
  });

  it('says of which lines the session takes nobody any more', async () => {
    const seen = await send(member(0).number);
    await start(seen.body);
    await app.db.sql(`UPDATE sessions SET state = 'cancelled', cancelled_at = $2 WHERE id = $1`, [
      ...[session.id, app.clock.now()],
    ]);
    await app.settle();
    expect((await read(seen.body)).body).toMatchObject({
      state: 'applied',
      outcome: { refused: 1, refusedLines: [{ line: 1, given: member(0).number, code: 'registration-closed' }] },
    });
  });

  it('may be one column without a header, and is of own units for a coordinator', async () => {
    const unit = await aUnit(app, cooperative);
    const [own, coordinatorRow] = [
      await aMember(app, cooperative, { unitId: unit.id }),
      await aMember(app, cooperative, { roles: ['member', 'coordinator'], coordinatesUnitIds: [unit.id] }),
    ];
    const coordinator = await signedIn(app, coordinatorRow);
    const { body } = await send(`${own.number}\n${member(0).number}\n`, coordinator);
    expect(body).toMatchObject({ found: 1, bad: 1, badLines: [{ line: 2, fault: 'unknown' }] });
    const ofAdmin = (await send(member(1).number)).body;
    expect(await read(ofAdmin, coordinator)).toMatchObject({ status: 404 });
    expect((await coordinator.get<{ items: Imported[] }>(imports())).body.items.map(({ id }) => id)).toEqual([body.id]);
    // Who was out of reach by the time it was started would be registered by somebody who may not.
    await app.db.sql('UPDATE members SET unit_id = NULL WHERE id = $1', [own.id]);
    expect(await start(body, 'good', coordinator)).toMatchObject({ status: 409, body: { code: 'version-conflict' } });
    await app.db.sql('UPDATE members SET unit_id = $2 WHERE id = $1', [own.id, unit.id]);
    await start(body, 'good', coordinator);
    await app.settle();
    expect(await states(session)).toEqual({ [own.number]: 'confirmed' });
  });

  it('is not looked through for a session that takes nobody', async () => {
    session = await aSession(app, cooperative, { state: 'ended' });
    expect(await send(member(0).number)).toMatchObject({ status: 409, body: { code: 'registration-closed' } });
  });

  it.each<[string, string | Buffer, number, string]>([
    ['nothing', '', 400, 'invalid-file'],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0000\u0000\u0000\u0000\u0000\u0000'), 400, 'invalid-file'],
    ['too many lines', 'x\n'.repeat(5_001), 400, 'invalid-file'],
    ['too many bytes', 'x'.repeat(1024 * 1024 + 1), 413, 'body-too-large'],
    ['an open quote', '"A-1\nA-2', 400, 'invalid-file'],
  ])('of %s is refused and says why', async (_, text, status, code) => {
    expect(await send(text)).toMatchObject({ status, body: { code } });
    expect((await admin.get<{ items: object[] }>(imports())).body.items).toEqual([]);
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
