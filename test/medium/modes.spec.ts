// A hybrid session through HTTP: seats and queues of two kinds, and members who go from one to the other.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApp, type TestApp } from '../support/app.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

interface Registration {
  state: string;
  mode: string;
  place: number | null;
  code?: string;
  fields?: object[];
}

let app: TestApp;
let home: CooperativeRow;
let admin: Client;
let clients: Client[];

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  home = await aCooperative(app);
  admin = await signedIn(app, await anAdmin(app, home));
  clients = [];
  for (let count = 0; count < 5; count += 1) clients.push(await signedIn(app, await aMember(app, home)));
});

afterAll(async () => {
  await app.close();
});

const path = ({ id }: SessionRow): string => `/api/sessions/${id}/registration`;
const client = (index: number): Client => clients[index] ?? admin;
const said = ({ state, mode, place }: Registration): string => `${state} ${mode} ${String(place)}`;

async function register(session: SessionRow, index: number, wish: object): Promise<string> {
  return said((await client(index).post<Registration>(path(session), wish)).body);
}

async function own(session: SessionRow, index: number): Promise<string> {
  return said((await client(index).get<Registration>(path(session))).body);
}

const hybrid = (fields: Parameters<typeof aSession>[2] = {}): Promise<SessionRow> =>
  aSession(app, home, { delivery: 'hybrid', capacity: 1, onsiteCapacity: 1, venue: 'Balai', ...fields });

describe('a hybrid session', () => {
  it('has seats, a queue and places of each kind, and says so on its card', async () => {
    const session = await hybrid({ title: 'Ganda' });
    expect(await register(session, 0, { mode: 'onsite' })).toBe('confirmed onsite null');
    expect(await register(session, 1, { mode: 'onsite' })).toBe('waitlisted onsite 1');
    expect(await register(session, 2, { mode: 'virtual' })).toBe('confirmed virtual null');
    expect(await register(session, 3, {})).toBe('waitlisted virtual 1');
    expect(await register(session, 4, { mode: 'onsite' })).toBe('waitlisted onsite 2');
    const { body } = await client(4).get<{ items: object[] }>('/api/sessions?q=ganda');
    expect(body.items).toMatchObject([
      {
        seats: [
          { mode: 'virtual', left: 0, waiting: 1 },
          { mode: 'onsite', left: 0, waiting: 2 },
        ],
        seatsLeft: 0,
        waiting: 3,
        registration: { state: 'waitlisted', mode: 'onsite', place: 2 },
      },
    ]);
    await client(2).delete(path(session));
    expect(await own(session, 3)).toBe('confirmed virtual null');
    expect(await own(session, 1)).toBe('waitlisted onsite 1');
  });

  it('tells its planner how many come each way', async () => {
    const session = await hybrid({ onsiteCapacity: 3 });
    await register(session, 0, { mode: 'onsite' });
    await register(session, 1, { mode: 'onsite' });
    await register(session, 2, { mode: 'virtual' });
    await register(session, 3, { mode: 'virtual' });
    const { body } = await admin.get(`/api/sessions/${session.id}`);
    expect(body).toMatchObject({ planning: { confirmedBy: { virtual: 1, onsite: 2 } } });
  });

  it('offers more seats at the venue to those who wait for the venue', async () => {
    const session = await hybrid();
    for (const index of [0, 1]) await register(session, index, { mode: 'onsite' });
    expect((await admin.patch(`/api/sessions/${session.id}`, { version: 1, onsiteCapacity: 2 })).status).toBe(200);
    await app.settle();
    expect(await own(session, 1)).toBe('offered onsite null');
  });

  it('lets a member change while there is room, and offers the seat left behind to the queue', async () => {
    const session = await hybrid();
    await register(session, 0, { mode: 'onsite' });
    await register(session, 1, { mode: 'onsite' });
    const moved = await client(0).patch<Registration>(path(session), { mode: 'virtual' });
    expect(said(moved.body)).toBe('confirmed virtual null');
    expect(await own(session, 1)).toBe('offered onsite null');
    const refused = await client(1).patch<Registration>(path(session), { mode: 'virtual' });
    expect([refused.status, refused.body.code]).toEqual([409, 'session-full']);
    expect(await own(session, 1)).toBe('offered onsite null');
    const seen = await app.db.sql(
      `SELECT mode, seats_taken_before AS taken, capacity_seen AS capacity FROM registrations
       WHERE session_id = $1 ORDER BY id`,
      [session.id],
    );
    expect(seen).toEqual([
      { mode: 'virtual', taken: 0, capacity: 1 },
      { mode: 'onsite', taken: 0, capacity: 1 },
    ]);
  });

  it('makes an open seat of the other kind the way out of a queue, and says so by mail', async () => {
    const session = await hybrid({ title: 'Keluar antrean' });
    await register(session, 0, { mode: 'onsite' });
    await register(session, 1, { mode: 'onsite' });
    expect(said((await client(1).patch<Registration>(path(session), { mode: 'virtual' })).body)).toBe(
      'confirmed virtual null',
    );
    await app.settle();
    expect(app.mailbox.mails.map(({ subject }) => subject)).toContain('Anda terdaftar: Keluar antrean');
  });

  it('refuses a mode it does not have, and one who holds nothing', async () => {
    const session = await aSession(app, home);
    const wrong = await client(0).post<Registration>(path(session), { mode: 'onsite' });
    expect([wrong.status, wrong.body.fields]).toMatchObject([400, [{ path: 'mode', rule: 'not-allowed' }]]);
    expect((await client(0).patch(path(await hybrid()), { mode: 'onsite' })).status).toBe(404);
  });

  it('counts all alike once it has but one delivery', async () => {
    const session = await hybrid({ onsiteCapacity: 2 });
    await register(session, 0, { mode: 'onsite' });
    await register(session, 1, { mode: 'virtual' });
    await app.db.sql(`UPDATE sessions SET delivery = 'onsite' WHERE id = $1`, [session.id]);
    expect(await register(session, 2, {})).toBe('waitlisted onsite 1');
    expect(await own(session, 1)).toBe('confirmed onsite null');
  });
});

describe('a protocol', () => {
  it('is acknowledged by whoever comes, and reminded of', async () => {
    const session = await hybrid({ title: 'Berprotokol', onsiteCapacity: 5, protocol: 'Bawa masker' });
    const unread = await client(0).post<Registration>(path(session), { mode: 'onsite' });
    expect([unread.status, unread.body.fields]).toMatchObject([400, [{ path: 'acknowledged', rule: 'required' }]]);
    expect(await register(session, 0, { mode: 'onsite', acknowledged: true })).toBe('confirmed onsite null');
    expect(await register(session, 1, { mode: 'virtual' })).toBe('confirmed virtual null');
    const rows = await app.db.sql('SELECT acknowledged_at AS at FROM registrations WHERE session_id = $1 ORDER BY id', [
      session.id,
    ]);
    expect(rows).toEqual([{ at: app.clock.now() }, { at: null }]);
    await app.settle();
    const mails = app.mailbox.mails.filter(({ subject }) => subject === 'Anda terdaftar: Berprotokol');
    const texts = mails.map(({ text }) => text).sort((a, b) => a.length - b.length);
    expect(texts).toHaveLength(2);
    expect(texts[0]).not.toContain('masker');
    expect(texts[1]).toContain('Sebelum datang: Bawa masker');
    expect(texts[1]).toContain('Tempat: Balai');
  });
});
