// The room's order, through real sockets: what is changed, taken away or held back stays so for everybody and everywhere.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChatMessage } from '../../src/contracts/room-chat.js';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

let app: TestApp;
const open: { close(): void }[] = [];

beforeAll(async () => {
  app = await bootApp();
});

afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

afterAll(async () => {
  await app.close();
});

async function client(room: SeededRoom, person: Person | undefined, mode?: 'text'): Promise<RoomClient> {
  const { cookie } = await signedIn(app, person ?? room.host);
  const made = new RoomClient(app.url, cookie, room.sessionId, true, mode);
  open.push(made);
  return made;
}

async function entered(room: SeededRoom, person: Person | undefined): Promise<RoomClient> {
  const made = await client(room, person);
  await made.enter();
  return made;
}

/** The host, and two members. */
async function aFullRoom(options: Parameters<typeof aRoom>[1] = {}) {
  const room = await aRoom(app, options);
  const [first, second] = room.members;
  return {
    room,
    host: await entered(room, room.host),
    first: await entered(room, first),
    second: await entered(room, second),
    firstId: first?.id ?? '',
  };
}

const id = newId;
const reason = 'Iklan berulang';

async function posted(by: RoomClient, text: string): Promise<number> {
  const answer = await by.post(text);
  if (!('ok' in answer)) throw new Error(answer.code);
  return answer.seq;
}

/** Every word that stands in the room's rows. */
async function rows(room: SeededRoom): Promise<string> {
  const found = await app.db.sql<{ payload: string }>(
    'SELECT payload::text AS payload FROM room_events WHERE session_id = $1 ORDER BY seq',
    [room.sessionId],
  );
  return found.map(({ payload }) => payload).join('\n');
}

async function audited(room: SeededRoom): Promise<string[]> {
  const found = await app.db.sql<{ action: string }>(
    // Each with where it was done from.
    'SELECT action FROM audit_entries WHERE cooperative_id = $1 AND from_hash IS NOT NULL ORDER BY number',
    [room.cooperativeId],
  );
  return found.map(({ action }) => action);
}

/** Everybody has been told as much as the room holds. */
async function untilAll(seq: number, ...clients: RoomClient[]): Promise<void> {
  for (const one of clients) await one.until(({ lastSeq }) => lastSeq >= seq);
}

function messageOf(one: RoomClient, seq: number): ChatMessage | undefined {
  return one.state?.chat.find((message) => message.seq === seq);
}

describe('a message of one’s own', () => {
  it('can be changed for two minutes, once for each command, and only by its author', async () => {
    const { first, second, host, room } = await aFullRoom();
    const message = await posted(first, 'salah tulsi');
    const change = { id: id(), message, text: 'salah tulis' };
    expect(await second.send('chat.edit', { ...change, id: id() })).toMatchObject({ code: 'forbidden' });
    expect(await host.send('chat.edit', { ...change, id: id() })).toMatchObject({ code: 'forbidden' });
    expect(await first.send('chat.edit', change)).toEqual({ ok: true, seq: 2 });
    expect(await first.send('chat.edit', change)).toEqual({ ok: true, seq: 2 });
    await untilAll(2, first, second, host);
    for (const one of [first, second, host]) {
      expect(messageOf(one, message)).toMatchObject({ text: 'salah tulis', isEdited: true });
    }
    expect(await rows(room)).not.toContain('tulsi');
    app.clock.advance({ minutes: 2, seconds: 1 });
    expect(await first.send('chat.edit', { ...change, id: id() })).toMatchObject({ code: 'wrong-state' });
    expect(await first.send('chat.delete', { id: id(), message })).toMatchObject({ code: 'wrong-state' });
    expect(await first.send('chat.edit', { ...change, id: id(), message: 99 })).toMatchObject({ code: 'not-found' });
  });

  it('can be taken back: its text is gone from every row, pinned copies and earlier changes too', async () => {
    const { first, second, host, room } = await aFullRoom();
    const message = await posted(first, 'nomor saya 0812');
    await host.send('chat.pin', { id: id(), message });
    await first.send('chat.edit', { id: id(), message, text: 'nomor saya 0813' });
    await second.until((one) => one.state?.pinned?.text === 'nomor saya 0813');
    const answer = await first.send('chat.delete', { id: id(), message });
    expect(answer).toEqual({ ok: true, seq: 4 });
    await untilAll(5, first, second, host);
    expect(messageOf(second, message)).toMatchObject({ text: null, author: { name: 'Anggota 1' } });
    expect(second.state?.pinned).toBeNull();
    expect(await rows(room)).not.toContain('081');
    expect(await audited(room)).toEqual(['room.message-pinned']);
    expect(await first.send('chat.edit', { id: id(), message, text: 'lagi' })).toMatchObject({ code: 'wrong-state' });
  });
});

