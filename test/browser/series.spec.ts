// An admin plans a series by hand and changes all of it, or makes a session from another; a member registers once for every
// session. On a phone in Indonesian and on a laptop in English.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { signedIn } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type MemberRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';

const LOOKS: { viewport: Viewport; language: 'id' | 'en' }[] = [
  { viewport: 'phone', language: 'id' },
  { viewport: 'laptop', language: 'en' },
];
const STORY_MS = 180_000;

interface Series {
  version: number;
  sessions: { id: string; title: string; startsAt: string; mine: string | null }[];
}

describeWithChromium.each(LOOKS)('a plan, on a $viewport, in $language', ({ viewport, language }) => {
  let app: TestApp;
  let browser: Browser;
  let admin: MemberRow;
  let member: MemberRow;
  let page: Page;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const button = (id: string, en: string) => page.getByRole('button', { name: say(id, en), exact: true });

  beforeEach(async () => {
    app = await bootApp();
    browser = await openBrowser();
    const home = await aCooperative(app);
    admin = await anAdmin(app, home);
    member = await aMember(app, home);
    await app.db.sql('UPDATE members SET language = $1', [language]);
  }, STORY_MS);

  afterEach(async () => {
    await browser.close();
    await app.close();
  });

  async function visit(as: MemberRow, path: string): Promise<void> {
    const context = await aDevice(browser, app, { viewport, language, as });
    page = await context.newPage();
    await page.goto(path);
  }

  /** In the calendar that is open; resolves when it has closed. */
  async function choose(id: string, en: string): Promise<void> {
    const day = button(id, en);
    await day.click();
    await page.keyboard.press('Escape');
    await day.waitFor({ state: 'detached' });
  }

  /** The series of the session whose editor is open. */
  async function seriesHere(): Promise<Series> {
    const desk = await signedIn(app, admin);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { body } = await desk.get<{ seriesId: string }>(`/api/sessions/${id}`);
    return (await desk.get<Series>(`/api/series/${body.seriesId}`)).body;
  }

  it(
    'of a series is made with a date left out, changed as a whole, and registered for at once',
    async () => {
      await visit(admin, '/kelola/sesi/baru');
      await page.getByLabel(say('Judul', 'Title'), { exact: true }).fill('Tanya jawab mingguan');
      await page.getByRole('switch', { name: say('Sesi ini berulang', 'This session recurs') }).click();
      await page.getByText(say('Pilih dahulu waktu mulai', 'Choose the start')).waitFor();
      await page.getByLabel(say('Mulai', 'Start'), { exact: true }).click();
      await choose('10 Juli 2026', '10 July 2026');
      await page.getByLabel(say('Berapa kali', 'How many times')).fill('3');
      await page.getByText(say('3 sesi', '3 sessions'), { exact: true }).waitFor();
      await page.getByRole('checkbox', { name: say('Jumat, 17 Juli 2026', 'Friday, 17 July 2026') }).click();
      await page.getByText(say('2 sesi', '2 sessions'), { exact: true }).waitFor();
      await page.getByRole('switch', { name: say('Sekali mendaftar', 'Register once') }).click();
      expect(await seriousFindings(page)).toEqual([]);
      await button('Simpan konsep', 'Save draft').click();

      await page.getByText(say('Setiap Jumat, 3 kali', 'Every Friday, 3 times')).waitFor();
      const title = page.getByLabel(say('Judul', 'Title'), { exact: true });
      await title.fill('Tanya jawab keuangan');
      await button('Simpan perubahan', 'Save changes').click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByLabel(say('Semua sesi seri yang belum dimulai', 'All sessions of the series that have not begun'))
        .click();
      await dialog.getByRole('button', { name: say('Simpan perubahan', 'Save changes') }).click();
      await page.getByText(say('Perubahan tersimpan.', 'Your changes are saved.')).waitFor();
      await button('Tambah tanggal', 'Add dates').click();
      await dialog.getByLabel(say('Berapa kali lagi', 'How many times more')).fill('1');
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: say('Tambahkan', 'Add them') }).click();
      await page.getByText(say('Seri sudah diperpanjang.', 'The series is longer.')).waitFor();
      await page.getByText(say('Setiap Jumat, 4 kali', 'Every Friday, 4 times')).waitFor();
      const series = await seriesHere();
      expect(series.sessions.map((one) => one.title)).toEqual(Array(3).fill('Tanya jawab keuangan'));

      const desk = await signedIn(app, admin);
      const first = series.sessions[0]?.id ?? '';
      const staff = [{ memberId: admin.id, role: 'moderator' }];
      await desk.patch(`/api/sessions/${first}/series`, { version: series.version, scope: 'all', staff });
      await page.reload();
      await button('Terbitkan', 'Publish').click();
      await dialog.getByLabel(say('Sesi ini dan yang sesudahnya', 'This session and those that follow')).click();
      await button('Ya, terbitkan', 'Yes, publish').click();
      await page.getByText(say('Sesi diterbitkan.', 'The session is published.')).waitFor();

      await visit(member, `/sesi/${first}`);
      await page.getByText(say('Sekali mendaftar, Anda terdaftar', 'Register once, and you are registered')).waitFor();
      await button('Daftar', 'Register').click();
      await page.getByText(say('Anda terdaftar di 3 sesi.', 'You are registered for 3 sessions.')).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: say('Bagian dari seri', 'Part of a series') }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'of one session is a copy at another time, or a template for a new one',
    async () => {
      const desk = await signedIn(app, admin);
      const times = { startsAt: '2026-07-08T03:00:00Z', endsAt: '2026-07-08T05:00:00Z' };
      const plan = { title: 'Kelas cicilan', topic: 'Utang', capacity: 25, ...times };
      const { body: source } = await desk.post<{ id: string }>('/api/sessions', plan);
      await visit(admin, `/kelola/sesi/${source.id}`);
      const dialog = page.getByRole('dialog');

      await button('Jadikan templat', 'Make a template').click();
      await dialog.getByLabel(say('Nama templat', 'Name of the template')).fill('Kelas kecil');
      await dialog.getByRole('button', { name: say('Simpan', 'Save'), exact: true }).click();
      await page.getByText(say('Templat tersimpan.', 'The template is saved.')).waitFor();

      await button('Salin', 'Copy').click();
      await dialog.getByLabel(say('Mulai', 'Start'), { exact: true }).click();
      await page.getByRole('button', { name: say('15 Juli 2026', '15 July 2026'), exact: true }).click();
      // A touch beside it closes the calendar, which lies over the button on a phone.
      await page.getByText(say('Salin sesi ini ke waktu lain', 'Copy this session to another time')).click();
      await button('Buat salinan', 'Make a copy').click();
      await page.waitForURL((url) => !url.pathname.includes(source.id));
      const copyId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect((await desk.get(`/api/sessions/${copyId}`)).body).toMatchObject({
        ...{
          title: plan.title,
          capacity: 25,
          startsAt: '2026-07-14T17:00:00.000Z',
          endsAt: '2026-07-14T19:00:00.000Z',
        },
      });

      await page.goto('/kelola/sesi/baru');
      await page.getByLabel(say('Mulai dari', 'Start from')).selectOption({ label: 'Kelas kecil' });
      const title = page.getByLabel(say('Judul', 'Title'), { exact: true });
      expect(await title.inputValue()).toBe('Kelas cicilan');
      await title.fill('Kelas cicilan, lanjutan');
      await page.getByLabel(say('Mulai', 'Start'), { exact: true }).click();
      await choose('22 Juli 2026', '22 July 2026');
      expect(await seriousFindings(page)).toEqual([]);
      await button('Simpan konsep', 'Save draft').click();
      await page.getByRole('heading', { name: 'Kelas cicilan, lanjutan' }).waitFor();
      const newId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect((await desk.get(`/api/sessions/${newId}`)).body).toMatchObject({ capacity: 25, topic: { name: 'Utang' } });
    },
    STORY_MS,
  );
});
