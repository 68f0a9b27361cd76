// Every page, on a phone and on a laptop, light and dark, in both languages: it shows what it is, keeps nobody out, and
// (with SINAU_SCREENSHOTS=folder) has its picture taken.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';
import { aCooperativeStory, type Story } from './cooperative-story.js';

type Role = 'nobody' | 'siti' | 'facilitator' | 'admin';

interface Shown {
  name: string;
  path: (story: Story) => string;
  as: Role;
  /** What is on it once it has loaded, by language. */
  shows: { id: RegExp; en: RegExp };
}

const PAGES: Shown[] = [
  { name: 'koperasi', path: () => '/k/nusantara', as: 'nobody', shows: { id: /Jadwal terbuka/, en: /Open schedule/ } },
  {
    name: 'masuk',
    path: () => '/k/nusantara/masuk',
    as: 'nobody',
    shows: { id: /Masuk ke Koperasi/, en: /Sign in to/ },
  },
  { name: 'beranda', path: () => '/beranda', as: 'siti', shows: { id: /Jam belajar 2026/, en: /Learning hours 2026/ } },
  { name: 'jadwal', path: () => '/jadwal', as: 'siti', shows: { id: /Waspada penipuan/, en: /Waspada penipuan/ } },
  {
    name: 'sesi',
    path: (s) => `/sesi/${s.next}`,
    as: 'siti',
    shows: { id: /Anda terdaftar/, en: /You are registered/ },
  },
  {
    name: 'sesi-penuh',
    path: (s) => `/sesi/${s.full}`,
    as: 'siti',
    shows: { id: /Anda nomor 3 di daftar tunggu/, en: /You are no\. 3 on the waiting list/ },
  },
  {
    name: 'sesi-lewat',
    path: (s) => `/sesi/${s.past}`,
    as: 'siti',
    shows: { id: /Kehadiran Anda/, en: /Your attendance/ },
  },
  { name: 'ruang', path: (s) => `/sesi/${s.live}/ruang`, as: 'siti', shows: { id: /Tersambung/, en: /Connected/ } },
  { name: 'catatan', path: () => '/catatan', as: 'siti', shows: { id: /Sesi yang dihadiri/, en: /Sessions attended/ } },
  { name: 'aku', path: () => '/aku', as: 'siti', shows: { id: /Perangkat ini/, en: /This device/ } },
  {
    name: 'konsol',
    path: (s) => `/sesi/${s.live}/konsol`,
    as: 'facilitator',
    shows: { id: /Akhiri sesi/, en: /End the session/ },
  },
  {
    name: 'kelola-sesi',
    path: () => '/kelola/sesi',
    as: 'admin',
    shows: { id: /Pajak penghasilan/, en: /Pajak penghasilan/ },
  },
  {
    name: 'kelola-sesi-baru',
    path: () => '/kelola/sesi/baru',
    as: 'admin',
    shows: { id: /Simpan konsep/, en: /Save draft/ },
  },
  {
    name: 'kelola-sesi-ubah',
    path: (s) => `/kelola/sesi/${s.next}`,
    as: 'admin',
    shows: { id: /Simpan perubahan/, en: /Save changes/ },
  },
  {
    name: 'peserta',
    path: (s) => `/kelola/sesi/${s.full}/peserta`,
    as: 'admin',
    shows: { id: /Daftar tunggu no\. 1/, en: /Waiting list no\. 1/ },
  },
  {
    name: 'kehadiran',
    path: (s) => `/kelola/sesi/${s.past}/kehadiran`,
    as: 'admin',
    shows: { id: /2 hadir/, en: /2 present/ },
  },
  {
    name: 'anggota',
    path: () => '/kelola/anggota',
    as: 'admin',
    shows: { id: /Yosef Kaisiepo/, en: /Yosef Kaisiepo/ },
  },
  {
    name: 'impor',
    path: () => '/kelola/anggota/impor',
    as: 'admin',
    shows: { id: /Pilih berkas CSV/, en: /Choose a CSV file/ },
  },
];

const LOOKS: { viewport: Viewport; language: 'id' | 'en'; scheme: 'light' | 'dark' }[] = [
  { viewport: 'phone', language: 'id', scheme: 'light' },
  { viewport: 'phone', language: 'en', scheme: 'dark' },
  { viewport: 'laptop', language: 'id', scheme: 'dark' },
  { viewport: 'laptop', language: 'en', scheme: 'light' },
];

const pictures = process.env['SINAU_SCREENSHOTS'];

describeWithChromium('every page', () => {
  let app: TestApp;
  let browser: Browser;
  let story: Story;

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
    story = await aCooperativeStory(app);
  });

  afterAll(async () => {
    story.close();
    await browser.close();
    await app.close();
  });

  it.each(LOOKS)(
    'keeps nobody out: $viewport, $language, $scheme',
    async ({ viewport, language, scheme }) => {
      const found: string[] = [];
      for (const role of ['nobody', 'siti', 'facilitator', 'admin'] as const) {
        const as = role === 'nobody' ? {} : { as: story[role] };
        if (role !== 'nobody')
          await app.db.sql('UPDATE members SET language = $1 WHERE id = $2', [language, story[role].id]);
        const context = await aDevice(browser, app, { viewport, language, scheme, ...as });
        const page = await context.newPage();
        page.on('console', (message) => {
          if (message.type() === 'error') found.push(`console: ${message.text()}`);
        });
        for (const shown of PAGES.filter((one) => one.as === role)) {
          await page.goto(shown.path(story));
          await page.getByText(shown.shows[language]).filter({ visible: true }).first().waitFor();
          await page.waitForLoadState('networkidle');
          const findings = await seriousFindings(page);
          found.push(...findings.map((finding) => `${shown.name}: ${finding}`));
          await takePicture(page, `${shown.name}-${viewport}-${language}-${scheme}`);
        }
        await context.close();
      }
      expect(found).toEqual([]);
    },
    240_000,
  );

  async function takePicture(page: { screenshot(options: object): Promise<unknown> }, name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }
});
