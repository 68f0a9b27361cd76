// What registrants hear when a session moves: once, what was and what holds now, in their own zone and language.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

let app: TestApp;
let home: CooperativeRow;
let admin: Client;
let session: SessionRow;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  home = await aCooperative(app);
  admin = await signedIn(app, await anAdmin(app, home));
});

beforeEach(async () => {
  app.mailbox.clear();
  app.clock.set('2026-07-01T01:00:00Z');
  const startsAt = new Date('2026-07-08T03:00:00Z');
  session = await aSession(app, home, { startsAt, endsAt: new Date('2026-07-08T04:00:00Z') });
});

afterAll(async () => {
  await app.close();
});

async function change(fields: object): Promise<void> {
  app.clock.advance({ minutes: 1 });
  const path = `/api/sessions/${session.id}`;
  const { body } = await admin.get<{ planning: { version: number } }>(path);
  const { status } = await admin.patch(path, { ...fields, version: body.planning.version });
  expect(status).toBe(200);
}

const moveTo = (day: string): Promise<void> => change({ startsAt: `${day}T03:00:00Z`, endsAt: `${day}T04:00:00Z` });

async function registered(
  fields: Partial<MemberRow> & { zone?: string; language?: 'id' | 'en' } = {},
): Promise<MemberRow> {
  app.clock.advance({ minutes: 1 });
  const member = await aMember(app, home, fields);
  expect((await (await signedIn(app, member)).post(`/api/sessions/${session.id}/registration`)).status).toBeLessThan(
    300,
  );
  return member;
}

const changesTo = (member: MemberRow): string[] =>
  app.mailbox
    .to(member.email ?? '')
    .filter((mail) => /^(Jadwal berubah|Schedule changed): /.test(mail.subject))
    .map((mail) => mail.parsed.text ?? '');

it('says the old time and the new one, each in the reader’s zone', async () => {
  const near = await registered({ zone: 'Asia/Jakarta' });
  const far = await registered({ zone: 'Asia/Jayapura', language: 'en' });
  await app.settle();
  await moveTo('2026-07-09');
  await app.settle();
  expect(changesTo(near)).toEqual([expect.stringContaining('Waktu lama: Rabu, 8 Juli 2026, 10.00–11.00 WIB')]);
  expect(changesTo(near)[0]).toContain('Waktu sekarang: Kamis, 9 Juli 2026, 10.00–11.00 WIB');
  expect(changesTo(far)[0]).toContain('Old time: Wednesday, 8 July 2026, 12:00–13:00 WIT');
});

it('merges changes that come before the mail, and goes on from what each was told', async () => {
  const first = await registered();
  await app.settle();
  await moveTo('2026-07-09');
  const second = await registered();
  await moveTo('2026-07-10');
  await app.settle();
  expect(changesTo(first)).toEqual([expect.stringContaining('Waktu lama: Rabu, 8 Juli 2026')]);
  expect(changesTo(second)).toEqual([expect.stringContaining('Waktu lama: Kamis, 9 Juli 2026')]);
  await moveTo('2026-07-11');
  await app.settle();
  expect(changesTo(first)[1]).toContain('Waktu lama: Jumat, 10 Juli 2026');
  expect(changesTo(first)[1]).toContain('Waktu sekarang: Sabtu, 11 Juli 2026');
});

it('tells of another place too, and of nothing else', async () => {
  const member = await registered();
  await app.settle();
  await change({ title: 'Judul baru' });
  await app.settle();
  expect(changesTo(member)).toEqual([]);
  await change({ delivery: 'hybrid', venue: 'Aula Koperasi\nJalan Melati 5' });
  await app.settle();
  expect(changesTo(member)).toEqual([
    expect.stringContaining('Tempat: Aula Koperasi Jalan Melati 5, atau virtual (sebelumnya: virtual)'),
  ]);
  const [row] = await app.db.sql<{ revision: number }>('SELECT revision FROM sessions WHERE id = $1', [session.id]);
  expect(row?.revision).toBe(1);
});
