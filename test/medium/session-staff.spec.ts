// Those who are asked to run a session: told, free to say no, and nobody before they have said yes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import type { ReceivedMail } from '../support/mailbox.js';

let app: TestApp;
let home: CooperativeRow;
let boss: MemberRow;
let admin: Client;
let facilitator: MemberRow;
let host: Client;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  home = await aCooperative(app);
  boss = await anAdmin(app, home, { name: 'Bu Ketua' });
  admin = await signedIn(app, boss);
});

beforeEach(async () => {
  app.mailbox.answer();
  app.mailbox.clear();
  facilitator = await aMember(app, home, { roles: ['member', 'facilitator'] });
  host = await signedIn(app, facilitator);
});

afterAll(async () => {
  await app.close();
});

const inHours = (hours: number): string => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();

async function draft(staff: object[], hours = 0.2): Promise<string> {
  const plan = { title: 'Menabung', startsAt: inHours(hours), endsAt: inHours(hours + 1), staff };
  const { status, body } = await admin.post<{ id: string }>('/api/sessions', plan);
  expect(status).toBe(201);
  return body.id;
}

const asHost = (): object => ({ memberId: facilitator.id, role: 'host' });
const answer = (client: Client, id: string, said: 'accepted' | 'declined') =>
  client.post<{ sessionId: string }[]>(`/api/sessions/${id}/invitation`, { answer: said });

/** The calendar file that came with it, as another program reads it. */
function calendarOf(mail: ReceivedMail | undefined) {
  const file = mail?.parsed.attachments.find(({ filename }) => filename?.endsWith('.ics'));
  if (!file) return undefined;
  const calendar = ICAL.Component.fromString(file.content.toString('utf8'));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const { uid, sequence } = event;
  return { method: calendar.getFirstPropertyValue('method'), uid, sequence, startsAt: event.startDate.toJSDate() };
}

/** What somebody was mailed since they were last asked about. */
async function news(member: MemberRow) {
  await app.settle();
  const mails = app.mailbox.to(member.email ?? '');
  app.mailbox.clear();
  return mails.map((mail) => ({ subject: mail.subject, text: mail.text, calendar: calendarOf(mail) }));
}

describe('who runs it', () => {
  it('has it in the calendar from the yes on: moved along, taken out, each told once', async () => {
    const id = await draft([asHost()], 50);
    await news(facilitator);
    await answer(host, id, 'accepted');
    await answer(host, id, 'accepted');
    const [yes, ...others] = await news(facilitator);
    expect(yes).toMatchObject({ subject: 'Anda bertugas sebagai pemandu: Menabung', calendar: { method: 'REQUEST' } });
    expect(others).toEqual([]);
    const startsAt = inHours(60);
    await admin.patch(`/api/sessions/${id}`, { version: 1, startsAt, endsAt: inHours(61) });
    const moved = await news(facilitator);
    expect(moved).toMatchObject([
      {
        subject: 'Jadwal tugas berubah: Menabung',
        calendar: { method: 'REQUEST', uid: yes?.calendar?.uid, sequence: 2, startsAt: new Date(startsAt) },
      },
    ]);
    await admin.patch(`/api/sessions/${id}`, { version: 2, title: 'Menabung lagi' });
    expect((await admin.post(`/api/sessions/${id}/publish`)).status).toBe(200);
    expect(await news(facilitator)).toEqual([]);
    await admin.patch(`/api/sessions/${id}`, { version: 4, delivery: 'onsite', venue: 'Aula' });
    const [elsewhere] = await news(facilitator);
    expect(elsewhere?.text).toContain('Aula (sebelumnya: virtual)');
    expect(elsewhere).toMatchObject({ calendar: { uid: yes?.calendar?.uid, sequence: 3 } });
    await admin.post(`/api/sessions/${id}/cancel`);
    expect(await news(facilitator)).toMatchObject([
      {
        subject: 'Tugas batal, sesi dibatalkan: Menabung lagi',
        calendar: { method: 'CANCEL', uid: yes?.calendar?.uid, sequence: 4 },
      },
    ]);
  });

  it('is told of being taken off, and has another event when asked again', async () => {
    const id = await draft([asHost()], 50);
    await answer(host, id, 'accepted');
    const yes = (await news(facilitator)).find(({ calendar }) => calendar !== undefined);
    await admin.patch(`/api/sessions/${id}`, { version: 1, staff: [] });
    expect(await news(facilitator)).toMatchObject([
      { subject: 'Anda tidak lagi bertugas: Menabung', calendar: { method: 'CANCEL', uid: yes?.calendar?.uid } },
    ]);
    app.clock.advance({ minutes: 1 });
    await admin.patch(`/api/sessions/${id}`, { version: 2, staff: [asHost()] });
    await answer(host, id, 'accepted');
    const again = (await news(facilitator)).find(({ calendar }) => calendar !== undefined);
    expect(again?.calendar?.method).toBe('REQUEST');
    expect(again?.calendar?.uid).not.toBe(yes?.calendar?.uid);
  });
});

