// The room by hand of members, on a phone and a laptop, with staff at work on the other side: questions, votes, a poll,
// a removal, half a minute without a network, and reading text only.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Visit } from '../support/browser.js';
import { Line } from '../support/line.js';
import { RoomClient } from '../support/room-client.js';

const STORY_MS = 180_000;

describeWithChromium('members in the room', () => {
  let app: TestApp;
  let browser: Browser;
  let room: SeededRoom;
  let host: RoomClient;
  const open: BrowserContext[] = [];

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
  }, STORY_MS);

  beforeEach(async () => {
    room = await aRoom(app, { members: 3 });
    host = new RoomClient(app.url, (await signedIn(app, room.host)).cookie, room.sessionId);
    await host.enter();
  });

  afterEach(async () => {
    host.close();
    await Promise.all(open.splice(0).map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function entered(person: Person | undefined, visit: Visit = {}): Promise<{ page: Page; line: Line }> {
    const member = person ?? room.host;
    await app.db.sql('UPDATE members SET language = $2 WHERE id = $1', [member.id, visit.language ?? 'id']);
    const context = await aDevice(browser, app, { ...visit, as: member });
    open.push(context);
    const page = await context.newPage();
    const line = await Line.of(page);
    await page.goto(`/sesi/${room.sessionId}/ruang`);
    await page.getByText(visit.language === 'en' ? 'Connected' : 'Tersambung').waitFor();
    return { page, line };
  }

  async function question(text: string) {
    await host.until((one) => one.state?.questions.some((each) => each.text === text) ?? false);
    const found = host.state?.questions.find((each) => each.text === text);
    if (!found) throw new Error('Not asked');
    return { questionId: found.id, version: found.version };
  }

  it(
    'ask, see what becomes of it, and vote instead of asking twice',
    async () => {
      const { page: asker } = await entered(room.members[0]);
      const { page: other } = await entered(room.members[1], { viewport: 'laptop', language: 'en' });
      const text = 'Berapa besar dana darurat yang sehat?';
      await asker.getByRole('tab', { name: /Tanya/ }).click();
      await asker.getByRole('textbox', { name: 'Apa yang ingin Anda tanyakan?' }).fill(text);
      await asker.getByRole('checkbox', { name: 'Tanpa nama saya' }).check();
      await asker.getByRole('button', { name: 'Kirim' }).click();
      await asker.getByText('Menunggu petugas').waitFor();

      await other.getByRole('tab', { name: /Ask/ }).click();
      await other.getByText('No question yet').waitFor();
      await host.send('question.approve', { id: newId(), ...(await question(text)) });
      await other.getByText(text).waitFor();
      expect(await other.getByText(room.members[0]?.name ?? '').count()).toBe(0);

      // Somebody who begins to ask the same is shown it.
      await other.getByRole('textbox', { name: 'What would you like to know?' }).fill('Berapa dana darurat yang sehat');
      await other.getByRole('button', { name: 'Vote for it' }).click();
      await asker.getByText('1 suara').waitFor();
      await other.getByRole('button', { name: /I want to know too/, pressed: true }).waitFor();
      expect(await seriousFindings(other)).toEqual([]);

      await host.send('question.stage', { id: newId(), ...(await question(text)) });
      await asker.getByText('Sedang dijawab', { exact: true }).waitFor();
      await host.until((one) => one.state?.questions[0]?.state === 'answering');
      await host.send('question.answer', {
        id: newId(),
        ...(await question(text)),
        text: 'Tiga sampai enam kali pengeluaran sebulan.',
      });
      await asker.getByText('Tiga sampai enam kali pengeluaran sebulan.').waitFor();
      await asker.getByRole('status').filter({ hasText: 'Pertanyaan Anda terjawab' }).waitFor({ state: 'attached' });
      expect(await seriousFindings(asker)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'answer a poll once it is opened, and see what it came to once it is closed',
    async () => {
      const { page } = await entered(room.members[0]);
      const pollId = newId();
      await host.send('poll.save', {
        id: newId(),
        pollId,
        kind: 'single',
        text: 'Di mana Anda menyimpan dana darurat?',
        options: ['Tabungan', 'Di rumah'],
      });
      await page.getByRole('tab', { name: /Polling/ }).click();
      await page.getByText('Belum ada polling.').waitFor();
      await host.send('poll.open', { id: newId(), pollId, version: version() });
      await page.getByRole('radio', { name: 'Tabungan' }).check();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Jawab' }).click();
      await page.getByText('Hasil tampil setelah polling ditutup').waitFor();
      await host.until((one) => one.state?.polls[0]?.answered === 1);
      await host.send('poll.close', { id: newId(), pollId, version: version() });
      await page.getByRole('row', { name: /Tabungan.*100 % \(1\)/ }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);

      function version(): number {
        return host.state?.polls.find(({ id }) => id === pollId)?.version ?? 1;
      }
    },
    STORY_MS,
  );

  it(
    'lose the network for half a minute, and miss nothing, and say what they wrote once',
    async () => {
      const { page, line } = await entered(room.members[0]);
      await host.post('Sebelum terowongan');
      await page.getByRole('log').getByText('Sebelum terowongan').waitFor();
      await page.context().setOffline(true);
      line.isDown = true;
      line.cut();
      await page.getByText('Sambungan terputus').waitFor();
      const field = page.getByRole('textbox', { name: 'Tulis pesan' });
      await field.fill('Dari dalam terowongan');
      await field.press('Enter');
      for (const text of ['satu', 'dua', 'tiga']) await host.post(text);
      await host.send('room.announce', { id: newId(), text: 'Istirahat sebentar' });
      app.clock.advance({ seconds: 30 });
      line.isDown = false;
      // The device says so, and the page tries at once, whatever try still hangs.
      await page.context().setOffline(false);
      await page.getByText('Tersambung').waitFor();
      await page.getByText('Istirahat sebentar').first().waitFor();
      await page.getByRole('log').getByText('3 pesan dimuat').waitFor();
      await host.until((one) => one.texts.includes('Dari dalam terowongan'));
      expect(host.texts).toEqual(['Sebelum terowongan', 'satu', 'dua', 'tiga', 'Dari dalam terowongan']);
      await page.getByRole('log').getByText('Dari dalam terowongan').waitFor();
      expect(await page.getByRole('log').getByText('Dari dalam terowongan').count()).toBe(1);
    },
    STORY_MS,
  );

  it(
    'read text only: messages are counted, and come when they ask',
    async () => {
      const { page } = await entered(room.members[0]);
      await page.getByRole('switch', { name: 'Teks saja' }).check();
      const load = page.getByRole('button', { name: /pesan baru. Muat/ });
      // What is said before the server has heard of the switch still comes at once: it is said again until it is counted.
      let said = 0;
      while (!(await load.isVisible())) {
        said += 1;
        await host.post(`Nomor ${String(said)} untuk nanti`);
        await load.waitFor({ timeout: 4_000 }).catch(() => undefined);
      }
      await load.click();
      await page
        .getByRole('log')
        .getByText(`Nomor ${String(said)} untuk nanti`)
        .waitFor();
      // What they write themselves stands in its place at once, and waits no more.
      const field = page.getByRole('textbox', { name: 'Tulis pesan' });
      await field.fill('Dari ponsel hemat');
      await field.press('Enter');
      await page.getByRole('log').getByText('Dari ponsel hemat').waitFor();
      await page.getByText('Mengirim').waitFor({ state: 'detached' });
      expect(await page.getByRole('log').getByText('Dari ponsel hemat').count()).toBe(1);
      await page.getByRole('switch', { name: 'Teks saja' }).uncheck();
      await host.post('Langsung tampil');
      await page.getByRole('log').getByText('Langsung tampil').waitFor();
    },
    STORY_MS,
  );

  it(
    'raise a hand and clap, and see it counted',
    async () => {
      const { page } = await entered(room.members[0]);
      await page.getByRole('button', { name: 'Angkat tangan' }).click();
      await page.getByRole('button', { name: 'Turunkan tangan · 1', pressed: true }).waitFor();
      await host.until((one) => one.pulse?.hands === 1);
      await page.getByRole('button', { name: 'Tepuk tangan' }).click();
      await host.until((one) => (one.pulse?.reactions.clap ?? 0) > 0);
      await host.send('hand.lower', { id: newId(), memberId: room.members[0]?.id ?? '' });
      await page.getByRole('button', { name: 'Angkat tangan' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'take back their own message, are muted, and are sent out',
    async () => {
      const { page } = await entered(room.members[0]);
      const field = page.getByRole('textbox', { name: 'Tulis pesan' });
      await field.fill('Salah kirim');
      await field.press('Enter');
      await page.getByRole('log').getByText('Salah kirim').waitFor();
      await page.getByRole('button', { name: 'Tindakan untuk pesan ini' }).click();
      await page.getByRole('menuitem', { name: 'Hapus pesan' }).click();
      await page.getByRole('log').getByText('Pesan dihapus').waitFor();

      const memberId = room.members[0]?.id ?? '';
      await host.send('member.mute', { id: newId(), memberId, isMuted: true, reason: 'Iklan' });
      await page.getByPlaceholder('Petugas membisukan Anda').waitFor();
      await host.send('member.remove', { id: newId(), memberId, isRemoved: true, reason: 'Iklan lagi' });
      await page.getByText('Panitia mengeluarkan Anda dari ruang ini.').waitFor();
      await page.reload();
      await page.getByText('Panitia mengeluarkan Anda dari ruang ini.').waitFor();
    },
    STORY_MS,
  );
});
