// Who registers for a whole series gets one mail: every date, what became of it, and an invitation for each seat.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';
import type { ReceivedMail } from '../support/mailbox.js';

interface Series {
  id: string;
  sessions: { id: string }[];
}

let app: TestApp;
let home: CooperativeRow;
let planner: MemberRow;
let admin: Client;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  home = await aCooperative(app, { name: 'Koperasi Maju', zone: 'Asia/Jakarta' });
  planner = await anAdmin(app, home);
});

beforeEach(async () => {
  app.clock.set('2026-07-01T02:00:00Z');
  app.mailbox.clear();
  admin = await signedIn(app, planner);
});

afterAll(async () => {
  await app.close();
});

/** Four Fridays at 10.00 WIB. */
async function aSeries(session: object = {}, fields: object = {}): Promise<Series> {
  const times = { startsAt: '2026-07-03T03:00:00Z', endsAt: '2026-07-03T04:30:00Z' };
  const { body } = await admin.post<Series>('/api/series', {
    session: { title: 'Menabung', ...times, staff: [{ memberId: planner.id, role: 'moderator' }], ...session },
    ...{ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4', registration: 'whole', ...fields },
  });
  return body;
}

const idAt = (series: Series, index: number): string => series.sessions[index]?.id ?? '';
const publishAll = (series: Series) => admin.post(`/api/sessions/${idAt(series, 0)}/series/publish`, { scope: 'all' });
const mailsTo = (member: MemberRow): ReceivedMail[] => app.mailbox.to(member.email ?? '');

async function register(member: MemberRow, sessionId: string): Promise<void> {
  const reply = await (await signedIn(app, member)).post(`/api/sessions/${sessionId}/registration`, {});
  expect(reply.status).toBe(200);
}

const remindersOf = (member: MemberRow) =>
  app.db.sql<{ kind: string; state: string; count: number }>(
    'SELECT kind, state, count(*)::int AS count FROM reminders WHERE member_id = $1 GROUP BY 1, 2 ORDER BY 1, 2',
    [member.id],
  );

function invitations(mail: ReceivedMail | undefined) {
  return (mail?.parsed.attachments ?? []).map((file) => {
    const calendar = ICAL.Component.fromString(file.content.toString('utf8'));
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const [event] = events;
    return {
      filename: file.filename,
      method: calendar.getFirstPropertyValue('method'),
      events: events.length,
      uid: event?.uid,
      sequence: event?.sequence,
      startsAt: event?.startDate.toJSDate().toISOString(),
    };
  });
}

describe('a member who registers for a whole series', () => {
  it('gets one mail with each date, its state, and a file for each seat', async () => {
    const series = await aSeries({ capacity: 1 });
    await publishAll(series);
    const early = await aMember(app, home);
    await admin.post(`/api/sessions/${idAt(series, 1)}/registrations`, { memberId: early.id });
    await app.settle();
    for (const index of [0, 2, 3]) {
      await (await signedIn(app, early)).delete(`/api/sessions/${idAt(series, index)}/registration`);
    }
    await admin.put(`/api/sessions/${idAt(series, 3)}/registration-terms`, {
      ...{ version: 0, needsApproval: false, closesAt: null, unitIds: [], roles: ['supervisor'], prerequisites: [] },
      ...{ quotas: [], queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
    });
    const member = await aMember(app, home, { nickname: 'Siti', zone: 'Asia/Makassar' });
    await register(member, idAt(series, 0));
    await app.settle();
    const [mail, ...others] = mailsTo(member);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Pendaftaran Anda untuk seluruh seri: Menabung');
    const text = mail?.text ?? '';
    expect(text).toContain('Halo Siti,');
    const dates = text.split(/(?=Jumat, )/).slice(1);
    expect(
      dates.map((date) =>
        date
          .split('\n')
          .filter((line) => line.trim() !== '')
          .slice(0, 3),
      ),
    ).toEqual([
      [
        'Jumat, 3 Juli 2026, 11.00–12.30 WITA',
        'Mulai: 10.00 WIB / 11.00 WITA / 12.00 WIT',
        'Tempat Anda sudah dipastikan.',
      ],
      [
        'Jumat, 10 Juli 2026, 11.00–12.30 WITA',
        'Mulai: 10.00 WIB / 11.00 WITA / 12.00 WIT',
        expect.stringContaining('Daftar tunggu, urutan ke-1 saat surat ini dibuat.'),
      ],
      [
        'Jumat, 17 Juli 2026, 11.00–12.30 WITA',
        'Mulai: 10.00 WIB / 11.00 WITA / 12.00 WIT',
        'Tempat Anda sudah dipastikan.',
      ],
      [
        'Jumat, 24 Juli 2026, 11.00–12.30 WITA',
        'Mulai: 10.00 WIB / 11.00 WITA / 12.00 WIT',
        'Anda tidak terdaftar pada sesi ini: Anda belum dapat mendaftar pada sesi ini. Lihat syaratnya.',
      ],
    ]);
    expect(text.match(/\/lepas#/g)).toHaveLength(3);
    expect(text).toContain(`/sesi/${idAt(series, 3)}`);
    const uid = (index: number) => expect.stringContaining(idAt(series, index));
    const file = { method: 'REQUEST', events: 1, sequence: 0 };
    expect(invitations(mail)).toEqual([
      { ...file, filename: 'undangan-2026-07-03-1000.ics', uid: uid(0), startsAt: '2026-07-03T03:00:00.000Z' },
      { ...file, filename: 'undangan-2026-07-17-1000.ics', uid: uid(2), startsAt: '2026-07-17T03:00:00.000Z' },
    ]);
    // Files beside the text: no program may take one of them for the mail itself.
    expect(mail?.raw).toMatch(/^Content-Type: multipart\/mixed/m);
    expect(mail?.raw.match(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/gm)).toHaveLength(2);
    expect(mail?.raw.match(/^Content-Disposition: attachment/gm)).toHaveLength(2);
    expect(await remindersOf(member)).toEqual([
      { kind: 'registration-confirmed', state: 'sent', count: 2 },
      { kind: 'registration-waitlisted', state: 'sent', count: 1 },
      { kind: 'reminder-day-before', state: 'waiting', count: 2 },
      { kind: 'reminder-hour-before', state: 'waiting', count: 2 },
      { kind: 'reminder-ten-minutes-before', state: 'waiting', count: 2 },
    ]);
  });

  it('reads what waits for approval, and a title that one session has of its own', async () => {
    const series = await aSeries({}, { rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2' });
    await admin.patch(`/api/sessions/${idAt(series, 1)}`, { version: 1, title: 'Menabung emas' });
    await admin.put(`/api/sessions/${idAt(series, 1)}/registration-terms`, {
      ...{ version: 0, needsApproval: true, closesAt: null, unitIds: [], roles: [], prerequisites: [] },
      ...{ quotas: [], queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
    });
    await publishAll(series);
    const member = await aMember(app, home);
    await register(member, idAt(series, 1));
    await app.settle();
    const [mail, ...others] = mailsTo(member);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Pendaftaran Anda untuk seluruh seri: Menabung');
    expect(mail?.text).toContain('Menabung emas. Menunggu persetujuan pengurus.');
    expect(invitations(mail)).toHaveLength(1);
    const { body } = await admin.get<{ items: { id: string }[] }>(`/api/sessions/${idAt(series, 1)}/registrations`);
    const registrationIds = body.items.map(({ id }) => id);
    await admin.post(`/api/sessions/${idAt(series, 1)}/registrations/approvals`, { registrationIds });
    await app.settle();
    expect(mailsTo(member).map(({ subject }) => subject)).toEqual([
      'Pendaftaran Anda untuk seluruh seri: Menabung',
      'Pendaftaran disetujui: Menabung emas',
    ]);
  });

  it('is told once, whoever says it again; each session reminds and is cancelled by itself', async () => {
    const series = await aSeries();
    await publishAll(series);
    const member = await aMember(app, home);
    await Promise.all([register(member, idAt(series, 0)), register(member, idAt(series, 0))]);
    await app.settle();
    const told = { cooperativeId: home.id, seriesId: series.id, memberId: member.id, refused: [] };
    const outbox = app.server.app.get(Outbox, { strict: false });
    await app.db.transaction((tx) => outbox.appendMany(tx, 'series.joined', [told, told]));
    await register(member, idAt(series, 1));
    app.clock.advance({ minutes: 5 });
    await app.settle();
    const [joined] = mailsTo(member);
    expect(mailsTo(member)).toHaveLength(1);
    admin = await signedIn(app, planner);
    await admin.post(`/api/sessions/${idAt(series, 1)}/cancel`);
    app.clock.set('2026-07-02T03:00:00Z');
    await app.settle();
    const [, ...after] = mailsTo(member);
    expect(after.map(({ subject }) => subject).sort()).toEqual(['Pengingat: Menabung', 'Sesi dibatalkan: Menabung']);
    const cancelled = invitations(after.find(({ subject }) => subject.startsWith('Sesi')));
    const invited = invitations(joined).find(({ uid }) => uid?.includes(idAt(series, 1)) === true);
    expect(cancelled[0]).toMatchObject({ method: 'CANCEL', uid: invited?.uid, sequence: 1 });
  });

  it('reads it in English, and is listed in each session without an address', async () => {
    const series = await aSeries({
      delivery: 'onsite',
      venue: 'Balai Desa',
      onsiteCapacity: 5,
      protocol: 'Bring a mask',
    });
    await publishAll(series);
    const reader = await aMember(app, home, { language: 'en' });
    const silent = await aMember(app, home, { email: null });
    for (const { id: memberId } of [reader, silent]) {
      await admin.post(`/api/sessions/${idAt(series, 0)}/registrations`, { memberId });
    }
    await app.settle();
    expect(mailsTo(reader).map(({ subject }) => subject)).toEqual(['Your registration for the whole series: Menabung']);
    const { text = '' } = mailsTo(reader)[0] ?? {};
    expect(text.match(/Your seat is confirmed, at Balai Desa\./g)).toHaveLength(4);
    expect(text).toContain('Before you come: Bring a mask');
    expect(await remindersOf(silent)).toContainEqual({
      kind: 'registration-confirmed',
      state: 'unreachable',
      count: 4,
    });
  });
});

it('tells many that staff registers, each once', async () => {
  const [from, series] = [await aSeries({ title: 'Asal' }, { registration: 'each' }), await aSeries()];
  await publishAll(from);
  await publishAll(series);
  const members = [await aMember(app, home), await aMember(app, home)];
  for (const { id: memberId } of members) {
    await admin.post(`/api/sessions/${idAt(from, 0)}/registrations`, { memberId });
  }
  const { body } = await admin.get<{ items: { id: string }[] }>(`/api/sessions/${idAt(from, 0)}/registrations`);
  const registrationIds = body.items.map(({ id }) => id);
  const moved = await admin.post(`/api/sessions/${idAt(from, 0)}/registrations/moves`, {
    ...{ registrationIds, toSessionId: idAt(series, 0), reason: 'Penuh' },
  });
  expect(moved).toMatchObject({ status: 200, body: { confirmed: 2 } });
  await app.settle();
  for (const member of members) {
    expect(mailsTo(member).filter(({ subject }) => subject.endsWith('Menabung'))).toHaveLength(1);
  }
});

it('tells with one mail of all the dates that a series is given later, and of what nobody came back to tell', async () => {
  const series = await aSeries();
  await admin.post(`/api/sessions/${idAt(series, 0)}/publish`);
  const member = await aMember(app, home);
  await register(member, idAt(series, 0));
  await app.settle();
  expect(mailsTo(member)).toHaveLength(1);
  await publishAll(series);
  await app.settle();
  expect(mailsTo(member)).toHaveLength(1);
  app.clock.advance({ minutes: 1 });
  await app.settle();
  expect(mailsTo(member)).toHaveLength(2);
  expect(invitations(mailsTo(member)[1])).toHaveLength(4);
  expect(await remindersOf(member)).toContainEqual({ kind: 'registration-confirmed', state: 'sent', count: 4 });
});

it('tells why a date that came later did not take its member', async () => {
  const series = await aSeries();
  await admin.post(`/api/sessions/${idAt(series, 0)}/publish`);
  const member = await aMember(app, home);
  const left = await aMember(app, home);
  for (const one of [member, left]) await register(one, idAt(series, 0));
  await app.settle();
  await admin.put(`/api/sessions/${idAt(series, 1)}/registration-terms`, {
    ...{ version: 0, needsApproval: false, closesAt: null, unitIds: [], roles: ['supervisor'], prerequisites: [] },
    ...{ quotas: [], queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
  });
  app.mailbox.clear();
  expect((await admin.post(`/api/sessions/${idAt(series, 1)}/publish`)).status).toBeLessThan(300);
  await app.settle();
  await (await signedIn(app, left)).delete(`/api/sessions/${idAt(series, 0)}/registration`);
  app.clock.advance({ minutes: 1 });
  await app.settle();
  const [mail, ...others] = mailsTo(member);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('Pendaftaran Anda untuk seluruh seri: Menabung');
  expect(mail?.text).toContain('Anda tidak terdaftar pada sesi ini: Anda belum dapat mendaftar pada sesi ini.');
  expect(mailsTo(left).map(({ subject }) => subject)).toEqual(['Pendaftaran dibatalkan: Menabung']);
  app.clock.advance({ minutes: 5 });
  await app.settle();
  expect(mailsTo(member)).toHaveLength(1);
  expect(await app.db.sql('SELECT FROM series_refusals')).toEqual([]);
});

it('tells of each part by itself where a series was parted before it was told', async () => {
  const series = await aSeries();
  await admin.post(`/api/sessions/${idAt(series, 0)}/publish`);
  const member = await aMember(app, home);
  await register(member, idAt(series, 0));
  await publishAll(series);
  await app.settle();
  const { body } = await admin.get<{ version: number }>(`/api/series/${series.id}`);
  const parted = { version: body.version, scope: 'following', title: 'Menabung emas' };
  expect((await admin.patch(`/api/sessions/${idAt(series, 2)}/series`, parted)).status).toBe(200);
  app.clock.advance({ minutes: 1 });
  await app.settle();
  const [, ...parts] = mailsTo(member);
  expect(parts.map((mail) => [mail.subject, invitations(mail).length]).sort()).toEqual([
    ['Pendaftaran Anda untuk seluruh seri: Menabung emas', 2],
    ['Pendaftaran Anda untuk seluruh seri: Menabung', 2],
  ]);
  expect(await app.db.sql('SELECT FROM series_arrivals')).toEqual([]);
});
