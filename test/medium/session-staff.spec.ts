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
      ...{ memberIds: [facilitator.id, boss.id], times: [{ startsAt: inHours(from), endsAt: inHours(to) }] },
      ...(except ? { except: [except] } : {}),
    });
  expect((await ask(100.5, 102)).body).toMatchObject([{ sessionId: id, memberId: facilitator.id }]);
  expect((await ask(101, 102)).body).toEqual([]);
  expect((await ask(100.5, 102, id)).body).toEqual([]);
  await admin.post(`/api/sessions/${id}/cancel`);
  expect((await ask(100.5, 102)).body).toEqual([]);
});

it('warns of every date of a series, each said once', async () => {
  const [first, third] = [await draft([asHost()], 300), await draft([asHost()], 300 + 2 * 168)];
  const times = [0, 1, 2].map((week) => ({ startsAt: inHours(300 + week * 168), endsAt: inHours(301 + week * 168) }));
  const ask = (body: object) =>
    admin.post<{ sessionId: string; fields?: object[] }[]>('/api/planning/conflicts', {
      memberIds: [facilitator.id],
      ...body,
    });
  const found = await ask({ times });
  expect(found.body.map(({ sessionId }) => sessionId)).toEqual([first, third]);
  expect((await ask({ times: [...times, ...times], except: [first] })).body).toMatchObject([{ sessionId: third }]);
  expect((await ask({ times: [] })).body).toMatchObject({ fields: [{ path: 'times' }] });
  expect((await ask({ times: Array.from({ length: 105 }, () => times[0]) })).status).toBe(400);
});

describe('whoever is asked', () => {
  it('reads what else they have at that time: what they run, and where they have a place, on any date of a series', async () => {
    const mine = await draft([asHost()], 200);
    await answer(host, mine, 'accepted');
    const joined = await aSession(app, home, { title: 'Ikut saja', startsAt: new Date(inHours(200 + 168)) });
    expect((await host.post(`/api/sessions/${joined.id}/registration`)).status).toBe(200);
    const times = { startsAt: inHours(200.5), endsAt: inHours(201.5) };
    const session = { title: 'Seri baru', ...times, staff: [asHost()], zone: 'Asia/Jakarta' };
    const series = await admin.post<{ sessions: { id: string }[] }>('/api/series', {
      ...{ session, rrule: 'FREQ=WEEKLY;COUNT=3', registration: 'each' },
    });
    const [first, , last] = series.body.sessions;
    const conflicts = [
      { sessionId: mine, title: 'Menabung' },
      { sessionId: joined.id, title: 'Ikut saja' },
    ];
    expect((await host.get('/api/my/invitations')).body).toMatchObject([{ sessionId: first?.id, conflicts }]);
    // The answer is for all of it, wherever it is given.
    expect((await host.get(`/api/sessions/${last?.id ?? ''}`)).body).toMatchObject({ mine: { conflicts } });
    const free = await draft([asHost()], 900);
    const list = (await host.get<{ sessionId: string; conflicts: object[] }[]>('/api/my/invitations')).body;
    expect(list.find(({ sessionId }) => sessionId === free)?.conflicts).toEqual([]);
    await answer(host, first?.id ?? '', 'declined');
    await answer(host, free, 'declined');
  });
});

