// What each role came to do, by hand: a member registers and talks, a facilitator holds a session, an admin plans one and
// imports the roster. On a phone in Indonesian and on a laptop in English.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signedIn } from '../factories/auth.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, type Viewport } from '../support/browser.js';
import { aCooperativeStory, type Story } from './cooperative-story.js';

const LOOKS: { viewport: Viewport; language: 'id' | 'en' }[] = [
  { viewport: 'phone', language: 'id' },
  { viewport: 'laptop', language: 'en' },
];
const PASSWORD = 'kebun-teh-di-lereng';
const STORY_MS = 180_000;

describeWithChromium.each(LOOKS)('on a $viewport, in $language', ({ viewport, language }) => {
  let app: TestApp;
  let browser: Browser;
  let story: Story;
  let context: BrowserContext;
  let page: Page;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const button = (id: string, en: string) => page.getByRole('button', { name: say(id, en), exact: true });
  const link = (id: string, en: string) => page.getByRole('link', { name: say(id, en), exact: true });

  beforeEach(async () => {
    app = await bootApp();
    browser = await openBrowser();
    story = await aCooperativeStory(app);
    await app.db.sql('UPDATE members SET language = $1', [language]);
  }, STORY_MS);

  afterEach(async () => {
    story.close();
    await browser.close();
    await app.close();
  });

  async function visit(as?: { id: string }): Promise<void> {
    context = await aDevice(browser, app, { viewport, language, ...(as ? { as } : {}) });
    page = await context.newPage();
  }

  describe('a member', () => {
    it(
      'signs in, gives a seat back and takes it again, and loses no word in the room',
      async () => {
        await (await signedIn(app, story.siti)).put('/api/auth/password', { password: PASSWORD });
        await visit();
        await page.goto(`/k/${story.slug}/masuk?ke=/sesi/${story.next}`);
        await page
          .getByLabel(say('Alamat e-mail atau nomor anggota', 'E-mail address or member number'))
          .fill(story.siti.number);
        await page.getByLabel(say('Kata sandi', 'Password'), { exact: true }).fill(PASSWORD);
        await button('Masuk', 'Sign in').click();

        await button('Batalkan pendaftaran', 'Cancel my registration').click();
        await button('Ya, batalkan', 'Yes, cancel it').click();
        await button('Daftar', 'Register').click();
        await page.getByRole('heading', { name: say('Anda terdaftar', 'You are registered') }).waitFor();

        await page.goto(`/sesi/${story.live}`);
        await link('Masuk ke ruang', 'Enter the room').click();
        const log = page.getByRole('log');
        await log.getByText('Halo dari Makassar!').waitFor();
        const line = page.getByRole('textbox', { name: say('Tulis pesan', 'Write a message') });
        await line.fill('Hadir!');
        await line.press('Enter');
        await log.getByText('Hadir!').waitFor();

        await context.setOffline(true);
        await page.evaluate("window.dispatchEvent(new Event('offline'))");
        await line.fill('Ditulis di terowongan');
        await line.press('Enter');
        await context.setOffline(false);
        await log.getByText('Ditulis di terowongan').waitFor();
        // Whatever still waits when the line is cut goes out again as well: none may stay behind.
        await page.locator('[class*=pending]').first().waitFor({ state: 'detached', timeout: 60_000 });
        expect(await log.getByText('Hadir!').count()).toBe(1);
        expect(await log.getByText('Ditulis di terowongan').count()).toBe(1);
      },
      STORY_MS,
    );
  });

  describe('a facilitator', () => {
    it(
      'sees who is here, ends the session, and takes it back',
      async () => {
        await visit(story.facilitator);
        await page.goto(`/sesi/${story.live}/konsol`);
        if (viewport === 'phone') await page.getByRole('tab', { name: /^Di ruang|^In the room/ }).click();
        await page.getByText('Ayu Lestari').first().waitFor();
        await button('Akhiri sesi', 'End the session').click();
        await button('Ya, akhiri', 'Yes, end it').click();
        await button('Batalkan pengakhiran', 'Undo the end').click();
        await button('Akhiri sesi', 'End the session').waitFor();
      },
      STORY_MS,
    );
  });

  describe('an admin', () => {
    it(
      'publishes a draft, cancels it again, and imports the roster',
      async () => {
        await visit(story.admin);
        await page.goto(`/kelola/sesi/${story.draft}`);
        await button('Terbitkan', 'Publish').click();
        await button('Ya, terbitkan', 'Yes, publish').click();
        await button('Batalkan sesi', 'Cancel session').click();
        await page.getByText(say('Belum ada yang terdaftar', 'Nobody is registered yet')).waitFor();
        await button('Ya, batalkan sesi', 'Yes, cancel the session').click();
        await page.getByText(say('Dibatalkan', 'Cancelled'), { exact: true }).first().waitFor();

        await page.goto('/kelola/anggota/impor');
        await page.locator('input[type=file]').setInputFiles({
          name: 'anggota.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('No Anggota;Nama;Email\nB-1;Wayan Sukarta;wayan@contoh.id\nB-2;;kosong@contoh.id\n'),
        });
        await button('Periksa isi berkas', 'Check the file').click();
        await app.settle();
        await page.getByText(say('Baris 3', 'Line 3')).waitFor();
        await button('Terapkan 1 baris yang baik saja', 'Apply the 1 good lines only').click();
        await button('Ya, terapkan', 'Yes, apply').click();
        await app.settle();
        await page.getByText(say('Impor selesai', 'The import is done')).waitFor();
      },
      STORY_MS,
    );
  });
});
