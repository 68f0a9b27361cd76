// A speaker from outside, through HTTP and sockets: let into one session by a link, at home in its room, and nowhere else.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoomCommand } from '../../src/contracts/room-protocol.js';
import type { ChatMessage } from '../../src/contracts/room-chat.js';
import { newId } from '../../src/platform/ids.js';
import { aBrowser, nobody, signedIn, type Client } from '../factories/auth.js';
import { aRoom as seeded, somePeople, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { connect, RoomClient } from '../support/room-client.js';
import { COMMANDS, ROUTES } from '../support/route-table.js';
import { aPlace, pathIn } from '../support/world.js';

interface Link {
  id: string;
  name: string;
  url: string;
}

let app: TestApp;
const open: { close(): void }[] = [];

beforeAll(async () => {
  app = await bootApp();
});

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

afterAll(async () => {
  await app.close();
});

const host = (room: SeededRoom): Promise<Client> => signedIn(app, room.host);
const guestsOf = (room: { sessionId: string }): string => `/api/sessions/${room.sessionId}/guests`;
const tokenOf = (url: string): string => url.split('#')[1] ?? '';

/** Its host is a facilitator: one who may run it, not only its room. */
async function aRoom(): Promise<SeededRoom> {
  const room = await seeded(app);
  await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [room.host.id]);
  return room;
}

async function aLink(room: SeededRoom, name = 'Bu Ratna'): Promise<Link> {
  const { status, body } = await (await host(room)).post<Link>(guestsOf(room), { name });
  expect(status).toBe(200);
  return body;
}

async function aGuest(room: SeededRoom, name?: string): Promise<{ link: Link; browser: Client }> {
  const link = await aLink(room, name);
  const browser = aBrowser(app);
  expect((await browser.post('/api/guests/enter', { token: tokenOf(link.url) })).status).toBe(200);
  return { link, browser };
}

async function entered(room: SeededRoom, cookie: string, as?: 'guest'): Promise<RoomClient> {
  const made = new RoomClient(app.url, cookie, room.sessionId, true, 'full', as);
  open.push(made);
  await made.enter();
  return made;
}

const byHost = async (room: SeededRoom): Promise<RoomClient> => entered(room, (await host(room)).cookie);

async function byMember(room: SeededRoom): Promise<RoomClient> {
  return entered(room, (await signedIn(app, room.members[0] ?? room.host)).cookie);
}

async function seqOf(answer: Promise<object>): Promise<number> {
  const told = await answer;
  if (!('seq' in told) || typeof told.seq !== 'number') throw new Error(JSON.stringify(told));
  return told.seq;
}

