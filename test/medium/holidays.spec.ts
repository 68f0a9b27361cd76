// A year's holidays through HTTP: entered whole by an admin, kept apart for each cooperative, never overwritten unseen.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HOLIDAY_LIMITS } from '../../src/contracts/holidays.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, anAdmin, type CooperativeRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Holidays {
  year: number;
  version: number;
  days: { day: string; name: string; kind: string }[];
  fields?: { path: string; rule: string }[];
}

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

const NEW_YEAR = { day: '2027-01-01', name: 'Tahun Baru', kind: 'national' };
const MEETING = { day: '2027-03-20', name: 'Rapat anggota tahunan', kind: 'own' };

const of = async (year: number | string, who = admin) => (await who.get<Holidays>(`/api/holidays/${year}`)).body;
const set = (year: number | string, version: number, days: object[]) =>
  admin.put<Holidays>(`/api/holidays/${year}`, { version, days });
const faultsOf = ({ fields = [] }: Holidays): string[] => fields.map(({ path, rule }) => `${path} ${rule}`);

describe('the holidays of a year', () => {
  it('are none until they are entered', async () => {
    expect(await of(2027)).toEqual({ year: 2027, version: 0, days: [] });
  });

  it('are kept by day, each year by itself, and replaced as a whole', async () => {
    const saved = { year: 2027, version: 1, days: [NEW_YEAR, MEETING] };
    expect(await set(2027, 0, [MEETING, NEW_YEAR])).toMatchObject({ status: 200, body: saved });
    await set(2028, 0, [{ ...NEW_YEAR, day: '2028-01-01' }]);
    expect(await of(2027)).toEqual(saved);
    await set(2027, 1, [MEETING]);
    expect(await of(2027)).toEqual({ year: 2027, version: 2, days: [MEETING] });
    await set(2027, 2, []);
    expect(await of(2027)).toEqual({ year: 2027, version: 3, days: [] });
    expect(await of(2028)).toMatchObject({ version: 1, days: [{ day: '2028-01-01' }] });
  });

  it('are not overwritten by somebody who has not seen them', async () => {
    const both = await Promise.all([set(2027, 0, [NEW_YEAR]), set(2027, 0, [MEETING])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await of(2027)).version).toBe(1);
  });

  it('are of that year, each day once, and not endless', async () => {
    const refused = await set(2027, 0, [NEW_YEAR, { ...NEW_YEAR, name: 'Lagi' }, { ...NEW_YEAR, day: '2026-12-31' }]);
    expect(faultsOf(refused.body)).toEqual(['days.1.day taken', 'days.2.day other-year']);
    const bad = await set(2027, 0, [{ day: '2027-02-30', name: ' ', kind: 'lain' }]);
    expect(faultsOf(bad.body)).toEqual(['days.0.day format', 'days.0.name required', 'days.0.kind not-allowed']);
    const many = Array.from({ length: HOLIDAY_LIMITS.days + 1 }, () => NEW_YEAR);
    expect(faultsOf((await set(2027, 0, many)).body)).toEqual(['days too-long']);
    for (const year of ['1999', '2200', 'dua', '2027.5']) {
      expect(await set(year, 0, [])).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
    }
    expect((await of(2027)).version).toBe(0);
  });

  it('are nothing to another cooperative, which has its own', async () => {
    await set(2027, 0, [NEW_YEAR]);
    const neighbour = await signedIn(app, await anAdmin(app, await aCooperative(app)));
    expect(await of(2027, neighbour)).toEqual({ year: 2027, version: 0, days: [] });
    await neighbour.put('/api/holidays/2027', { version: 0, days: [] });
    expect((await of(2027)).days).toEqual([NEW_YEAR]);
  });

  it('leave in the audit what they were and what they became', async () => {
    await set(2027, 0, [NEW_YEAR]);
    await set(2027, 1, [MEETING]);
    const entries = await app.db.sql<{ before: unknown; after: unknown }>(
      `SELECT before, after FROM audit_entries JOIN audit_values USING (cooperative_id, number)
        WHERE cooperative_id = $1 AND action = 'cooperative.holidays-changed' ORDER BY number DESC LIMIT 1`,
      [home.id],
    );
    expect(entries).toEqual([{ before: { year: 2027, days: [NEW_YEAR] }, after: { year: 2027, days: [MEETING] } }]);
  });
});
