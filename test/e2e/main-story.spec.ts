// The main job, end to end, through HTTP, sockets and a real SMTP server: from a roster in a spreadsheet to hours in a record.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody, type Client } from '../factories/auth.js';
import { bootApp, type TestApp } from '../support/app.js';
import type { RoomClient } from '../support/room-client.js';
import { ADMIN_EMAIL, enterRoom, foundCooperative, invitationIn, signInByMail, type Actor } from '../support/story.js';

const TITLE = 'Menabung, lalu investasi';
/** 10.00 WIB, three days after the story begins. */
const STARTS_AT = new Date('2026-07-04T03:00:00Z');

interface Member {
  id: string;
  number: string;
  name: string;
  email: string;
  version: number;
}
interface Registered {
  id: string;
  state: string;
  place: number | null;
}
interface Verdict {
  memberId: string;
  verdict: string;
  countedSeconds: number;
  broadcastSeconds: number;
  source: string;
}

let app: TestApp;
let admin: Client;
let facilitator: Actor;
let people: Actor[];

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
});

afterAll(async () => {
  await app.close();
});

/** What a page of a list says, all pages of it. */
async function all<Item>(client: Client, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: { body: { items: Item[]; nextCursor: string | null } } = await client.get(`${path}?limit=100${from}`);
    items.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return items;
}