describe('an invitation', () => {
  it('is mailed, stands on the first page, and makes a session publishable once it is accepted', async () => {
    const id = await draft([asHost()]);
    await app.settle();
    const [mail] = app.mailbox.to(facilitator.email ?? '');
    expect(mail?.subject).toBe('Bersediakah Anda menjadi pemandu? Menabung');
    expect(mail?.parsed.text).toContain('Bu Ketua mengundang Anda menjadi pemandu');
    expect((await host.get('/api/my/invitations')).body).toMatchObject([
      { sessionId: id, role: 'host', by: 'Bu Ketua' },
    ]);
    expect((await host.get(`/api/sessions/${id}`)).body).toMatchObject({ mine: { invitedAs: 'host', canHost: false } });
    const early = await admin.post<{ fields: object[] }>(`/api/sessions/${id}/publish`);
    expect(early).toMatchObject({ status: 409, body: { fields: [{ path: 'staff', rule: 'not-accepted' }] } });
    expect((await host.get('/api/my/duties')).body).toEqual([]);
    expect((await answer(host, id, 'accepted')).body).toEqual([]);
    expect((await host.get('/api/my/duties')).body).toMatchObject([{ sessionId: id, role: 'host', state: 'draft' }]);
    expect((await answer(host, id, 'accepted')).status).toBe(200);
    expect((await answer(host, id, 'declined')).status).toBe(409);
    expect((await admin.post(`/api/sessions/${id}/publish`)).status).toBe(200);
  });

  it('gives nobody the session before the yes', async () => {
    const id = await draft([asHost(), { memberId: boss.id, role: 'moderator' }]);
    expect((await admin.post(`/api/sessions/${id}/publish`)).status).toBe(200);
    expect((await host.post(`/api/sessions/${id}/go-live`)).status).toBe(403);
    expect((await host.get<{ items: object[] }>('/api/planning/sessions')).body.items).toEqual([]);
    expect((await host.get(`/api/sessions/${id}`)).body).toMatchObject({
      room: { canJoin: false },
      facilitators: [{ memberId: boss.id }],
    });
    await answer(host, id, 'accepted');
    expect((await host.post(`/api/sessions/${id}/go-live`)).status).toBe(200);
  });

  it('declined, takes the person off and tells whoever asked', async () => {
    const id = await draft([asHost()]);
    await answer(host, id, 'declined');
    await app.settle();
    expect(app.mailbox.to(boss.email ?? '').map(({ subject }) => subject)).toEqual([
      `${facilitator.name} tidak bersedia: Menabung`,
    ]);
    expect((await host.get(`/api/sessions/${id}`)).status).toBe(404);
    expect((await admin.get(`/api/sessions/${id}`)).body).toMatchObject({ planning: { staff: [] } });
  });

  it('is taken back with its mail, and comes anew when somebody is asked again', async () => {
    // The mail server is busy: what it put off must not come after all.
    app.mailbox.answer(() => ({ kind: 'refuse', code: 451, at: 'rcpt' }));
    const id = await draft([asHost()], 50);
    await app.settle();
    await admin.patch(`/api/sessions/${id}`, { version: 1, staff: [] });
    app.mailbox.answer();
    app.clock.advance({ minutes: 2 });
    await app.settle();
    expect(app.mailbox.to(facilitator.email ?? '')).toEqual([]);
    await admin.patch(`/api/sessions/${id}`, { version: 2, staff: [asHost()] });
    await admin.patch(`/api/sessions/${id}`, { version: 3, staff: [asHost()] });
    await app.settle();
    expect(app.mailbox.to(facilitator.email ?? '')).toHaveLength(1);
  });

  it('is nothing to whoever was not asked', async () => {
    const id = await draft([{ memberId: boss.id, role: 'host' }]);
    await admin.post(`/api/sessions/${id}/publish`);
    expect((await answer(host, id, 'accepted')).status).toBe(404);
  });
});

it('keeps somebody who said yes, once members know of the session', async () => {
  const id = await draft([{ memberId: boss.id, role: 'host' }]);
  await admin.post(`/api/sessions/${id}/publish`);
  const swap = await admin.patch(`/api/sessions/${id}`, { version: 2, staff: [asHost()] });
  expect(swap).toMatchObject({ status: 400, body: { fields: [{ path: 'staff', rule: 'not-accepted' }] } });
  expect((await admin.get(`/api/sessions/${id}`)).body).toMatchObject({ planning: { staff: [{ memberId: boss.id }] } });
});

it('lets a plain member moderate one session', async () => {
  const member = await aMember(app, home);
  const moderator = await signedIn(app, member);
  const id = await draft([asHost(), { memberId: member.id, role: 'moderator' }]);
  await answer(moderator, id, 'accepted');
  await admin.post(`/api/sessions/${id}/publish`);
  const other = await aSession(app, home, { startsAt: new Date(inHours(0.1)) }, { host: facilitator });
  expect((await moderator.post(`/api/sessions/${other.id}/go-live`)).status).toBe(403);
  expect((await moderator.post(`/api/sessions/${id}/go-live`)).status).toBe(200);
  expect((await moderator.post(`/api/sessions/${id}/end`)).status).toBe(200);
});

it('warns of people who have another session at that time', async () => {
  const id = await draft([asHost()], 100);
  const ask = (from: number, to: number, except?: string) =>
    admin.post<{ sessionId: string; memberId: string }[]>('/api/planning/conflicts', {
      ...{ memberIds: [facilitator.id, boss.id], startsAt: inHours(from), endsAt: inHours(to) },
      ...(except ? { except } : {}),
    });
  expect((await ask(100.5, 102)).body).toMatchObject([{ sessionId: id, memberId: facilitator.id }]);
  expect((await ask(101, 102)).body).toEqual([]);
  expect((await ask(100.5, 102, id)).body).toEqual([]);
  await admin.post(`/api/sessions/${id}/cancel`);
  expect((await ask(100.5, 102)).body).toEqual([]);
});
