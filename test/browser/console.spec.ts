// The facilitator's desk by hand: questions from the asking to the answer, a poll from the draft to its results, and one
// member who is sent out; what the others in the room are told of it; and a colleague at the same desk who is faster.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, somePeople, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';
import { button, givesReason, sees } from '../support/by-hand.js';
import { RoomClient } from '../support/room-client.js';

const STORY_MS = 180_000;

describeWithChromium("the facilitator's console", () => {
  let app: TestApp;
  let browser: Browser;
  let room: SeededRoom;
  let host: Page;
  let open: BrowserContext[];
  let members: RoomClient[];

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
  }, STORY_MS);

  beforeEach(async () => {
    open = [];
    room = await aRoom(app, { members: 3, wentLiveMinutesAgo: 2 });
    await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [room.host.id]);
    members = await Promise.all(room.members.map(enters));
  }, STORY_MS);

  afterEach(async () => {
    for (const member of members) member.close();
    await Promise.all(open.map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function enters(member: { id: string }): Promise<RoomClient> {
    const client = new RoomClient(app.url, (await signedIn(app, member)).cookie, room.sessionId);
    await client.enter();
    return client;
  }

  async function looks(as: { id: string }, path: string, viewport: Viewport = 'laptop'): Promise<Page> {
    const context = await aDevice(browser, app, { as, viewport });
    open.push(context);
    const page = await context.newPage();
    await page.goto(`/sesi/${room.sessionId}/${path}`);
    return page;
  }

  async function atTheDesk(as: { id: string } = room.host): Promise<Page> {
    const page = await looks(as, 'konsol');
    await page.getByText('Tersambung').waitFor();
    return page;
  }

  async function asks(member: number, text: string): Promise<void> {
    const asked = await nth(members, member).send('question.ask', { id: newId(), text, isAnonymous: false });
    expect(asked).toMatchObject({ ok: true });
  }

  /** The question's place on the page, by its words. */
  function question(page: Page, text: string) {
    return page.getByRole('group', { name: text, exact: true });
  }

  async function until(member: number, text: string, state: string): Promise<void> {
    await nth(members, member).until(
      ({ state: now }) => now?.questions.some((one) => one.text === text && one.state === state) ?? false,
    );
  }

  it(
    'lets a question in, takes it on stage and answers it in writing, by single keys',
    async () => {
      host = await atTheDesk();
      await asks(0, 'Berapa dana darurat yang cukup?');
      await question(host, 'Berapa dana darurat yang cukup?').waitFor();
      await host.getByText('1 pertanyaan menunggu').waitFor({ state: 'attached' });

      await question(host, 'Berapa dana darurat yang cukup?').focus();
      await host.keyboard.press('a');
      await until(1, 'Berapa dana darurat yang cukup?', 'approved');
      // The act took the question from under the focus: it is at the heading, and not lost.
      await host.locator('h3#menunggu:focus').waitFor();

      await question(host, 'Berapa dana darurat yang cukup?').focus();
      await host.keyboard.press('s');
      await until(1, 'Berapa dana darurat yang cukup?', 'answering');
      const onStage = host.getByRole('region', { name: 'Di panggung' });
      await onStage.getByText('Berapa dana darurat yang cukup?').waitFor();

      await question(host, 'Berapa dana darurat yang cukup?').focus();
      await host.keyboard.press('w');
      await host.getByRole('textbox', { name: 'Jawaban' }).fill('Tiga sampai enam kali belanja sebulan.');
      await host.getByRole('dialog').getByRole('button', { name: 'Jawab tertulis' }).click();
      await until(1, 'Berapa dana darurat yang cukup?', 'answered');
      expect(nth(members, 1).state?.questions[0]?.answer?.text).toBe('Tiga sampai enam kali belanja sebulan.');
    },
    STORY_MS,
  );

  it(
    'rejects with a reason that the asker reads, merges what was asked twice, and acts on no key when keys are off',
    async () => {
      host = await atTheDesk();
      await asks(0, 'Apakah ada doorprize?');
      await asks(1, 'Apa itu reksa dana?');
      await asks(2, 'Reksa dana itu apa?');
      await question(host, 'Apakah ada doorprize?').focus();
      await host.keyboard.press('r');
      await host.getByRole('textbox', { name: 'Alasan' }).fill('Di luar tema hari ini');
      await host.getByRole('dialog').getByRole('button', { name: 'Tolak' }).click();
      await until(0, 'Apakah ada doorprize?', 'rejected');
      expect(nth(members, 0).state?.questions[0]?.reason).toBe('Di luar tema hari ini');

      await question(host, 'Apa itu reksa dana?').getByRole('button', { name: 'Setujui' }).click();
      await until(0, 'Apa itu reksa dana?', 'approved');
      await question(host, 'Reksa dana itu apa?').getByRole('button', { name: 'Gabungkan' }).click();
      await host.getByRole('dialog').getByRole('combobox', { name: 'Gabungkan ke' }).click();
      await host.getByRole('option', { name: 'Apa itu reksa dana?' }).click();
      await host.getByRole('dialog').getByRole('button', { name: 'Gabungkan' }).click();
      await nth(members, 0).until(({ state }) => state?.questions.some(({ votes }) => votes === 1) ?? false);

      await asks(0, 'Bolehkah mulai dari seratus ribu?');
      await button(host, 'Pintasan papan tik').click();
      await host.getByRole('dialog').getByRole('switch').click();
      await host.keyboard.press('Escape');
      await host.getByRole('dialog').waitFor({ state: 'detached' });
      const waiting = question(host, 'Bolehkah mulai dari seratus ribu?');
      await waiting.focus();
      await host.keyboard.press('a');
      // What is done next comes after whatever the key might have done.
      await waiting.getByRole('button', { name: 'Tolak' }).click();
      await host.getByRole('dialog').getByText('Bolehkah mulai dari seratus ribu?').waitFor();
      expect(nth(members, 1).state?.questions.map(({ text }) => text)).toEqual(['Apa itu reksa dana?']);
    },
    STORY_MS,
  );

  it(
    'says when a colleague was faster, what stands now, and keeps what was typed',
    async () => {
      const [colleague] = await somePeople(app, room.cooperativeId, 1, 'Moderator', ['member', 'facilitator']);
      await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'moderator')`, [
        room.sessionId,
        colleague?.id,
      ]);
      host = await atTheDesk();
      const other = await atTheDesk(colleague);
      await asks(0, 'Kapan sesi berikutnya?');
      await question(host, 'Kapan sesi berikutnya?').getByRole('button', { name: 'Tolak' }).click();
      await host.getByRole('textbox', { name: 'Alasan' }).fill('Lihat jadwal');
      await question(other, 'Kapan sesi berikutnya?').getByRole('button', { name: 'Setujui' }).click();
      await host.getByRole('dialog').getByText('Orang lain lebih cepat').waitFor();
      await host.getByRole('dialog').getByText('“Kapan sesi berikutnya?” kini disetujui.').waitFor();
      expect(await host.getByRole('textbox', { name: 'Alasan' }).inputValue()).toBe('Lihat jadwal');
      await host.getByRole('dialog').getByRole('button', { name: 'Tolak' }).click();
      await until(0, 'Kapan sesi berikutnya?', 'rejected');
    },
    STORY_MS,
  );

  it(
    'prepares a quiz, opens it, sees the answers come in, and closes it for all to see what was right',
    async () => {
      host = await atTheDesk();
      await button(host, 'Polling baru').click();
      const editor = host.getByRole('dialog');
      await editor.getByRole('textbox', { name: 'Pertanyaan' }).fill('Mana yang dilindungi LPS?');
      await editor.getByRole('switch', { name: 'Kuis: ada jawaban yang benar' }).click();
      await editor.getByRole('textbox', { name: 'Pilihan ke-1' }).fill('Tabungan');
      await editor.getByRole('textbox', { name: 'Pilihan ke-2' }).fill('Reksa dana');
      await editor.getByRole('checkbox', { name: 'Benar: pilihan ke-1' }).click();
      await editor.getByText('Hasil kuis baru dilihat peserta setelah kuis ditutup.').waitFor();
      expect(await editor.getByLabel('Hasil bagi peserta').count()).toBe(0);
      await editor.getByRole('button', { name: 'Simpan polling' }).click();
      await button(host, 'Buka: Mana yang dilindungi LPS?').click();

      await Promise.all(
        [0, 0, 1].map(async (place, index) => {
          const member = nth(members, index);
          await member.until(({ state }) => state?.polls.some((poll) => poll.state === 'open') ?? false);
          const poll = member.state?.polls[0];
          expect(poll?.right).toBeNull();
          const answer = { pollId: poll?.id ?? '', run: poll?.run ?? 0, answer: { options: [place] } };
          expect(await member.send('poll.answer', { id: newId(), ...answer })).toMatchObject({ ok: true });
        }),
      );
      await sees(host, '3 orang menjawab');
      await sees(host, '67 % (2)');
      await button(host, 'Tutup: Mana yang dilindungi LPS?').click();
      await nth(members, 2).until(({ state }) => state?.polls[0]?.state === 'closed');
      expect(nth(members, 2).state?.polls[0]).toMatchObject({ right: [0], results: { counts: [2, 1] } });
      await button(host, 'Arsipkan: Mana yang dilindungi LPS?').click();
      await nth(members, 2).until(({ state }) => state?.polls.length === 0);
    },
    STORY_MS,
  );

  it(
    'opens what was reported long after it was said, and deletes it',
    async () => {
      const posted = await nth(members, 1).post('Beli koin ini, pasti untung');
      const message = 'ok' in posted ? posted.seq : 0;
      await app.db.sql(
        `INSERT INTO room_events (session_id, seq, kind, payload, at, member_id, client_id)
         SELECT $1, seq, 'chat.posted', '{"text":"Halo","isStaff":false}', $2, $3, gen_random_uuid()
         FROM generate_series($4::int + 1, $4::int + 150) AS seq`,
        [room.sessionId, app.clock.now(), room.members[0]?.id, message],
      );
      await app.db.sql('UPDATE rooms SET last_seq = $2 WHERE session_id = $1', [room.sessionId, message + 150]);
      await nth(members, 0).send('chat.report', { id: newId(), message, reason: 'Ini promosi' });
      host = await atTheDesk();
      const reported = host.getByRole('region', { name: '1 pesan dilaporkan' });
      await reported.getByText('lebih lama daripada yang dimuat').waitFor();
      await reported.getByRole('button', { name: 'Buka pesan' }).click();
      await reported.getByText('Beli koin ini, pasti untung').waitFor();
      expect(await seriousFindings(host)).toEqual([]);
      await tools(host, 'Anggota 2', 'Beli koin ini, pasti untung', 'Hapus pesan');
      await host.getByRole('dialog').getByRole('button', { name: 'Hapus pesan' }).click();
      await reported.getByText('Pesan ini sudah dihapus.').waitFor();
      const [row] = await app.db.sql<{ payload: object }>(
        'SELECT payload FROM room_events WHERE session_id = $1 AND seq = $2',
        [room.sessionId, message],
      );
      expect(row?.payload).toMatchObject({ text: null });
    },
    STORY_MS,
  );

  it(
    'offers to publish questions at once to who is alone at the desk, however full the room is, and to nobody else',
    async () => {
      const crowd = await somePeople(app, room.cooperativeId, 320, 'Hadirin');
      await app.db.sql(
        `INSERT INTO presence_spans (id, cooperative_id, session_id, member_id, node_id, connected_at, last_seen_at)
         SELECT gen_random_uuid(), cooperative_id, $1, member, node_id, connected_at, last_seen_at
         FROM unnest($2::uuid[]) AS member, (SELECT * FROM presence_spans WHERE session_id = $1 LIMIT 1) AS like_this`,
        [room.sessionId, crowd.map(({ id }) => id)],
      );
      host = await atTheDesk();
      await button(host, 'Langsung tampilkan').waitFor();
      const [colleague] = await somePeople(app, room.cooperativeId, 1, 'Moderator', ['member', 'facilitator']);
      await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'moderator')`, [
        ...[room.sessionId, colleague?.id],
      ]);
      const other = await atTheDesk(colleague);
      await sees(other, 'Hadirin 1');
      // Whoever has just sat down may read a list of staff that is without them yet.
      await button(other, 'Langsung tampilkan').waitFor({ state: 'detached' });
    },
    STORY_MS,
  );

  it(
    'pins and deletes a message, mutes its author, sends another out and lets them in again',
    async () => {
      host = await atTheDesk();
      const guest = await looks(nth(room.members, 2), 'ruang', 'phone');
      await guest.getByText('Tersambung').waitFor();
      await nth(members, 0).post('Bahan ada di meja depan');
      const posted = await nth(members, 1).post('Beli koin ini, pasti untung');
      const message = 'ok' in posted ? posted.seq : 0;
      await nth(members, 0).send('chat.report', { id: newId(), message, reason: 'Ini promosi' });
      const reported = host.getByRole('region', { name: '1 pesan dilaporkan' });
      await reported.getByText('Anggota 1: Ini promosi').waitFor();
      await reported.getByText('Beli koin ini, pasti untung').waitFor();
      await reported.getByRole('button', { name: 'Sudah dilihat' }).click();
      await reported.waitFor({ state: 'detached' });
      await tools(host, 'Anggota 1', 'Bahan ada di meja depan', 'Sematkan');
      await nth(members, 2).until(({ state }) => state?.pinned?.text === 'Bahan ada di meja depan');
      await tools(host, 'Anggota 2', 'Beli koin ini, pasti untung', 'Bisukan Anggota 2');
      await givesReason(host, 'Promosi', 'Bisukan');
      await nth(members, 1).until(({ state }) => state?.mine.isMuted ?? false);
      await tools(host, 'Anggota 2', 'Beli koin ini, pasti untung', 'Hapus pesan');
      await host.getByRole('dialog').getByRole('button', { name: 'Hapus pesan' }).click();
      await nth(members, 0).until(({ state }) => state?.chat.some(({ text }) => text === null) ?? false);

      await button(host, 'Tindakan untuk Anggota 3').click();
      await host.getByRole('menuitem', { name: 'Keluarkan' }).click();
      await sees(host, 'Anggota 3 keluar dari ruang di semua perangkatnya');
      await givesReason(host, 'Mengganggu', 'Keluarkan');
      await guest.getByText('Panitia mengeluarkan Anda dari ruang ini.').waitFor();
      await guest.reload();
      await guest.getByRole('button', { name: 'Bergabung lagi di sini' }).waitFor();

      await button(host, 'Izinkan masuk lagi: Anggota 3').click();
      await givesReason(host, 'Sudah dibicarakan', 'Izinkan masuk lagi');
      await host.getByRole('button', { name: 'Izinkan masuk lagi: Anggota 3' }).waitFor({ state: 'detached' });
      await guest.getByRole('button', { name: 'Bergabung lagi di sini' }).click();
      await guest.getByText('Tersambung').waitFor();
    },
    STORY_MS,
  );

  it(
    'announces to all, slows the chat down, takes hands down in turn, and offers who is alone to publish questions at once',
    async () => {
      host = await atTheDesk();
      await button(host, 'Pengumuman').click();
      await host.getByRole('textbox', { name: 'Pengumuman' }).fill('Kita mulai lagi pukul 10.00');
      await button(host, 'Umumkan').click();
      await nth(members, 0).until(({ state }) => state?.announcement?.text === 'Kita mulai lagi pukul 10.00');
      await host.getByLabel('Jeda antarpesan').selectOption({ label: 'Jeda 10 detik' });
      await nth(members, 0).until(({ state }) => state?.settings.slowSeconds === 10);
      await nth(members, 2).send('hand.raise', { id: newId(), isRaised: true });
      const hands = host.getByRole('region', { name: '1 tangan terangkat' });
      await hands.getByText('1. Anggota 3').waitFor();
      // One goes down in the moment in which another goes up: as many as before, and not the same.
      await Promise.all([
        nth(members, 2).send('hand.raise', { id: newId(), isRaised: false }),
        nth(members, 1).send('hand.raise', { id: newId(), isRaised: true }),
      ]);
      await hands.getByText('1. Anggota 2').waitFor();
      await button(host, 'Turunkan tangan Anggota 2').click();
      await nth(members, 1).until(({ state }) => state?.mine.isHandRaised === false);
      await host.getByRole('region', { name: 'tangan terangkat' }).waitFor({ state: 'detached' });
      await button(host, 'Langsung tampilkan').click();
      await nth(members, 0).until(({ state }) => state?.settings.questions === 'open');
      await host.getByText('Anda memandu sendirian').waitFor({ state: 'detached' });
    },
    STORY_MS,
  );

  it(
    'shows on the wall the question on stage and a poll without what nobody may know yet, and a QR that leads in',
    async () => {
      host = await atTheDesk();
      const wall = await looks(room.host, 'proyektor');
      const qr = await sharp(await wall.getByRole('img', { name: 'Kode QR untuk bergabung' }).screenshot())
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(decodeQR({ width: qr.info.width, height: qr.info.height, data: qr.data })).toBe(
        `${app.url}/sesi/${room.sessionId}/ruang`,
      );
      await asks(0, 'Berapa dana darurat yang cukup?');
      await question(host, 'Berapa dana darurat yang cukup?').getByRole('button', { name: 'Setujui' }).click();
      await question(host, 'Berapa dana darurat yang cukup?').getByRole('button', { name: 'Ke panggung' }).click();
      await wall.getByRole('region', { name: 'Di panggung' }).getByText('Berapa dana darurat').waitFor();

      await button(host, 'Polling baru').click();
      const editor = host.getByRole('dialog');
      await editor.getByRole('textbox', { name: 'Pertanyaan' }).fill('Sudah punya dana darurat?');
      await editor.getByRole('textbox', { name: 'Pilihan ke-1' }).fill('Sudah');
      await editor.getByRole('textbox', { name: 'Pilihan ke-2' }).fill('Belum');
      await editor.getByRole('button', { name: 'Simpan polling' }).click();
      await button(host, 'Buka: Sudah punya dana darurat?').click();
      await wall.getByRole('heading', { name: 'Sudah punya dana darurat?' }).waitFor();
      expect(await wall.getByRole('table').count()).toBe(0);
      await button(host, 'Tutup: Sudah punya dana darurat?').click();
      await question(host, 'Berapa dana darurat yang cukup?').getByRole('button', { name: 'Selesai: lisan' }).click();
      await wall.getByRole('table').waitFor();
      expect(await seriousFindings(wall)).toEqual([]);
      expect(await seriousFindings(host)).toEqual([]);
    },
    STORY_MS,
  );
});

async function tools(page: Page, author: string, text: string, act: string): Promise<void> {
  await button(page, `Tindakan untuk pesan ${author}: ${text}`).click();
  await page.getByRole('menuitem', { name: act }).click();
}

function nth<Item extends RoomClient | Person>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no number ${String(index)}`);
  return item;
}
