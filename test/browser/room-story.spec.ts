// One session from the green room to the verdicts, with every pair of hands in a browser: a facilitator at the console, and
// three members, two on phones. One of the phones is without a network for half a minute, and one member is sent out.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { aRoom, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';
import {
  areTold,
  button,
  findsNetwork,
  givesReason,
  link,
  losesNetwork,
  says,
  sees,
  writes,
} from '../support/by-hand.js';
import { Line } from '../support/line.js';

const STEP_MS = 120_000;
const [HOST, ASKER, VOTER, NOISY] = ['Tuan Rumah 1', 'Anggota 1', 'Anggota 2', 'Anggota 3'];
const QUESTION = 'Berapa dana darurat yang cukup?';
const ANSWER = 'Tiga sampai enam kali belanja sebulan.';
const POLL = 'Sudah punya dana darurat?';
const TALK = {
  before: ['Selamat datang.', 'Selamat pagi, Bu!', 'Halo dari Makassar', 'Saya jual koin, yuk'],
  missed: ['Buka halaman tiga.', 'Sudah saya buka', 'Bagus sekali contohnya'],
  typed: ['Maaf, sinyal hilang', 'Halaman berapa tadi?'],
  after: 'Halaman tiga, Pak.',
} as const;

describeWithChromium('a session by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let room: SeededRoom;
  let host: Page;
  let asker: Page;
  let voter: Page;
  let noisy: Page;
  let line: Line;

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
    room = await aRoom(app, { members: 3, state: 'published', startsInMinutes: 20 });
    await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [room.host.id]);
  }, STEP_MS);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function takesUp(as: { id: string } | undefined, viewport: Viewport): Promise<Page> {
    const device = await aDevice(browser, app, { viewport, ...(as ? { as } : {}) });
    return device.newPage();
  }

  async function enters(page: Page): Promise<void> {
    await page.goto(`/sesi/${room.sessionId}/ruang`);
    await sees(page, 'Tersambung');
  }

  /** The server's clock and that of every device. */
  async function later(time: { minutes?: number; seconds?: number }): Promise<void> {
    app.clock.advance(time);
    await Promise.all(browser.contexts().map((device) => device.clock.setFixedTime(app.clock.now())));
    await app.settle();
  }

  const everybody = (): Page[] => [host, asker, voter, noisy];

  it(
    'begins in the green room: staff prepare, members come in when it opens, and the host starts it',
    async () => {
      host = await takesUp(room.host, 'laptop');
      await host.goto(`/sesi/${room.sessionId}/konsol`);
      await sees(host, 'Persiapan');
      await host.getByRole('listitem').filter({ hasText: HOST }).getByText('di ruang').first().waitFor();
      expect(await button(host, 'Mulai sesi').isDisabled()).toBe(true);
      for (const check of ['Siaran terbuka', 'Suara terdengar', 'Petugas siap']) {
        await host.getByRole('checkbox', { name: check }).check();
      }
      await sees(host, '3 dari 5');
      expect(await seriousFindings(host)).toEqual([]);

      await later({ minutes: 10 });
      [asker, voter, noisy] = await Promise.all([
        takesUp(room.members[0], 'phone'),
        takesUp(room.members[1], 'laptop'),
        takesUp(room.members[2], 'phone'),
      ]);
      line = await Line.of(asker);
      for (const page of [asker, voter, noisy]) {
        await enters(page);
        await sees(page, 'Belum dimulai. Obrolan sudah dibuka.');
      }
      await sees(host, '4 hadir');
      await later({ minutes: 10 });
      await button(host, 'Mulai sesi').click();
      await sees(host, '4 orang di ruang, 3 orang terdaftar');
      await button(host, 'Ya, mulai').click();
      for (const page of [asker, voter, noisy]) await sees(page, 'Sedang berlangsung');
    },
    STEP_MS,
  );

  it(
    'takes a question from a phone: approved, voted for, on stage, answered in writing',
    async () => {
      const [welcome, ...replies] = TALK.before;
      await says(welcome, host, everybody());
      for (const [index, page] of [asker, voter, noisy].entries()) await says(replies[index] ?? '', page, everybody());

      await asker.getByRole('tab', { name: /Tanya/ }).click();
      await asker.getByRole('textbox', { name: 'Apa yang ingin Anda tanyakan?' }).fill(QUESTION);
      await button(asker, 'Kirim').click();
      await sees(asker, 'Menunggu petugas');
      await voter.getByRole('tab', { name: /Tanya/ }).click();
      await sees(voter, 'Belum ada pertanyaan');

      await question(host).getByRole('button', { name: 'Setujui' }).click();
      await voter.getByRole('button', { name: /Saya juga ingin tahu/ }).click();
      await voter.getByRole('button', { name: /Saya juga ingin tahu · 1 suara/, pressed: true }).waitFor();
      await sees(asker, '1 suara');
      await question(host).getByText('1 suara').waitFor();

      await question(host).getByRole('button', { name: 'Ke panggung' }).click();
      for (const page of [asker, voter]) await page.getByText('Sedang dijawab', { exact: true }).waitFor();
      await question(host).getByRole('button', { name: 'Jawab tertulis' }).click();
      await host.getByRole('textbox', { name: 'Jawaban' }).fill(ANSWER);
      await host.getByRole('dialog').getByRole('button', { name: 'Jawab tertulis' }).click();
      for (const page of [asker, voter]) await sees(page, ANSWER);
    },
    STEP_MS,
  );

  it(
    'asks all of them a poll, whose results nobody sees before it is closed',
    async () => {
      await button(host, 'Polling baru').click();
      const editor = host.getByRole('dialog');
      await editor.getByRole('textbox', { name: 'Pertanyaan' }).fill(POLL);
      await editor.getByRole('textbox', { name: 'Pilihan ke-1' }).fill('Sudah');
      await editor.getByRole('textbox', { name: 'Pilihan ke-2' }).fill('Belum');
      await button(host, 'Simpan polling').click();
      await button(host, `Buka: ${POLL}`).click();
      const answers: [Page, string][] = [
        [asker, 'Sudah'],
        [voter, 'Sudah'],
        [noisy, 'Belum'],
      ];
      for (const [page, answer] of answers) {
        await page.getByRole('tab', { name: /Polling/ }).click();
        await page.getByRole('radio', { name: answer }).check();
        await button(page, 'Jawab').click();
        await sees(page, 'Hasil tampil setelah polling ditutup');
        expect(await page.getByRole('row', { name: /Sudah/ }).count()).toBe(0);
      }
      await sees(host, '3 orang menjawab');
      await button(host, `Tutup: ${POLL}`).click();
      for (const page of [asker, voter, noisy]) {
        await page.getByRole('row', { name: /Sudah.*67 % \(2\)/ }).waitFor();
        await page.getByRole('row', { name: /Belum.*33 % \(1\)/ }).waitFor();
      }
    },
    STEP_MS,
  );

  it(
    'loses a phone for half a minute, which misses nothing, and says once what was written meanwhile',
    async () => {
      for (const page of [asker, voter, noisy]) await page.getByRole('tab', { name: 'Obrolan' }).click();
      await losesNetwork(asker, line);
      await sees(asker, 'Sambungan terputus');
      await sees(host, '3 hadir');
      const writers = [host, voter, noisy];
      for (const [index, text] of TALK.missed.entries()) await says(text, writers[index] ?? host, writers);
      for (const text of TALK.typed) await writes(asker, text);
      expect(await asker.getByText('Menunggu sambungan').count()).toBe(TALK.typed.length);
      await later({ seconds: 30 });
      expect(await talk(asker, TALK.missed)).toEqual([]);

      await findsNetwork(asker, line);
      await asker
        .getByRole('log')
        .getByText(`${String(TALK.missed.length)} pesan dimuat`)
        .waitFor();
      for (const text of TALK.typed) await areTold(everybody(), text);
      await says(TALK.after, voter, everybody());
      await asker.getByText('Menunggu sambungan').waitFor({ state: 'detached' });
      const said = [...TALK.before, ...TALK.missed, ...TALK.typed, TALK.after];
      for (const page of everybody()) expect(await talk(page, said)).toEqual(said);
      await sees(host, '4 hadir');
    },
    STEP_MS,
  );

  it(
    'sends one member out, who stays out however often they come back',
    async () => {
      await button(host, `Tindakan untuk ${NOISY}`).click();
      await host.getByRole('menuitem', { name: 'Keluarkan' }).click();
      await givesReason(host, 'Berjualan di obrolan', 'Keluarkan');
      await sees(noisy, 'Panitia mengeluarkan Anda dari ruang ini.');
      await sees(host, '3 hadir');
      await noisy.reload();
      await sees(noisy, 'Panitia mengeluarkan Anda dari ruang ini.');
      await button(noisy, 'Bergabung lagi di sini').click();
      await sees(noisy, 'Panitia mengeluarkan Anda dari ruang ini.');
      await says('Kita lanjutkan.', host, [host, asker, voter]);
      expect(await noisy.getByText('Kita lanjutkan.').count()).toBe(0);
      expect(await noisy.getByRole('log').count()).toBe(0);
    },
    STEP_MS,
  );

  it(
    'ends, and says of each how long they were there',
    async () => {
      await later({ minutes: 39, seconds: 30 });
      // A line that breaks without a word was last there when something was last heard on it: both speak once more.
      await says('Terima kasih, Bu.', asker, [host, asker, voter]);
      await says('Sampai jumpa.', voter, [host, asker, voter]);
      await button(host, 'Akhiri sesi').click();
      await sees(host, 'Waktu hadir berhenti dihitung untuk 3 orang di ruang.');
      await button(host, 'Ya, akhiri').click();
      for (const page of [asker, voter]) await sees(page, 'Sesi sudah diakhiri');
      for (const page of [host, asker, voter]) expect(await seriousFindings(page)).toEqual([]);

      await later({ minutes: 11 });
      for (const page of [asker, voter]) {
        await link(page, 'Keluar dari ruang').click();
        await page.getByRole('heading', { name: 'Kehadiran Anda' }).waitFor();
        await sees(page, '40 menit dihitung dari 40 menit');
      }
      await link(host, 'Kehadiran').click();
      await sees(host, '2 hadir · 1 sebagian · 0 tidak hadir');
      for (const [name, time] of [
        [ASKER, 'Hadir .*40 dari 40 menit'],
        [VOTER, 'Hadir .*40 dari 40 menit'],
        [NOISY, 'Hadir sebagian .*0 dari 40 menit'],
      ]) {
        await host.getByRole('row', { name: new RegExp(`${name ?? ''}.*${time ?? ''}`) }).waitFor();
      }
    },
    STEP_MS,
  );

  /** The question at the desk, by its words. */
  function question(page: Page): Locator {
    return page.getByRole('group', { name: QUESTION, exact: true });
  }
});

/** Those of the texts that the page's chat shows, as often as it does, in its order. */
async function talk(page: Page, texts: readonly string[]): Promise<string[]> {
  const lines = (await page.getByRole('log').innerText()).split('\n');
  return lines.filter((each) => texts.includes(each));
}