describe('a link', () => {
  it('shows the session and who is asked, and enters only when told to', async () => {
    const room = await aRoom();
    const link = await aLink(room);
    expect(link.url).toMatch(/^http.+\/tamu#[\w-]{43}$/);
    const browser = aBrowser(app);
    const shown = { name: 'Bu Ratna', sessionId: room.sessionId, cooperative: { name: 'Koperasi Uji' } };
    expect(await browser.post('/api/guests/look', { token: tokenOf(link.url) })).toMatchObject({ body: shown });
    expect(browser.cookie).toBe('');
    expect((await browser.get('/api/guests/me')).status).toBe(401);

    const response = await browser.fetch('/api/guests/enter', {
      method: 'POST',
      body: JSON.stringify({ token: tokenOf(link.url) }),
      headers: { 'content-type': 'application/json' },
    });
    expect(response.headers.getSetCookie().join()).toMatch(/^sinau-guest=[\w-]{43};.*HttpOnly.*SameSite=Lax/);
    expect(await browser.get('/api/guests/me')).toMatchObject({ status: 200, body: shown });
  });

  it('is kept as a hash, listed without itself, and audited', async () => {
    const room = await aRoom();
    const { link } = await aGuest(room);
    const [row] = await app.db.sql<{ whole: string }>(
      `SELECT guest::text AS whole FROM session_guests guest WHERE id = $1`,
      [link.id],
    );
    expect(row?.whole).not.toContain(tokenOf(link.url));
    const listed = await (await host(room)).get<Link[]>(guestsOf(room));
    expect(listed.body).toEqual([expect.objectContaining({ id: link.id, name: 'Bu Ratna', revokedAt: null })]);
    expect(JSON.stringify(listed.body)).not.toContain(tokenOf(link.url));
    const audited = await app.db.sql<{ action: string }>(
      'SELECT action FROM audit_entries WHERE cooperative_id = $1 ORDER BY number',
      [room.cooperativeId],
    );
    expect(audited.map(({ action }) => action)).toEqual(['session.guest-asked', 'session.guest-came']);
  });

  it('is good for nothing once it is taken back, and its guest is out of the room', async () => {
    const room = await aRoom();
    const { link, browser } = await aGuest(room);
    const guest = await entered(room, browser.cookie, 'guest');
    const revoked = await (await host(room)).delete(`${guestsOf(room)}/${link.id}`);
    expect(revoked.status).toBeLessThan(300);
    await guest.until(({ goodbyes }) => goodbyes.includes('no-access') || goodbyes.includes('signed-out'));
    expect((await browser.get('/api/guests/me')).status).toBe(401);
    expect((await nobody(app).post('/api/guests/enter', { token: tokenOf(link.url) })).status).toBe(404);
    await expect(connect(app.url, browser.cookie, {}, 'guest')).rejects.toMatchObject({ message: 'unauthenticated' });
  });

  it('is made by nobody but whoever runs the session', async () => {
    const room = await aRoom();
    const member = await signedIn(app, room.members[0] ?? room.host);
    expect((await member.post(guestsOf(room), { name: 'Teman' })).status).toBe(403);
    const [elsewhere] = await somePeople(app, (await aRoom()).cooperativeId, 1, 'Lain', ['member', 'admin']);
    const other = await signedIn(app, elsewhere ?? { id: '' });
    expect((await other.post(guestsOf(room), { name: 'Teman' })).status).toBe(404);
    expect(await (await host(room)).post(guestsOf(room), { name: '' })).toMatchObject({ status: 400 });
  });
});

describe('in the room a guest', () => {
  it('is a speaker whom all see as a guest, and who is counted nowhere', async () => {
    const room = await aRoom();
    const { link, browser } = await aGuest(room);
    const member = await byMember(room);
    const guest = await entered(room, browser.cookie, 'guest');
    expect(guest.joined?.me).toEqual({
      ...{ memberId: link.id, name: 'Bu Ratna', role: 'speaker', isStaff: true, isGuest: true },
    });
    const id = newId();
    const seq = await seqOf(guest.post('Selamat pagi', id));
    expect(await seqOf(guest.post('Selamat pagi', id))).toBe(seq);
    await member.until(({ texts }) => texts.includes('Selamat pagi'));
    const author: ChatMessage['author'] | undefined = member.state?.chat[0]?.author;
    expect(author).toMatchObject({ memberId: link.id, name: 'Bu Ratna', isGuest: true, isStaff: true });

    expect((await byMember(room)).count).toBe(1);
    const people = await (
      await host(room)
    ).get<{ items: unknown[]; guests: unknown[] }>(`/api/sessions/${room.sessionId}/room/people`);
    expect(people.body.items).toHaveLength(1);
    expect(people.body.guests).toEqual([{ guestId: link.id, name: 'Bu Ratna' }]);
    const spans = await app.db.sql<{ memberId: string }>(
      'SELECT DISTINCT member_id AS "memberId" FROM presence_spans WHERE session_id = $1',
      [room.sessionId],
    );
    expect(spans).toEqual([{ memberId: room.members[0]?.id }]);
    await guest.leave();
    const after = await (await host(room)).get<{ guests: unknown[] }>(`/api/sessions/${room.sessionId}/room/people`);
    expect(after.body.guests).toEqual([]);
  });

  it('sees questions that wait, answers the one on stage, and the room stays as a fresh snapshot says', async () => {
    const room = await aRoom();
    const { link, browser } = await aGuest(room);
    const guest = await entered(room, browser.cookie, 'guest');
    const staff = await byHost(room);
    const member = await byMember(room);
    await seqOf(member.send('question.ask', { id: newId(), text: 'Berapa bunganya?' }));
    await guest.until(({ state }) => state?.questions.length === 1);
    const question = guest.state?.questions[0];
    const questionId = question?.id ?? '';
    await seqOf(staff.send('question.approve', { id: newId(), questionId, version: 1 }));
    await seqOf(staff.send('question.stage', { id: newId(), questionId, version: 2 }));
    await guest.until(({ state }) => state?.questions[0]?.state === 'answering');
    await seqOf(guest.send('question.answer', { id: newId(), questionId, version: 3, text: 'Enam persen.' }));
    await member.until(({ state }) => state?.questions[0]?.answer?.text === 'Enam persen.');

    const seq = await seqOf(guest.post('Ada lagi?'));
    await seqOf(staff.send('chat.pin', { id: newId(), message: seq }));
    await seqOf(guest.send('chat.edit', { id: newId(), message: seq, text: 'Ada lagi, Bapak-Ibu?' }));
    await member.until(({ state }) => state?.pinned?.text === 'Ada lagi, Bapak-Ibu?');
    expect(member.state?.pinned?.author).toMatchObject({ memberId: link.id, isGuest: true });
    const anew = await byMember(room);
    expect(anew.state).toEqual(member.state);
    const [audited] = await app.db.sql<{ actor: string | null; after: { guestId?: string } }>(
      `SELECT entry.actor_member_id AS actor, value.after FROM audit_entries entry
       JOIN audit_values value USING (cooperative_id, number)
       WHERE cooperative_id = $1 AND action = 'question.answered'`,
      [room.cooperativeId],
    );
    expect(audited).toMatchObject({ actor: null, after: { guestId: link.id } });
    const transcript = await (await host(room)).fetch(`/api/sessions/${room.sessionId}/room/transcript?format=json`);
    const lines = (await transcript.text()).split('\n');
    expect(lines.find((line) => line.includes('Enam persen.'))).toContain('Bu Ratna');
  });

  it('may send no command but those of a speaker', async () => {
    const { browser, link } = await aGuest(await aRoom());
    const place = await aPlace(app);
    const socket = await connect(app.url, browser.cookie, {}, 'guest');
    open.push(socket);
    const theirs = [
      'room.join',
      'room.leave',
      'chat.post',
      'chat.load',
      'chat.edit',
      'chat.delete',
      'question.load',
      'question.answer',
      'room.typing',
    ];
    for (const [name, { command }] of Object.entries(COMMANDS)) {
      if (theirs.includes(name)) continue;
      const ack: unknown = await socket.emitWithAck(name as RoomCommand, command(place) as never);
      expect({ name, ack }).toMatchObject({ name, ack: { code: 'forbidden' } });
    }
    const [row] = await app.db.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM room_events WHERE guest_id = $1',
      [link.id],
    );
    expect(row?.count).toBe(0);
  });

  it('is let into no other room, nor into one that has closed', async () => {
    const room = await aRoom();
    const other = await aRoom();
    const { browser } = await aGuest(room);
    await expect(entered(other, browser.cookie, 'guest')).rejects.toThrow('not-found');
    const guest = await entered(room, browser.cookie, 'guest');
    await app.db.sql(`UPDATE sessions SET state = 'cancelled' WHERE id = $1`, [room.sessionId]);
    await guest.until(({ goodbyes }) => goodbyes.includes('room-closed'));
    await expect(entered(room, browser.cookie, 'guest')).rejects.toThrow('room-closed');
    expect((await browser.post('/api/guests/stage')).status).toBe(409);
  });
});