describe('what staff do with messages', () => {
  it('deletes anybody’s at any time, and is noted; members may not', async () => {
    const { first, second, host, room } = await aFullRoom();
    const message = await posted(first, 'kasar');
    app.clock.advance({ minutes: 30 });
    expect(await second.send('chat.delete', { id: id(), message })).toMatchObject({ code: 'forbidden' });
    expect(await host.send('chat.delete', { id: id(), message })).toEqual({ ok: true, seq: 2 });
    await untilAll(2, second);
    expect(messageOf(second, message)?.text).toBeNull();
    expect(await audited(room)).toEqual(['room.message-deleted']);
  });

  it('pins one, which newcomers find, and takes it down', async () => {
    const { first, second, host, room } = await aFullRoom();
    const message = await posted(first, 'tautan materi');
    expect(await first.send('chat.pin', { id: id(), message })).toMatchObject({ code: 'forbidden' });
    await host.send('chat.pin', { id: id(), message });
    await second.until((one) => one.state?.pinned?.seq === message);
    expect(second.state?.pinned).toEqual(messageOf(second, message));
    const newcomer = await entered(room, room.members[0]);
    expect(newcomer.state?.pinned).toEqual(second.state?.pinned);
    await host.send('chat.pin', { id: id(), message: null });
    await second.until((one) => one.state?.pinned === null);
    expect(await host.send('chat.pin', { id: id(), message: null })).toEqual({ ok: true, seq: 3 });
  });

  it('hears of a report once a member and message; others do not', async () => {
    const { first, second, host } = await aFullRoom();
    const message = await posted(first, 'cepat kaya');
    expect(await second.send('chat.report', { id: id(), message, reason })).toEqual({ ok: true, seq: 2 });
    expect(await second.send('chat.report', { id: id(), message, reason })).toEqual({ ok: true, seq: 2 });
    await posted(first, 'halo');
    await untilAll(3, first, second, host);
    expect(host.shown.find(({ kind }) => kind === 'chat.reported')).toMatchObject({
      ...{ message, reason, by: { name: 'Anggota 2' } },
    });
    expect(first.shown.map(({ kind }) => kind)).toEqual(['chat.posted', 'chat.posted']);
  });
});

describe('an announcement', () => {
  it('stands for everybody until it is taken down', async () => {
    const { first, host, room } = await aFullRoom();
    expect(await first.send('room.announce', { id: id(), text: 'Istirahat' })).toMatchObject({ code: 'forbidden' });
    await host.send('room.announce', { id: id(), text: 'Istirahat sampai 10.15' });
    await first.until((one) => one.state?.announcement !== null);
    const newcomer = await entered(room, room.members[1]);
    expect(newcomer.state?.announcement).toEqual(first.state?.announcement);
    expect(newcomer.state?.announcement).toMatchObject({
      text: 'Istirahat sampai 10.15',
      by: { name: 'Tuan Rumah 1' },
    });
    await host.send('room.announce', { id: id(), text: '' });
    await first.until((one) => one.state?.announcement === null);
    expect(await audited(room)).toEqual(['room.announced', 'room.announced']);
  });
});