describe('stepping down', () => {
  const staffOf = async (id: string): Promise<string[]> =>
    (await admin.get<{ planning: { staff: { memberId: string }[] } }>(`/api/sessions/${id}`)).body.planning.staff.map(
      ({ memberId }) => memberId,
    );

  /** Published, with all of these as its hosts. */
  async function aPublished(...people: MemberRow[]): Promise<string> {
    const id = await draft(
      people.map((one) => ({ memberId: one.id, role: 'host' })),
      50,
    );
    for (const one of people) await answer(await signedIn(app, one), id, 'accepted');
    expect((await admin.post(`/api/sessions/${id}/publish`)).status).toBe(200);
    await app.settle();
    app.mailbox.clear();
    return id;
  }
  const another = () => aMember(app, home, { roles: ['member', 'facilitator'] });

  it('takes it out of the calendar, and tells whoever planned it and runs it, each once', async () => {
    const other = await another();
    const id = await aPublished(facilitator, other);
    expect((await host.get(`/api/sessions/${id}`)).body).toMatchObject({ mine: { role: 'host' } });
    expect((await answer(host, id, 'declined')).status).toBe(200);
    expect((await answer(host, id, 'declined')).status).toBe(404);
    await app.settle();
    for (const reader of [boss, other]) {
      const mails = app.mailbox.to(reader.email ?? '');
      expect(mails.map(({ subject }) => subject)).toEqual([`${facilitator.name} mundur dari tugas: Menabung`]);
      expect(mails[0]?.text).toContain('tidak lagi bertugas sebagai pemandu');
    }
    const own = app.mailbox.to(facilitator.email ?? '');
    expect(own.map((mail) => [mail.subject, calendarOf(mail)?.method])).toEqual([
      ['Anda tidak lagi bertugas: Menabung', 'CANCEL'],
    ]);
    expect(await staffOf(id)).toEqual([other.id]);
    expect((await host.get('/api/my/duties')).body).toEqual([]);
    expect((await host.get(`/api/sessions/${id}`)).body).toMatchObject({ mine: { role: null, canHost: false } });
    const [entry] = await app.db.sql<{ memberId: string }>(
      `SELECT actor_member_id AS "memberId" FROM audit_entries WHERE subject_id = $1 AND action = 'session.stepped-down'`,
      [id],
    );
    expect(entry?.memberId).toBe(facilitator.id);
  });

  it('is not for the last who runs what members know of, nor while it is on', async () => {
    const id = await aPublished(facilitator);
    const refused = await host.post<{ code: string; fields: object[] }>(`/api/sessions/${id}/invitation`, {
      answer: 'declined',
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'wrong-state']);
    expect(refused.body.fields).toMatchObject([{ path: 'staff', rule: 'last-host' }]);
    expect(JSON.stringify(refused.body.fields)).toMatch(/pengganti dahulu/);
    expect(await staffOf(id)).toEqual([facilitator.id]);
    await app.settle();
    expect(app.mailbox.mails).toEqual([]);
    const other = await another();
    const live = await aPublished(facilitator, other);
    await app.db.sql(`UPDATE sessions SET state = 'live' WHERE id = $1`, [live]);
    expect((await answer(host, live, 'declined')).status).toBe(409);
    await app.db.sql(`UPDATE sessions SET state = 'ended' WHERE id = $1`, [live]);
  });

  it('counts nobody who has left the cooperative', async () => {
    const [other, third] = [await another(), await another()];
    const id = await aPublished(facilitator, other);
    const empty = await draft([{ memberId: third.id, role: 'host' }], 50);
    await answer(await signedIn(app, third), empty, 'accepted');
    for (const one of [other, third]) {
      const left = await admin.patch(`/api/members/${one.id}`, { version: 1, status: 'keluar' });
      expect(left.status).toBe(200);
    }
    const refused = await host.post<{ fields: object[] }>(`/api/sessions/${id}/invitation`, { answer: 'declined' });
    expect([refused.status, refused.body.fields]).toMatchObject([409, [{ path: 'staff', rule: 'last-host' }]]);
    const unrun = await admin.post<{ fields: object[] }>(`/api/sessions/${empty}/publish`);
    expect([unrun.status, unrun.body.fields]).toMatchObject([409, [{ path: 'staff', rule: 'required' }]]);
    const shown = async () =>
      (await admin.get<{ facilitators: { memberId: string }[] }>(`/api/sessions/${id}`)).body.facilitators.map(
        ({ memberId }) => memberId,
      );
    expect(await shown()).toEqual([facilitator.id]);
    // What is over tells who ran it then.
    await app.db.sql(`UPDATE sessions SET state = 'ended' WHERE id = $1`, [id]);
    expect((await shown()).sort()).toEqual([facilitator.id, other.id].sort());
  });

  it('is free to everybody while it is a draft', async () => {
    const id = await draft([asHost()], 50);
    await answer(host, id, 'accepted');
    expect((await answer(host, id, 'declined')).status).toBe(200);
    expect(await staffOf(id)).toEqual([]);
  });

  it.each([
    ['one of two stays', 2, [200, 409]],
    ['both of three may go', 3, [200, 200]],
  ])('at the same moment: %s', async (_, hosts, expected) => {
    const people = await Promise.all(Array.from({ length: hosts }, another));
    const id = await aPublished(...people);
    const clients = await Promise.all(people.slice(0, 2).map((one) => signedIn(app, one)));
    const answers = await Promise.all(clients.map((client) => answer(client, id, 'declined')));
    expect(answers.map(({ status }) => status).sort()).toEqual(expected);
    expect(await staffOf(id)).toHaveLength(1);
  });
});