describe("a guest's cookie", () => {
  it('opens no route but its own', async () => {
    const place = await aPlace(app);
    const { browser } = await aGuest(await aRoom());
    for (const [route, row] of Object.entries(ROUTES)) {
      if (row.isPublic) continue;
      const [method = '', pattern = ''] = route.split(' ');
      const json = row.body
        ? { body: JSON.stringify(row.body(place)), headers: { 'content-type': 'application/json' } }
        : {};
      const { status } = await browser.fetch(pathIn(place, pattern), { method, ...json });
      expect({ route, status }).toEqual({ route, status: row.expect.nobody });
    }
  });

  it('makes no member of anybody: without saying so a socket is let in by a sign-in alone', async () => {
    const room = await aRoom();
    const { browser } = await aGuest(room);
    await expect(connect(app.url, browser.cookie)).rejects.toMatchObject({ message: 'unauthenticated' });
    const { cookie } = await signedIn(app, room.members[0] ?? room.host);
    await expect(connect(app.url, cookie, {}, 'guest')).rejects.toMatchObject({ message: 'unauthenticated' });
  });

  it('leads onto the stage as a speaker', async () => {
    const room = await aRoom();
    await app.db.sql(`UPDATE sessions SET stage_kind = 'link', stage_url = 'https://rapat.contoh.id/x' WHERE id = $1`, [
      room.sessionId,
    ]);
    const { browser } = await aGuest(room);
    expect(await browser.post('/api/guests/stage')).toMatchObject({ body: { url: 'https://rapat.contoh.id/x' } });
  });
});
