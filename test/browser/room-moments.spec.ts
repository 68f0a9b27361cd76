// What happens in the middle of a session, by hand: a break and its end, a question that is approved while its asker reads
// the chat, a poll that shows what it came to, somebody who is made another of the staff, one name among many.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, somePeople, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';
import { button, sees } from '../support/by-hand.js';
import { RoomClient } from '../support/room-client.js';

const STORY_MS = 180_000;

describeWithChromium('in the middle of a session', () => {
  let app: TestApp;
  let browser: Browser;
  let room: SeededRoom;
  let open: { close(): unknown }[];

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
  }, STORY_MS);

  beforeEach(async () => {
    open = [];
    room = await aRoom(app, { members: 2, wentLiveMinutesAgo: 2 });
    await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [room.host.id]);
  }, STORY_MS);

  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()));
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function looks(as: Person | undefined, path: string, viewport: Viewport = 'laptop'): Promise<Page> {
    const context: BrowserContext = await aDevice(browser, app, { as: as ?? room.host, viewport });
    open.push(context);
    const page = await context.newPage();
    await page.goto(`/sesi/${room.sessionId}/${path}`);
    await sees(page, 'Tersambung');
    return page;
  }

  async function enters(person: Person | undefined): Promise<RoomClient> {
    const client = new RoomClient(app.url, (await signedIn(app, person ?? room.host)).cookie, room.sessionId);
    open.push(client);
    await client.enter();
    return client;
  }

  it(
    'calls a break and ends it by the keyboard; members see since when, and that it goes on',
    async () => {
      const [host, member] = [await looks(room.host, 'konsol'), await looks(room.members[0], 'ruang', 'phone')];
      await button(host, 'Jeda').focus();
      await host.keyboard.press('Enter');
      for (const page of [host, member]) await sees(page, 'Waktu jeda tidak dihitung dalam kehadiran.');
      await sees(member, 'Sedang jeda');
      await member.getByRole('status').getByText('Sesi sedang jeda.').waitFor({ state: 'attached' });
      expect(await seriousFindings(host)).toEqual([]);
      expect(await seriousFindings(member)).toEqual([]);
      await member.reload();
      await sees(member, 'Waktu jeda tidak dihitung dalam kehadiran.');
      await button(host, 'Lanjutkan').focus();
      await host.keyboard.press('Enter');
      for (const page of [host, member]) {
        await page.getByText('Waktu jeda tidak dihitung dalam kehadiran.').waitFor({ state: 'detached' });
      }
      await sees(member, 'Sedang berlangsung');
      await button(host, 'Jeda').waitFor();
    },
    STORY_MS,
  );

  it(
    'tells its asker what became of a question, shows the one on stage, and keeps what is half written',
    async () => {
      const [host, member] = [await enters(room.host), await looks(room.members[0], 'ruang', 'phone')];
      const tab = (name: string) => member.getByRole('tab', { name });
      await member.getByRole('textbox', { name: 'Tulis pesan' }).fill('Setengah pesan');
      await tab('Tanya').click();
      const asking = member.getByRole('textbox', { name: 'Apa yang ingin Anda tanyakan?' });
      await asking.fill('Berapa dana darurat yang cukup?');
      await button(member, 'Kirim').click();
      await sees(member, 'Menunggu petugas');
      await asking.fill('Setengah pertanyaan');
      await tab('Obrolan').click();
      expect(await member.getByRole('textbox', { name: 'Tulis pesan' }).inputValue()).toBe('Setengah pesan');

      await host.until(({ state }) => state?.questions.length === 1);
      const questionId = host.state?.questions[0]?.id ?? '';
      expect(await host.send('question.approve', { id: newId(), questionId, version: 1 })).toMatchObject({ ok: true });
      await sees(member, 'Pertanyaan Anda ditampilkan:');
      await member.getByLabel('1 kabar tentang pertanyaan Anda').waitFor();
      expect(await host.send('question.stage', { id: newId(), questionId, version: 2 })).toMatchObject({ ok: true });
      await member.getByRole('region', { name: 'Sedang dijawab' }).waitFor();
      await sees(member, 'Pertanyaan Anda sedang dijawab:');
      expect(await seriousFindings(member)).toEqual([]);
      await button(member, 'Lihat').click();
      await member
        .getByText('Pertanyaan Anda sedang dijawab:')
        .filter({ visible: true })
        .waitFor({ state: 'detached' });
      expect(await asking.inputValue()).toBe('Setengah pertanyaan');
    },
    STORY_MS,
  );

  it(
    'shows what a poll came to so far to who answered it, after a reload too, and as it grows',
    async () => {
      const [host, other] = [await enters(room.host), await enters(room.members[1])];
      const pollId = newId();
      const poll = { kind: 'single' as const, text: 'Sudah menabung?', options: ['Sudah', 'Belum'] };
      await host.send('poll.save', { id: newId(), pollId, ...poll, results: 'after-answer' });
      await host.send('poll.open', { id: newId(), pollId, version: 1 });
      const member = await looks(room.members[0], 'ruang', 'phone');
      const polls = member.getByRole('tab', { name: 'Polling' });
      await polls.click();
      await member.getByRole('radio', { name: 'Sudah' }).click();
      await member.getByRole('tab', { name: 'Obrolan' }).click();
      await polls.click();
      expect(await member.getByRole('radio', { name: 'Sudah' }).isChecked()).toBe(true);
      await button(member, 'Jawab').click();
      await member.getByRole('row', { name: 'Sudah 100 % (1)' }).waitFor();
      await host.until(({ state }) => state?.polls[0]?.answered === 1);
      await member.reload();
      await polls.click();
      await member.getByRole('row', { name: 'Sudah 100 % (1)' }).waitFor();
      await other.send('poll.answer', { id: newId(), pollId, run: 1, answer: { options: [1] } });
      await member.getByRole('row', { name: 'Belum 50 % (1)' }).waitFor();
      expect(await seriousFindings(member)).toEqual([]);

      const desk = await looks(room.host, 'konsol');
      await button(desk, 'Tutup: Sudah menabung?').waitFor();
      await button(desk, 'Akhiri sesi').click();
      await button(desk, 'Ya, akhiri').click();
      await button(desk, 'Arsipkan: Sudah menabung?').waitFor();
      expect(await button(desk, 'Buka lagi: Sudah menabung?').count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'lists a hundred of two thousand who are here, and finds one of them by name',
    async () => {
      const crowd = await somePeople(app, room.cooperativeId, 2_000, 'Hadirin');
      await app.db.sql(
        `INSERT INTO presence_spans (id, cooperative_id, session_id, member_id, node_id, connected_at, last_seen_at)
         SELECT gen_random_uuid(), $1, $2, member, gen_random_uuid(), $3, $3 FROM unnest($4::uuid[]) AS member`,
        [room.cooperativeId, room.sessionId, app.clock.now(), crowd.map(({ id }) => id)],
      );
      const host = await looks(room.host, 'konsol');
      const people = host.getByRole('region', { name: /^Di ruang 2\.?001$/ });
      await people.getByText('Hadirin 1', { exact: true }).waitFor();
      expect(await people.getByRole('listitem').count()).toBe(100);
      const search = host.getByRole('searchbox', { name: 'Cari nama atau nomor' });
      await search.fill('hadirin 1999');
      await people.getByText('Hadirin 1999', { exact: true }).waitFor();
      await people.getByText('Hadirin 1', { exact: true }).waitFor({ state: 'detached' });
      expect(await people.getByRole('listitem').count()).toBe(1);
      await search.fill('siapa');
      await sees(host, 'Tidak ada yang cocok di ruang ini');
      expect(await seriousFindings(host)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'takes away at once what another role may not do, and the console from who is staff no more',
    async () => {
      const host = await looks(room.host, 'konsol');
      await button(host, 'Jeda').waitFor();
      await app.db.sql(`UPDATE session_staff SET role = 'speaker' WHERE member_id = $1`, [room.host.id]);
      await sees(host, 'Anda sekarang narasumber sesi ini.');
      await button(host, 'Jeda').waitFor({ state: 'detached' });
      await app.db.sql(
        `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, 'confirmed', $5, $5, $5, $5)`,
        [newId(), room.cooperativeId, room.sessionId, room.host.id, app.clock.now()],
      );
      await app.db.sql('DELETE FROM session_staff WHERE member_id = $1', [room.host.id]);
      await sees(host, 'Buka ruang peserta lewat tautan di bawah.');
    },
    STORY_MS,
  );
});