describe('speaking', () => {
  it('is for staff alone where the room is set so; what is absent stays', async () => {
    const { first, host } = await aFullRoom();
    expect(await first.send('room.configure', { id: id(), chat: 'open' })).toMatchObject({ code: 'forbidden' });
    await host.send('room.configure', { id: id(), slowSeconds: 30 });
    await host.send('room.configure', { id: id(), chat: 'staff-only' });
    await first.until((one) => one.state?.settings.chat === 'staff-only');
    expect(first.state?.settings).toMatchObject({ slowSeconds: 30, questions: 'moderated' });
    expect(await first.post('halo')).toMatchObject({ code: 'staff-only' });
    expect(await host.post('halo')).toMatchObject({ ok: true });
  });

  it('is once in the pause of slow mode, over all devices; a retry keeps its answer', async () => {
    const { first, second, host, room } = await aFullRoom();
    await host.send('room.configure', { id: id(), slowSeconds: 30 });
    const laptop = await entered(room, room.members[0]);
    const message = id();
    expect(await first.post('satu', message)).toEqual({ ok: true, seq: 2 });
    expect(await laptop.post('dua')).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 30 });
    expect(await laptop.post('satu', message)).toEqual({ ok: true, seq: 2 });
    expect(await second.post('tiga')).toEqual({ ok: true, seq: 3 });
    expect(await host.post('empat')).toMatchObject({ ok: true });
    expect(await host.post('lima')).toMatchObject({ ok: true });
    app.clock.advance({ seconds: 30 });
    expect(await laptop.post('dua')).toMatchObject({ ok: true });
  });

  it('is not for who is muted, whatever device they come with; a retry of what they said before keeps its answer', async () => {
    const { first, second, host, room, firstId } = await aFullRoom();
    const message = id();
    expect(await first.post('sebelumnya', message)).toEqual({ ok: true, seq: 1 });
    const mute = { id: id(), memberId: firstId, isMuted: true, reason };
    expect(await second.send('member.mute', mute)).toMatchObject({ code: 'forbidden' });
    expect(await host.send('member.mute', mute)).toEqual({ ok: true, seq: 2 });
    await first.until((one) => one.state?.mine.isMuted === true);
    first.cut();
    await first.enter();
    const laptop = await entered(room, room.members[0]);
    expect(laptop.state?.mine.isMuted).toBe(true);
    expect(await laptop.post('halo')).toMatchObject({ code: 'muted-in-room' });
    expect(await first.post('sebelumnya', message)).toEqual({ ok: true, seq: 1 });
    expect(await first.send('chat.edit', { id: id(), message: 1, text: 'lain' })).toMatchObject({
      code: 'muted-in-room',
    });
    const staff = await signedIn(app, room.host);
    const held = await staff.get(`/api/sessions/${room.sessionId}/room/held`);
    expect(held.body).toMatchObject({
      items: [{ name: 'Anggota 1', muted: { reason, by: 'Tuan Rumah 1' }, removed: null }],
    });
    await host.send('member.mute', { id: id(), memberId: firstId, isMuted: false, reason: 'Sudah dibicarakan' });
    await laptop.until((one) => one.state?.mine.isMuted === false);
    expect(await laptop.post('terima kasih')).toMatchObject({ ok: true });
    const after = await staff.get(`/api/sessions/${room.sessionId}/room/held`);
    expect(after.body).toMatchObject({ items: [] });
    expect(second.shown.map(({ kind }) => kind)).not.toContain('member.muted');
    expect(await audited(room)).toEqual(['room.member-muted', 'room.member-muted']);
  });
});

