// What members put into their own calendars: the file of one session and the feed of all, read back by another parser.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { bootApp, type TestApp } from '../support/app.js';
import { nobody, signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

interface Address {
  url: string;
  webcalUrl: string;
}

let app: TestApp;
let cooperative: CooperativeRow;
let admin: Client;
let member: MemberRow;
let client: Client;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  cooperative = await aCooperative(app, { name: 'Koperasi Maju' });
  admin = await signedIn(app, await anAdmin(app, cooperative));
  member = await aMember(app, cooperative);
  client = await signedIn(app, member);
});

afterAll(async () => {
  await app.close();
});

function read(text: string) {
  const calendar = ICAL.Component.fromString(text);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents('vevent').map((vevent) => {
    const event = new ICAL.Event(vevent);
    const { uid, sequence, summary, location } = event;
    const status = vevent.getFirstPropertyValue('status');
    return { uid, sequence, summary, location, status, startsAt: event.startDate.toJSDate() };
  });
  return { calendar, events, method: calendar.getFirstPropertyValue('method') };
}

async function download(session: SessionRow): Promise<ReturnType<typeof read>> {
  const response = await client.fetch(`/api/sessions/${session.id}/calendar.ics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  return read(await response.text());
}

/** The SEQUENCE of every invitation the member was mailed about this session, in order. */
function mailed(session: SessionRow): number[] {
  return app.mailbox.to(member.email ?? '').flatMap(({ parsed }) =>
    parsed.attachments
      .filter(({ filename }) => filename === 'undangan.ics')
      .flatMap(({ content }) => read(content.toString('utf8')).events)
      .filter(({ uid }) => uid.includes(session.id))
      .map(({ sequence }) => sequence),
  );
}

const path = (session: SessionRow): string => `/api/sessions/${session.id}/registration`;
const inHours = (hours: number): string => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();

describe('the file of a session', () => {
  it('goes into a calendar, and out of it when it is cancelled', async () => {
    const session = await aSession(app, cooperative, { title: 'Menabung; lalu, investasi', zone: 'Asia/Makassar' });
    const { method, events } = await download(session);
    expect(method).toBe('PUBLISH');
    expect(events).toMatchObject([{ summary: 'Menabung; lalu, investasi', startsAt: session.startsAt }]);
    expect(events[0]?.location).toMatch(`/sesi/${session.id}`);
    await admin.post(`/api/sessions/${session.id}/cancel`);
    const cancelled = await download(session);
    expect(cancelled.method).toBe('CANCEL');
    expect(cancelled.events).toMatchObject([{ status: 'CANCELLED', sequence: 1, uid: events[0]?.uid }]);
  });

  it('says where people meet, on one line', async () => {
    const session = await aSession(app, cooperative);
    await app.db.sql(`UPDATE sessions SET delivery = 'hybrid', venue = $2 WHERE id = $1`, [
      session.id,
      'Aula Koperasi\nJl. Merdeka 1',
    ]);
    expect((await download(session)).events[0]?.location).toBe('Aula Koperasi, Jl. Merdeka 1');
  });

  it('sends whoever comes by phone to the page, and whoever comes to the venue there', async () => {
    const session = await aSession(app, cooperative, { delivery: 'hybrid', onsiteCapacity: 9, venue: 'Aula Koperasi' });
    const places = async (mode: string): Promise<string[]> => {
      const mails = app.mailbox.to(member.email ?? '').length;
      expect((await client.post(path(session), { mode })).status).toBe(200);
      await app.settle();
      const [mail] = app.mailbox.to(member.email ?? '').slice(mails);
      const { body } = await client.post<Address>('/api/my/calendar-feed');
      const feed = read(await (await nobody(app).fetch(new URL(body.url).pathname)).text());
      const invited = read(mail?.parsed.attachments[0]?.content.toString('utf8') ?? '');
      const all = [...invited.events, ...(await download(session)).events, ...feed.events];
      return all.filter(({ uid }) => uid.includes(session.id)).map(({ location }) => location);
    };
    const page = expect.stringMatching(`/sesi/${session.id}$`);
    expect(await places('virtual')).toEqual([page, page, page]);
    await client.delete(path(session));
    await app.settle();
    expect(await places('onsite')).toEqual(['Aula Koperasi', 'Aula Koperasi', 'Aula Koperasi']);
  });

  it('follows whoever goes from the phone to the venue and back, each time as something newer', async () => {
    const session = await aSession(app, cooperative, { delivery: 'hybrid', onsiteCapacity: 9, venue: 'Aula Koperasi' });
    await client.post(path(session), { mode: 'virtual' });
    await app.settle();
    const seen: [string, number, string][] = [];
    for (const mode of ['onsite', 'virtual', 'virtual', 'onsite']) {
      app.clock.advance({ minutes: 1 });
      const before = app.mailbox.to(member.email ?? '').length;
      expect((await client.patch(path(session), { mode })).status).toBe(200);
      await app.settle();
      for (const mail of app.mailbox.to(member.email ?? '').slice(before)) {
        const { method, events } = read(mail.parsed.attachments[0]?.content.toString('utf8') ?? '');
        const [event] = events;
        expect([method, mail.subject]).toEqual(['REQUEST', `Cara Anda ikut berubah: ${session.title}`]);
        expect(event).toMatchObject((await download(session)).events[0] ?? {});
        seen.push([mode, event?.sequence ?? -1, event?.location.startsWith('Aula') === true ? 'there' : 'page']);
      }
    }
    // Choosing what one has is no change.
    expect(seen).toEqual([
      ['onsite', 1, 'there'],
      ['virtual', 2, 'page'],
      ['onsite', 3, 'there'],
    ]);
    app.clock.advance({ minutes: 1 });
    await client.delete(path(session));
    await app.settle();
    await client.post(path(session), { mode: 'virtual' });
    await app.settle();
    expect(mailed(session)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is never older than what the member was mailed, whatever happened before', async () => {
    const session = await aSession(app, cooperative);
    const notBehind = async (): Promise<number> => {
      await app.settle();
      const sequence = (await download(session)).events[0]?.sequence ?? -1;
      expect(sequence).toBeGreaterThanOrEqual(Math.max(...mailed(session)));
      return sequence;
    };
    const seen: number[] = [];
    const steps = [
      () => client.post(path(session)),
      () => client.delete(path(session)),
      () => client.post(path(session)),
      () => admin.patch(`/api/sessions/${session.id}`, { version: 1, startsAt: inHours(50), endsAt: inHours(51) }),
      () => client.delete(path(session)),
      () => client.post(path(session)),
      () => admin.post(`/api/sessions/${session.id}/cancel`),
    ];
    for (const step of steps) {
      app.clock.advance({ minutes: 1 });
      expect((await step()).status).toBeLessThan(300);
      seen.push(await notBehind());
    }
    expect(seen).toEqual([0, 2, 2, 3, 5, 5, 6]);
    expect(mailed(session)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('what a member runs', () => {
  it('is one event, by one name, in the mails about it, in its file and in the feed', async () => {
    const host = await aMember(app, cooperative, { roles: ['member', 'facilitator'] });
    const runner = await signedIn(app, host);
    const session = await aSession(app, cooperative, { title: 'Dipandu sendiri', state: 'draft' });
    const staff = [{ memberId: host.id, role: 'host' }];
    const edit = async (version: number, patch: object): Promise<void> => {
      expect((await admin.patch(`/api/sessions/${session.id}`, { version, ...patch })).status).toBe(200);
    };
    await edit(1, { staff });
    await runner.post(`/api/sessions/${session.id}/invitation`, { answer: 'accepted' });
    expect((await admin.post(`/api/sessions/${session.id}/publish`)).status).toBe(200);
    const { body } = await runner.post<Address>('/api/my/calendar-feed');
    const allNames = async () => {
      await app.settle();
      const mails = app.mailbox
        .to(host.email ?? '')
        .flatMap(({ parsed }) =>
          parsed.attachments
            .filter(({ filename }) => filename === 'undangan.ics')
            .flatMap(({ content }) => read(content.toString('utf8')).events),
        );
      const file = read(await (await runner.fetch(`/api/sessions/${session.id}/calendar.ics`)).text());
      const feed = read(await (await nobody(app).fetch(new URL(body.url).pathname)).text());
      const last = [mails.at(-1), file.events[0], feed.events[0]];
      return { uids: new Set(last.map((one) => one?.uid)), sequences: last.map((one) => one?.sequence) };
    };
    const first = await allNames();
    expect([first.uids.size, first.sequences]).toEqual([1, [1, 1, 1]]);
    await edit(3, { startsAt: inHours(60), endsAt: inHours(61) });
    const moved = await allNames();
    expect(moved).toEqual({ uids: first.uids, sequences: [2, 2, 2] });
    // Who has no address is mailed nothing; the file they save must be newer than the one before all the same.
    await app.db.sql('UPDATE members SET email = NULL WHERE id = $1', [host.id]);
    await edit(4, { startsAt: inHours(62), endsAt: inHours(63) });
    expect((await allNames()).sequences).toEqual([2, 3, 3]);
  });
});

describe('the private feed', () => {
  const fileOf = (address: Address): string => new URL(address.url).pathname;
  const make = async (): Promise<Address> => {
    const { status, body } = await client.post<Address>('/api/my/calendar-feed');
    expect(status).toBe(201);
    return body;
  };

  it('holds the seats of one member, past and coming, and what was cancelled, for whoever has the address', async () => {
    const [coming, gone, cancelled, waiting, givenUp] = await Promise.all(
      ['Datang', 'Lalu', 'Batal', 'Antre', 'Lepas'].map((title) => aSession(app, cooperative, { title, capacity: 1 })),
    );
    if (!coming || !gone || !cancelled || !waiting || !givenUp) throw new Error('There are five');
    const other = await signedIn(app, await aMember(app, cooperative));
    await other.post(path(waiting));
    for (const session of [coming, gone, cancelled, waiting, givenUp]) await client.post(path(session));
    await client.delete(path(givenUp));
    await admin.post(`/api/sessions/${cancelled.id}/cancel`);
    await app.db.sql(`UPDATE sessions SET starts_at = $2, ends_at = $2, state = 'ended' WHERE id = $1`, [
      gone.id,
      inHours(-24 * 30),
    ]);
    const long = await aSession(app, cooperative, { title: 'Lama sekali' });
    await client.post(path(long));
    await app.db.sql(`UPDATE sessions SET starts_at = $2, ends_at = $2, state = 'ended' WHERE id = $1`, [
      long.id,
      inHours(-24 * 91),
    ]);
    const address = await make();
    expect(address.webcalUrl).toBe(address.url.replace(/^https?/, 'webcal'));
    const response = await nobody(app).fetch(fileOf(address));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const { calendar, events, method } = read(await response.text());
    expect(method).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Sinau: Koperasi Maju');
    const told = new Map(events.map((event) => [event.summary, event]));
    expect(told.get('Datang')).toMatchObject({ status: 'CONFIRMED', sequence: 0, startsAt: coming.startsAt });
    expect(told.get('Lalu')).toMatchObject({ status: 'CONFIRMED' });
    expect(told.get('Batal')).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    for (const title of ['Antre', 'Lepas', 'Lama sekali']) expect(told.has(title)).toBe(false);
    expect(told.get('Datang')?.uid).toBe((await download(coming)).events[0]?.uid);
  });

  it('holds what the member runs, once they have said yes, and as long as they do', async () => {
    const draft = await aSession(app, cooperative, { title: 'Rancangan', state: 'draft' });
    const asked = await aSession(app, cooperative, { title: 'Dipandu' });
    for (const session of [draft, asked]) {
      await app.db.sql(
        `INSERT INTO session_staff (session_id, member_id, role, state) VALUES ($1, $2, 'host', 'invited')`,
        [session.id, member.id],
      );
    }
    const file = fileOf(await make());
    const titles = async (): Promise<string[]> =>
      read(await (await nobody(app).fetch(file)).text())
        .events.map(({ summary }) => summary)
        .filter((title) => ['Rancangan', 'Dipandu'].includes(title));
    expect(await titles()).toEqual([]);
    for (const { id } of [draft, asked]) {
      expect((await client.post(`/api/sessions/${id}/invitation`, { answer: 'accepted' })).status).toBeLessThan(300);
    }
    expect(await titles()).toEqual(['Dipandu']);
    // Who also took a seat has it once.
    await client.post(path(asked));
    expect(await titles()).toEqual(['Dipandu']);
    await client.delete(path(asked));
    expect(await titles()).toEqual(['Dipandu']);
  });

  it('answers 304 to whoever knows it, until something changes', async () => {
    const file = fileOf(await make());
    const first = await nobody(app).fetch(file);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^".{43}"$/);
    app.clock.advance({ minutes: 5 });
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const again = await nobody(app).fetch(file, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    await client.post(path(await aSession(app, cooperative)));
    const changed = await nobody(app).fetch(file, { headers: { 'if-none-match': tag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  it('ends with a new address, with its revoking, and with leaving the cooperative', async () => {
    const status = async (address: Address): Promise<number> => (await nobody(app).fetch(fileOf(address))).status;
    const first = await make();
    const second = await make();
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    await app.db.sql(`UPDATE members SET status = 'keluar' WHERE id = $1`, [member.id]);
    expect(await status(second)).toBe(404);
    await app.db.sql(`UPDATE members SET status = 'aktif' WHERE id = $1`, [member.id]);
    expect(await status(second)).toBe(200);
    expect((await client.delete('/api/my/calendar-feed')).status).toBe(204);
    expect(await status(second)).toBe(404);
    expect((await client.get('/api/my/calendar-feed')).body).toEqual({ feed: null });
  });

  it('keeps no secret, shows it once, and says when a calendar last asked', async () => {
    const { url } = await make();
    const secret = /([\w-]{43})\.ics$/.exec(url)?.[1] ?? '';
    const rows = await app.db.sql<{ row: string }>('SELECT f::text AS row FROM calendar_feeds f');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const state = (): Promise<{ body: unknown }> => client.get('/api/my/calendar-feed');
    const createdAt = app.clock.now().toISOString();
    expect((await state()).body).toEqual({ feed: { createdAt, lastReadAt: null } });
    app.clock.advance({ minutes: 1 });
    const readAt = app.clock.now().toISOString();
    await nobody(app).fetch(new URL(url).pathname);
    app.clock.advance({ minutes: 30 });
    await nobody(app).fetch(new URL(url).pathname);
    expect((await state()).body).toEqual({ feed: { createdAt, lastReadAt: readAt } });
  });

  it.each(['x.ics', 'x', 'a'.repeat(43), `${'a'.repeat(43)}.ics`, '%00.ics', '..%2f..%2fetc.ics'])(
    'knows nothing of %s',
    async (file) => {
      expect([400, 404]).toContain((await nobody(app).fetch(`/api/calendar-feeds/${file}`)).status);
    },
  );
});
