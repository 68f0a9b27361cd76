// The table of a session's registrations through HTTP: its filters, alone and together, what can be chosen at once, and the file.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Row {
  id: string;
  state: string;
  mode: string;
  isProtocolAsked: boolean;
  acknowledgedAt: string | null;
  member: { name: string };
}

let app: TestApp;
let home: CooperativeRow;
let admin: Client;
let session: SessionRow;
let units: { north: string; south: string };

const NAMES = ['Ani', 'Budi', 'Cici', 'Dedi', 'Eka'] as const;

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  admin = await signedIn(app, await anAdmin(app, home));
  units = { north: (await aUnit(app, home)).id, south: (await aUnit(app, home)).id };
  session = await aSession(app, home, {
    ...{ delivery: 'hybrid', venue: 'Aula', protocol: 'Bawa masker', capacity: 2, onsiteCapacity: 5 },
  });
  // Ani, Budi and Cici on the phone, the last of them waiting; Dedi and Eka at the venue, Eka registered by staff.
  for (const [index, name] of NAMES.entries()) {
    const member = await aMember(app, home, { name, unitId: index % 2 === 0 ? units.north : units.south });
    await (index === 4 ? byStaff(member) : oneself(member, index === 3 ? 'onsite' : 'virtual'));
  }
});

afterAll(async () => {
  await app.close();
});

async function oneself(member: MemberRow, mode: string): Promise<void> {
  const wish = { mode, ...(mode === 'onsite' ? { acknowledged: true } : {}) };
  const reply = await (await signedIn(app, member)).post(`/api/sessions/${session.id}/registration`, wish);
  expect(reply.status).toBe(200);
}

async function byStaff(member: MemberRow): Promise<void> {
  const reply = await admin.post(`/api/sessions/${session.id}/registrations`, { memberId: member.id, mode: 'onsite' });
  expect(reply.status).toBe(200);
}

const list = 'registrations';
const rows = async (filter: string, client = admin): Promise<Row[]> =>
  (await client.get<{ items: Row[] }>(`/api/sessions/${session.id}/${list}?${filter}`)).body.items;
const names = async (filter: string, client = admin): Promise<string> =>
  (await rows(filter, client)).map(({ member }) => member.name).join(' ');
const matching = async (filter: string, client = admin) =>
  client.get<{ count: number; items: { id: string; state: string }[] }>(
    `/api/sessions/${session.id}/${list}/matching?${filter}`,
  );

describe('the table', () => {
  it.each<[string, () => string]>([
    ['Ani Budi Cici Dedi Eka', () => ''],
    ['Ani Budi Cici', () => 'mode=virtual'],
    ['Dedi Eka', () => 'mode=onsite'],
    ['Ani Cici Eka', () => `unitId=${units.north}`],
    ['Eka', () => `unitId=${units.north}&mode=onsite`],
    ['Cici', () => `unitId=${units.north}&state=waitlisted`],
    ['', () => `unitId=${units.south}&state=waitlisted`],
    ['Dedi', () => 'protocol=acknowledged'],
    ['Eka', () => 'protocol=asked'],
    ['', () => 'protocol=asked&mode=virtual'],
    ['Budi', () => `q=bud&unitId=${units.south}&state=confirmed&mode=virtual`],
    ['', () => `q=bud&unitId=${units.north}`],
  ])('shows "%s" by its filter: %#', async (expected, filter) => {
    expect(await names(filter())).toBe(expected);
    const ids = (await rows(filter())).map(({ id }) => id);
    expect((await matching(filter())).body).toMatchObject({ count: ids.length, items: ids.map((id) => ({ id })) });
  });

  it('says who acknowledged the protocol and when, and of whom it is still asked', async () => {
    const said = (await rows('')).map((row) => [row.isProtocolAsked, row.acknowledgedAt]);
    const now = app.clock.now().toISOString();
    expect(said).toEqual([
      [false, null],
      [false, null],
      [false, null],
      [true, now],
      [true, null],
    ]);
  });

  it('goes on to the next page by the same filter', async () => {
    const first = await admin.get<{ items: Row[]; nextCursor: string }>(
      `/api/sessions/${session.id}/registrations?mode=virtual&limit=2`,
    );
    expect(first.body.items.map(({ member }) => member.name)).toEqual(['Ani', 'Budi']);
    const cursor = encodeURIComponent(first.body.nextCursor);
    expect(await names(`mode=virtual&limit=2&cursor=${cursor}`)).toBe('Cici');
  });

  it.each([
    ['unitId=x', 'unitId'],
    ['mode=zoom', 'mode'],
    ['protocol=ya', 'protocol'],
  ])('says what is wrong with the filter %s', async (filter, path) => {
    for (const url of [list, `${list}/matching`, `${list}/file`]) {
      const reply = await admin.get<{ fields: object[] }>(`/api/sessions/${session.id}/${url}?${filter}`);
      expect(reply).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ path }] } });
    }
  });

  it('chooses no one who is out of it already, and of own units only for a coordinator', async () => {
    const other = await aSession(app, home);
    const gone = await signedIn(app, await aMember(app, home));
    await gone.post(`/api/sessions/${other.id}/registration`);
    await gone.delete(`/api/sessions/${other.id}/registration`);
    const all = await admin.get(`/api/sessions/${other.id}/registrations/matching`);
    expect(all.body).toEqual({ count: 0, items: [] });

    const coordinator = await signedIn(
      app,
      await aMember(app, home, { roles: ['member', 'coordinator'], coordinatesUnitIds: [units.south] }),
    );
    expect(await names('', coordinator)).toBe('Budi Dedi');
    expect((await matching('', coordinator)).body.count).toBe(2);
    expect((await matching(`unitId=${units.north}`, coordinator)).body).toEqual({ count: 0, items: [] });
  });

  it('goes to a file by the same filters, the protocol with its time', async () => {
    const response = await admin.fetch(`/api/sessions/${session.id}/registrations/file?format=csv&mode=onsite`);
    const [head = [], ...lines]: string[][] = parse(await response.text(), { bom: true, delimiter: ';' });
    const column = head.findIndex((title) => title.startsWith('Membaca aturan tempat'));
    expect(lines.map((line) => line[1])).toEqual(['Dedi', 'Eka']);
    expect(lines.map((line) => line[column])).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/), 'belum']);
  });
});