describe('who is sent out', () => {
  it('goes on every device, stays out, and may come back once it is undone', async () => {
    const { first, second, host, room, firstId } = await aFullRoom();
    const laptop = await entered(room, room.members[0]);
    await host.send('member.remove', { id: id(), memberId: firstId, isRemoved: true, reason });
    for (const device of [first, laptop]) await device.until((one) => !one.isConnected);
    expect([first.goodbyes, laptop.goodbyes]).toEqual([['removed'], ['removed']]);
    await expect(first.enter()).rejects.toThrow('removed-from-room');
    expect(second.isConnected).toBe(true);
    await host.send('member.remove', { id: id(), memberId: firstId, isRemoved: false, reason: 'Salah orang' });
    expect(await first.enter()).toMatchObject({ ok: true });
    expect(await audited(room)).toEqual(['room.member-removed', 'room.member-removed']);
  });

  it('is never staff, and never somebody of another cooperative', async () => {
    const { host, room } = await aFullRoom();
    const other = await aRoom(app);
    const out = { isRemoved: true, reason };
    expect(await host.send('member.remove', { id: id(), memberId: room.host.id, ...out })).toMatchObject({
      code: 'forbidden',
    });
    expect(await host.send('member.remove', { id: id(), memberId: other.host.id, ...out })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the green room', () => {
  it('keeps what staff write before members may enter among staff, for good', async () => {
    const room = await aRoom(app, { state: 'published', startsInMinutes: 60 });
    const host = await entered(room, room.host);
    const secret = await posted(host, 'slide 4 dilewati saja');
    await host.send('chat.edit', { id: id(), message: secret, text: 'slide 5 dilewati saja' });
    expect(await host.send('chat.pin', { id: id(), message: secret })).toMatchObject({ code: 'wrong-state' });
    app.clock.advance({ minutes: 50 });
    const member = await entered(room, room.members[0]);
    const shown = await posted(host, 'selamat datang');
    await untilAll(shown, member);
    expect(JSON.stringify([member.state, member.shown])).not.toContain('dilewati');
    expect(await member.send('chat.load', {})).toMatchObject({ messages: [{ seq: shown }], hasMore: false });
    for (const command of ['chat.report', 'chat.delete'] as const) {
      const sent = command === 'chat.report' ? { id: id(), message: secret, reason } : { id: id(), message: secret };
      expect(await member.send(command, sent as never)).toMatchObject({ code: 'not-found' });
    }
    member.lastSeq = 0;
    member.cut();
    expect(JSON.stringify(await member.enter())).not.toContain('dilewati');
    const staff = await entered(room, room.host);
    expect(staff.texts).toEqual(['slide 5 dilewati saja', 'selamat datang']);
    expect(await staff.send('chat.load', {})).toMatchObject({ messages: [{ seq: secret }, { seq: shown }] });
  });
});

describe('the word list', () => {
  it('refuses members what is on it, however dressed up, and says to reword; staff may name it', async () => {
    const { first, host, room } = await aFullRoom();
    expect(await first.post('dasar g0bl0k!')).toMatchObject({
      code: 'unwelcome-words',
      detail: 'Ada kata yang tidak pantas di sini. Ubah kalimat Anda, lalu kirim lagi.',
    });
    const message = await posted(first, 'kompetisi menabung');
    expect(await first.send('chat.edit', { id: id(), message, text: 'goblok' })).toMatchObject({
      code: 'unwelcome-words',
    });
    expect(await host.post('jangan menulis goblok')).toMatchObject({ ok: true });
    expect(await rows(room)).not.toContain('g0bl0k');
  });

  it('is the cooperative’s own: changed by admins, guarded by its version, audited, and in force at once', async () => {
    const { first, room } = await aFullRoom();
    const other = await aFullRoom();
    await app.db.sql(`UPDATE members SET roles = '{member,admin}' WHERE id = $1`, [room.host.id]);
    const admin = await signedIn(app, room.host);
    const path = '/api/moderation/words';
    const before = await admin.get<{ version: number; words: string[] }>(path);
    expect(before.body).toMatchObject({ version: 0, words: expect.arrayContaining(['goblok', 'slot gacor']) });
    const after = await admin.put(path, { version: 0, words: ['Emas Kilat', 'emas  kilat', 'babi'] });
    expect(after).toMatchObject({ status: 200, body: { version: 1, words: ['Emas Kilat', 'babi'] } });
    expect(await admin.put(path, { version: 0, words: [] })).toMatchObject({ status: 409 });
    expect(await admin.put(path, { version: 1, words: ['ya', '?!'] })).toMatchObject({
      ...{ status: 400, body: { fields: [{ path: 'words.1' }] } },
    });
    expect(await first.post('beli EMAS kilat')).toMatchObject({ code: 'unwelcome-words' });
    expect(await first.post('goblok')).toMatchObject({ ok: true });
    expect(await other.first.post('beli emas kilat')).toMatchObject({ ok: true });
    expect(await audited(room)).toEqual(['cooperative.word-list-changed']);
  });
});

describe('how many devices', () => {
  it('one member may have is for the cooperative to say', async () => {
    const { first, room } = await aFullRoom();
    await app.db.sql(`UPDATE cooperatives SET policies = '{"devicesPerRoom": 1}' WHERE id = $1`, [room.cooperativeId]);
    const laptop = await entered(room, room.members[0]);
    await first.until((one) => one.goodbyes.includes('too-many-devices'));
    expect(laptop.isConnected).toBe(true);
  });
});

describe('the transcript', () => {
  async function aTold() {
    const full = await aFullRoom();
    const { first, host, firstId } = full;
    const deleted = await posted(first, 'rahasia');
    await first.send('chat.delete', { id: id(), message: deleted });
    const changed = await posted(first, '=1+1');
    await first.send('chat.edit', { id: id(), message: changed, text: '=2+2' });
    await host.send('room.announce', { id: id(), text: 'Istirahat; lalu lanjut' });
    await host.send('member.mute', { id: id(), memberId: firstId, isMuted: true, reason });
    return full;
  }

  it('is a table that no spreadsheet runs, for hosts and moderators, and noted', async () => {
    const { room } = await aTold();
    const path = `/api/sessions/${room.sessionId}/room/transcript?format=csv`;
    expect((await (await signedIn(app, room.members[0] ?? room.host)).get(path)).status).toBe(403);
    expect((await (await signedIn(app, (await aRoom(app)).host)).get(path)).status).toBe(404);
    const response = await (await signedIn(app, room.host)).fetch(path);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="ruang-[\da-f]{12}\.csv"$/);
    const text = await response.text();
    const lines = text.trim().split('\n');
    expect(lines[0]).toBe('Waktu (Asia/Jakarta);Jenis;No. anggota;Nama;Tentang;Isi;Jumlah;Catatan');
    const cells = lines.slice(1).map((one) => one.split(';').filter((_, nth) => nth !== 0 && nth !== 2));
    expect(cells[0]).toEqual(['obrolan', 'Anggota 1', '', '', '', 'dihapus']);
    expect(cells[1]).toEqual(['obrolan', 'Anggota 1', '', "'=2+2", '', 'diubah']);
    expect(lines[3]).toContain('"Istirahat; lalu lanjut"');
    expect(cells[3]).toEqual(['dibisukan', 'Tuan Rumah 1', `Anggota 1 (${room.members[0]?.id})`, reason, '', '']);
    expect(text).not.toContain('rahasia');
    expect(await audited(room)).toContain('room.transcript-exported');
  });

  it('is the same as JSON, and a whole array however long the hour was', async () => {
    const { room } = await aTold();
    await app.db.sql(
      `INSERT INTO room_events (session_id, seq, kind, payload, at, member_id, client_id)
       SELECT $1, seq, 'chat.posted', '{"text":"x","isStaff":false}', $2, $3, gen_random_uuid()
       FROM generate_series(7, 5006) AS seq`,
      [room.sessionId, app.clock.now(), room.members[1]?.id],
    );
    const staff = await signedIn(app, room.host);
    const path = `/api/sessions/${room.sessionId}/room/transcript?format=json`;
    const { body } = await staff.get<Record<string, unknown>[]>(path);
    expect(body).toHaveLength(5_004);
    expect(body[0]).toMatchObject({ kind: 'chat', by: { name: 'Anggota 1' }, text: null, notes: ['deleted'] });
    expect(body[3]).toMatchObject({ kind: 'muted', about: { name: 'Anggota 1' }, text: reason });
    const empty = await aRoom(app);
    const none = await (
      await signedIn(app, empty.host)
    ).get(`/api/sessions/${empty.sessionId}/room/transcript?format=json`);
    expect(none.body).toEqual([]);
  });
});

describe('what a client keeps by applying events', () => {
  const messageNumber = fc.nat({ max: 5 });
  const act = fc.oneof(
    fc.record({ kind: fc.constant('post' as const), who: fc.nat({ max: 2 }), text: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constant('edit' as const), who: fc.nat({ max: 2 }), nth: messageNumber }),
    fc.record({ kind: fc.constant('delete' as const), who: fc.nat({ max: 2 }), nth: messageNumber }),
    fc.record({ kind: fc.constant('pin' as const), nth: fc.option(messageNumber) }),
    fc.record({ kind: fc.constant('report' as const), nth: messageNumber }),
    fc.record({ kind: fc.constant('announce' as const), text: fc.constantFrom('', 'x', 'y') }),
    fc.record({ kind: fc.constant('configure' as const), slow: fc.constantFrom(0, 1), open: fc.boolean() }),
    fc.record({ kind: fc.constant('mute' as const), isMuted: fc.boolean() }),
    fc.record({ kind: fc.constant('break' as const), isOnBreak: fc.boolean() }),
  );
  type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

  it('is what a newcomer finds, for staff, members, and who came back in the middle', async () => {
    const every = fc.array(act, { minLength: 5, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(every, fc.nat({ max: 5 }), async (acts, cutAt) => {
        const { room, host, first, second, firstId } = await aFullRoom();
        const said: number[] = [];
        for (const [place, one] of acts.entries()) {
          if (place === cutAt) second.cut();
          await perform(one, { host, people: [host, first, second], said, firstId, place });
        }
        await second.enter();
        const [newStaff, newFirst] = [await entered(room, room.host), await entered(room, room.members[0])];
        const newSecond = await entered(room, room.members[1]);
        await untilAll(newStaff.lastSeq, host);
        // Of what is for staff alone members are told no number: a mark that all see brings everybody to one point.
        for (const one of [first, second]) await one.join();
        expect(host.state).toEqual(newStaff.state);
        expect(first.state).toEqual(newFirst.state);
        expect(second.state).toEqual(newSecond.state);
        for (const one of open.splice(0)) one.close();
      }),
      { numRuns: 12 },
    );
  });

  interface Scene {
    host: RoomClient;
    people: RoomClient[];
    said: number[];
    firstId: string;
    place: number;
  }

  async function perform(one: Act, { host, people, said, firstId, place }: Scene): Promise<void> {
    const by = 'who' in one && people[one.who]?.isConnected ? people[one.who] : host;
    const message = 'nth' in one && one.nth !== null ? said[one.nth] : undefined;
    if (!by) return;
    if (one.kind === 'post') {
      const answer = await by.post(`${one.text} ${place}`);
      if ('ok' in answer) said.push(answer.seq);
    } else if (one.kind === 'edit' && message) await by.send('chat.edit', { id: id(), message, text: `e ${place}` });
    else if (one.kind === 'delete' && message) await by.send('chat.delete', { id: id(), message });
    else if (one.kind === 'report' && message) await by.send('chat.report', { id: id(), message, reason });
    else if (one.kind === 'pin') await host.send('chat.pin', { id: id(), message: message ?? null });
    else if (one.kind === 'announce') await host.send('room.announce', { id: id(), text: one.text });
    else if (one.kind === 'break') await host.send('session.break', { id: id(), isOnBreak: one.isOnBreak });
    else if (one.kind === 'configure') {
      const chat = one.open ? ('open' as const) : ('staff-only' as const);
      await host.send('room.configure', { id: id(), slowSeconds: one.slow, chat });
    } else if (one.kind === 'mute') {
      await host.send('member.mute', { id: id(), memberId: firstId, isMuted: one.isMuted, reason });
    }
  }
});
