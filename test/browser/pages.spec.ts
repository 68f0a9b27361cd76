// Every page, on a phone and on a laptop, light and dark, in both languages: it shows what it is, keeps nobody out, and
// (with SINAU_SCREENSHOTS=folder) has its picture taken.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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
  {
    name: 'lepas',
    path: (s) => new URL(s.release).pathname + new URL(s.release).hash,
    as: 'nobody',
    shows: { id: /Batalkan pendaftaran\?/, en: /Cancel your registration\?/ },
  },
  { name: 'beranda', path: () => '/beranda', as: 'siti', shows: { id: /Jam belajar 2026/, en: /Learning hours 2026/ } },
  {
    name: 'beranda-pemandu',
    path: () => '/beranda',
    as: 'facilitator',
    shows: { id: /Sesi yang Anda pandu/, en: /Sessions that you run/ },
  },
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
  { name: 'jawaban', path: () => '/jawaban', as: 'siti', shows: { id: /Belum ada jawaban/, en: /No written answer/ } },
  { name: 'catatan', path: () => '/catatan', as: 'siti', shows: { id: /Sesi yang dihadiri/, en: /Sessions attended/ } },
  { name: 'aku', path: () => '/aku', as: 'siti', shows: { id: /Perangkat ini/, en: /This device/ } },
  {
    name: 'konsol',
    path: (s) => `/sesi/${s.live}/konsol`,
    as: 'facilitator',
    shows: { id: /Akhiri sesi/, en: /End the session/ },
  },
  {
    name: 'konsol-persiapan',
    path: (s) => `/sesi/${s.next}/konsol`,
    as: 'facilitator',
    shows: { id: /Putar nada uji/, en: /Play a test tone/ },
  },
  {
    name: 'proyektor',
    path: (s) => `/sesi/${s.live}/proyektor`,
    as: 'facilitator',
    shows: { id: /Gabung dari ponsel/, en: /Join from your phone/ },
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
    name: 'pertanyaan',
    path: () => '/kelola/pertanyaan',
    as: 'facilitator',
    shows: { id: /Semua pertanyaan sudah terjawab/, en: /Every question is answered/ },
  },
  {
    name: 'anggota',
    path: () => '/kelola/anggota',
    as: 'admin',
    shows: { id: /Yosef Kaisiepo/, en: /Yosef Kaisiepo/ },
  },
  {
    name: 'anggota-baru',
    path: () => '/kelola/anggota/baru',
    as: 'admin',
    shows: { id: /Tambahkan/, en: /^Add$/ },
  },
  {
    name: 'anggota-ubah',
    path: (s) => `/kelola/anggota/${s.siti.id}`,
    as: 'admin',
    shows: { id: /Peran selain anggota/, en: /Roles besides member/ },
  },
  {
    name: 'impor',
    path: () => '/kelola/anggota/impor',
    as: 'admin',
    shows: { id: /Pilih berkas CSV/, en: /Choose a CSV file/ },
  },
  {
    name: 'pengaturan',
    path: () => '/kelola/pengaturan',
    as: 'admin',
    shows: { id: /Hadir bila mengikuti/, en: /Present from/ },
  },
];

interface Look {
  viewport: Viewport;
  language: 'id' | 'en';
  scheme: 'light' | 'dark';
}

const LOOKS: Look[] = [
  { viewport: 'phone', language: 'id', scheme: 'light' },
  { viewport: 'laptop', language: 'en', scheme: 'dark' },
];
// Without them the README's pictures would lack a laptop by day and a phone by night.
const MORE_LOOKS: Look[] = [
  { viewport: 'phone', language: 'id', scheme: 'dark' },
  { viewport: 'laptop', language: 'id', scheme: 'light' },
];

const pictures = process.env['SINAU_SCREENSHOTS'];
const looks = pictures === undefined ? LOOKS : [...LOOKS, ...MORE_LOOKS];

describeWithChromium('every page', () => {
  let app: TestApp;
  let browser: Browser;
  let story: Story;

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
    story = await aCooperativeStory(app);
  }, 180_000);

  afterAll(async () => {
    story.close();
    await browser.close();
    await app.close();
  });

  describe.each(looks)('on a $viewport, in $language, $scheme', (look) => {
    it.each(PAGES)('$name says what it is and keeps nobody out', async (shown) => {
      const { page, errors, close } = await open(shown, look);
      await page.goto(shown.path(story));
      await page.getByText(shown.shows[look.language]).filter({ visible: true }).first().waitFor();
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      if (pictures === undefined) expect(await seriousFindings(page)).toEqual([]);
      else await takePicture(page, pictures, `${shown.name}-${look.viewport}-${look.scheme}`);
      expect(errors).toEqual([]);
      await close();
    });
  });

  async function open(shown: Shown, { viewport, language, scheme }: Look) {
    const as = shown.as === 'nobody' ? undefined : story[shown.as];
    if (as) await app.db.sql('UPDATE members SET language = $1 WHERE id = $2', [language, as.id]);
    const context = await aDevice(browser, app, { viewport, language, scheme, ...(as ? { as } : {}) });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return { page, errors, close: () => context.close() };
  }
});

async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