function nth<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no number ${String(index)}`);
  return item;
}

/** The story's clock, in minutes and seconds after the planned start. */
function at(minutes: number, seconds = 0): void {
  app.clock.set(new Date(STARTS_AT.getTime() + (minutes * 60 + seconds) * 1_000));
}

async function published(session: object): Promise<string> {
  const { body } = await admin.post<{ id: string }>('/api/sessions', session);
  expect((await admin.post(`/api/sessions/${body.id}/publish`)).status).toBe(409);
  const invited = await facilitator.client.post(`/api/sessions/${body.id}/invitation`, { answer: 'accepted' });
  expect(invited.status).toBe(200);
  expect((await admin.post(`/api/sessions/${body.id}/publish`)).status).toBe(200);
  return body.id;
}

const subjectsTo = (who: Actor | undefined): string[] => {
  return app.mailbox.to(who?.email ?? '').map((mail) => mail.subject);
};

describe('the main story', () => {
  let sessionId: string;
  let seated: Actor[];
  let waiting: Actor[];

  it('begins with a roster of 60 members in a spreadsheet', async () => {
    admin = await foundCooperative(app);
    const lines = Array.from({ length: 60 }, (_, index) => {
      const n = String(index + 1).padStart(3, '0');
      return `A-${n};Anggota ${n};anggota${n}@maju.example;Unit ${index % 3}`;
    });
    const form = new FormData();
    form.append('file', new Blob([['No. Anggota;Nama Lengkap;Surel;Cabang', ...lines].join('\r\n')]), 'anggota.csv');
    const uploaded = await admin.fetch('/api/roster-imports', { method: 'POST', body: form });
    const { id, suggested } = (await uploaded.json()) as { id: string; suggested: object };
    await admin.post(`/api/roster-imports/${id}/dry-run`, { mapping: suggested });
    await app.settle();
    expect((await admin.get(`/api/roster-imports/${id}`)).body).toMatchObject({ counts: { new: 60, bad: 0 } });
    await admin.post(`/api/roster-imports/${id}/apply`, { mode: 'all' });
    await app.settle();

    const members = (await all<Member>(admin, '/api/members')).filter((member) => member.number.startsWith('A-'));
    expect(members).toHaveLength(60);
    const actors = members.map((member): Actor => ({ ...member, client: nobody(app) }));
    [facilitator, people] = [nth(actors, 0), actors.slice(1)];
    const version = members[0]?.version;
    const promoted = await admin.patch(`/api/members/${facilitator.id}`, { version, roles: ['member', 'facilitator'] });
    expect(promoted.status).toBe(200);
    await signInByMail(app, [facilitator, ...people.slice(0, 30)]);
  });

  it('schedules a session with 20 seats: of 30 who register at once, 20 sit and 10 queue in order', async () => {
    sessionId = await published({
      ...{ title: TITLE, topic: 'Perencanaan keuangan', description: 'Mulai dari **dana darurat**.' },
      ...{ startsAt: STARTS_AT, endsAt: new Date(STARTS_AT.getTime() + 3_600_000), capacity: 20 },
      stage: { kind: 'embed', url: 'https://meet.jit.si/maju-bersama' },
      staff: [{ memberId: facilitator.id, role: 'host' }],
    });
    const crowd = people.slice(0, 30);
    const answers = await Promise.all(
      crowd.map(({ client }) => client.post<Registered>(`/api/sessions/${sessionId}/registration`)),
    );
    const outcomes = answers.map((answer, index) => ({ ...answer.body, actor: nth(crowd, index) }));
    seated = outcomes.filter((one) => one.state === 'confirmed').map((one) => one.actor);
    const queue = outcomes.filter((one) => one.state === 'waitlisted').sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
    waiting = queue.map((one) => one.actor);
    expect(seated).toHaveLength(20);
    expect(queue.map((one) => one.place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    await app.settle();
    for (const who of seated) {
      expect(subjectsTo(who)).toContain(`Anda terdaftar: ${TITLE}`);
      expect(invitationIn(app.mailbox.to(who.email).at(-1))).toMatchObject({ method: 'REQUEST', startsAt: STARTS_AT });
    }
    for (const who of waiting) expect(subjectsTo(who).at(-1)).toBe(`Anda masuk daftar tunggu: ${TITLE}`);
  });

  it('gives a seat that somebody cancels to the first in the queue, at once', async () => {
    const [leaving, first] = [nth(seated.splice(-1), 0), nth(waiting.splice(0, 1), 0)];
    expect((await leaving.client.delete(`/api/sessions/${sessionId}/registration`)).status).toBe(204);
    await app.settle();
    const registration = (who: Actor) => who.client.get<Registered>(`/api/sessions/${sessionId}/registration`);
    expect((await registration(first)).body).toMatchObject({ state: 'confirmed', place: null });
    expect((await registration(leaving)).status).toBe(404);
    const places = await Promise.all(waiting.map(async (who) => (await registration(who)).body.place));
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(subjectsTo(first).at(-1)).toBe(`Anda mendapat tempat: ${TITLE}`);
    expect(invitationIn(app.mailbox.to(first.email).at(-1))).toMatchObject({ method: 'REQUEST' });
    seated.push(first);
  });

  it('reminds those with a seat a day before, with an invitation, and nobody in the queue', async () => {
    app.mailbox.clear();
    at(-24 * 60);
    await app.settle();
    expect(app.mailbox.mails.map((mail) => mail.to).sort()).toEqual(seated.map((who) => who.email).sort());
    for (const mail of app.mailbox.mails) {
      expect(mail.subject).toBe(`Pengingat: ${TITLE}`);
      expect(invitationIn(mail)).toMatchObject({ method: 'REQUEST', sequence: 0, startsAt: STARTS_AT });
    }
  });

  it('is held: 15 come, one on two devices, one drops and returns, and nothing said is lost', async () => {
    const rooms = new Map<Actor, RoomClient>();
    const enter = async (who: Actor): Promise<RoomClient> => {
      const room = await enterRoom(app, who, sessionId);
      rooms.set(who, room);
      return room;
    };
    const [present, others] = [seated.slice(0, 10), seated.slice(10, 15)];
    const [onTwo, drops, late, tooLate, pauses] = [0, 1, 2, 3, 4].map((n) => nth(others, n)) as [
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    at(-10);
    await app.settle();
    const host = await enter(facilitator);
    const here = (count: number) => host.until((one) => one.count === count);
    at(-5);
    for (const who of present) await enter(who);
    const phone = await enter(onTwo);
    await enter(drops);
    await here(13);
    await expect(enterRoom(app, nth(waiting, 0), sessionId)).rejects.toThrow('forbidden');

    at(0);
    expect((await facilitator.client.post(`/api/sessions/${sessionId}/go-live`)).status).toBe(200);
    await enter(pauses);
    await here(14);
    await host.post('Selamat datang.');
    at(10);
    // What was heard last is when a line that breaks without a word was last there.
    await rooms.get(drops)?.post('Sinyal saya lemah.');
    rooms.get(drops)?.cut();
    await rooms.get(pauses)?.leave();
    await here(12);
    await rooms.get(nth(present, 0))?.post('Berapa dana darurat yang cukup?');
    await host.post('Enam kali pengeluaran sebulan.');
    at(12);
    expect((await rooms.get(drops)?.enter())?.mode).toBe('gap');
    at(14);
    await rooms.get(pauses)?.join();
    await here(14);
    at(18);
    await enter(late);
    at(18, 1);
    await enter(tooLate);
    at(20);
    const laptop = await enterRoom(app, onTwo, sessionId);
    at(30);
    phone.close();
    await here(16);
    const names = await all<{ name: string }>(facilitator.client, `/api/sessions/${sessionId}/room/people`);
    expect(names).toHaveLength(16);
    await laptop.post('Terima kasih.');

    at(60);
    expect((await facilitator.client.post(`/api/sessions/${sessionId}/end`)).status).toBe(200);
    rooms.set(onTwo, laptop);
    const texts = [
      'Selamat datang.',
      'Sinyal saya lemah.',
      'Berapa dana darurat yang cukup?',
      'Enam kali pengeluaran sebulan.',
      'Terima kasih.',
    ];
    for (const room of rooms.values()) {
      await room.until((one) => one.shown.at(-1)?.kind === 'session.changed' && one.texts.length === texts.length);
      expect(room.texts).toEqual(texts);
      // The first is that it went live: whoever came after that found it so.
      const told = room.shown.map((event) => event.seq).filter((seq) => seq > 1);
      expect(told).toEqual([2, 3, 4, 5, 6, 7]);
    }
    for (const room of rooms.values()) room.close();
    await app.settle();
  });

  it('ends in verdicts to the second, once the end cannot be taken back', async () => {
    const path = `/api/sessions/${sessionId}/attendance`;
    at(70);
    await app.settle();
    expect(await all<Verdict>(facilitator.client, path)).toEqual([]);
    at(70, 1);
    await app.settle();
    const verdicts = new Map((await all<Verdict>(facilitator.client, path)).map((one) => [one.memberId, one]));
    const expected = seated.map((_, index) => {
      if (index < 12) return ['present', 3600];
      if (index === 12) return ['present', 2520];
      if (index === 13) return ['partial', 2519];
      return index === 14 ? ['present', 3360] : ['absent', 0];
    });
    const found = seated.map((who) => [verdicts.get(who.id)?.verdict, verdicts.get(who.id)?.countedSeconds]);
    expect(found).toEqual(expected);
    expect(verdicts.size).toBe(20);
    expect(new Set([...verdicts.values()].map((one) => one.broadcastSeconds))).toEqual(new Set([3600]));
    expect((await nth(seated, 13).client.get(`${path}/mine`)).body).toMatchObject({
      verdict: 'partial',
      spans: [{ from: '2026-07-04T03:18:01.000Z', to: '2026-07-04T04:00:00.000Z' }],
    });
  });

  it('stands in the ledger and in everybody’s record', async () => {
    const minutes = seated.map((_, index) => (index < 12 ? 60 : index === 12 ? 42 : index === 14 ? 56 : 0));
    for (const [index, who] of seated.entries()) {
      const { body } = await who.client.get<{ years: unknown[] }>('/api/my/record');
      const sessions = minutes[index] === 0 ? 0 : 1;
      expect(body).toMatchObject({ sessions, minutes: minutes[index] });
      const topics = [{ topic: 'Perencanaan keuangan', sessions, minutes: minutes[index] }];
      expect(body.years).toMatchObject(sessions === 0 ? [] : [{ year: 2026, minutes: minutes[index], topics }]);
      const ledger = await all<{ quantity: number }>(who.client, '/api/my/ledger');
      expect(ledger.map((entry) => entry.quantity)).toEqual(sessions === 0 ? [] : [minutes[index]]);
    }
    admin = nobody(app);
    await signInByMail(app, [{ id: '', name: '', email: ADMIN_EMAIL, client: admin }]);
    expect((await admin.get('/api/ledger/verification')).body).toMatchObject({ isSound: true, entries: 14 });
  });

  it('is followed up by verdict', async () => {
    app.mailbox.clear();
    at(90);
    await app.settle();
    for (const [index, who] of seated.entries()) {
      const wasPresent = index < 13 || index === 14;
      expect(subjectsTo(who)).toEqual([
        wasPresent ? `Terima kasih sudah hadir: ${TITLE}` : `Kami merindukan Anda: ${TITLE}`,
      ]);
    }
    expect(app.mailbox.mails).toHaveLength(20);
  });
});

describe('where the stage is a link to another app', () => {
  it('the verdict waits for evidence until staff decide by hand, with a reason', async () => {
    const [came, never] = people as [Actor, Actor];
    const startsAt = new Date(app.clock.now().getTime() + 3_600_000);
    const sessionId = await published({
      ...{ title: 'Investasi reksa dana', startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) },
      stage: { kind: 'link', url: 'https://zoom.us/j/123456789' },
      staff: [{ memberId: facilitator.id, role: 'host' }],
    });
    for (const { client } of [came, never]) await client.post(`/api/sessions/${sessionId}/registration`);
    app.clock.set(startsAt);
    const { client: host } = facilitator;
    await host.post(`/api/sessions/${sessionId}/go-live`);
    const room = await enterRoom(app, came, sessionId);
    app.clock.advance({ minutes: 60 });
    await host.post(`/api/sessions/${sessionId}/end`);
    room.close();
    await app.settle();
    app.mailbox.clear();
    app.clock.advance({ minutes: 31 });
    await app.settle();
    const verdict = async (who: Actor): Promise<unknown> =>
      (await who.client.get(`/api/sessions/${sessionId}/attendance/mine`)).body;
    expect(await verdict(came)).toMatchObject({ verdict: 'awaiting-evidence', source: 'measured' });
    expect(await verdict(never)).toMatchObject({ verdict: 'awaiting-evidence', source: 'measured' });
    expect([...subjectsTo(came), ...subjectsTo(never)]).toEqual([]);

    const before = (await came.client.get<{ minutes: number }>('/api/my/record')).body.minutes;
    const path = `/api/sessions/${sessionId}/attendance/${came.id}`;
    expect((await host.put(path, { verdict: 'present' })).body.code).toBe('invalid-input');
    expect((await host.put(path, { verdict: 'present', reason: 'Ada di laporan Zoom' })).status).toBe(204);
    await app.settle();
    expect(await verdict(came)).toMatchObject({ verdict: 'present', source: 'manual', reason: 'Ada di laporan Zoom' });
    expect((await came.client.get('/api/my/record')).body).toMatchObject({ minutes: before + 60 });
    expect(subjectsTo(came)).toEqual(['Terima kasih sudah hadir: Investasi reksa dana']);

    const absent = { verdict: 'absent', reason: 'Tidak ada di laporan Zoom' };
    expect((await host.put(`/api/sessions/${sessionId}/attendance/${never.id}`, absent)).status).toBe(204);
    await app.settle();
    expect(subjectsTo(never)).toEqual(['Kami merindukan Anda: Investasi reksa dana']);
  });
});
