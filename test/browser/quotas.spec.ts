// Staff keep seats for a unit; members read for whom the free seats are and by what order they wait; who is refused reads why.
// On a phone in Indonesian and on a laptop in English.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { signedIn } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';

const LOOKS: { viewport: Viewport; language: 'id' | 'en' }[] = [
  { viewport: 'phone', language: 'id' },
  { viewport: 'laptop', language: 'en' },
];
const STORY_MS = 180_000;
const REASON = 'Belum lunas simpanan wajib';

describeWithChromium.each(LOOKS)('seats of a unit, on a $viewport, in $language', ({ viewport, language }) => {
  let app: TestApp;
  let browser: Browser;
  let home: CooperativeRow;
  let admin: MemberRow;
  let outsider: MemberRow;
  let session: SessionRow;
  let page: Page;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const button = (id: string, en: string) => page.getByRole('button', { name: say(id, en), exact: true });
  const heading = (id: string, en: string) => page.getByRole('heading', { name: say(id, en) });

  beforeEach(async () => {
    app = await bootApp();
    browser = await openBrowser();
    home = await aCooperative(app);
    admin = await anAdmin(app, home);
    await aUnit(app, home, { name: 'Cabang Makassar' });
    outsider = await aMember(app, home);
    await app.db.sql('UPDATE members SET language = $1', [language]);
    session = await aSession(app, home, { title: 'Menabung, lalu investasi', capacity: 2 });
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

  it(
    'are kept by the terms, and others wait knowing why',
    async () => {
      await visit(admin, `/kelola/sesi/${session.id}`);
      await page.getByLabel(say('Urutan daftar tunggu', 'Order of the waiting list')).selectOption('unit-quota');
      await page.getByLabel('Cabang Makassar').fill('2');
      await page
        .getByLabel(say('Jatah dilepas sebelum mulai (jam)', 'Seats are kept until (hours before the start)'))
        .fill('12');
      expect(await seriousFindings(page)).toEqual([]);
      await button('Simpan syarat', 'Save the terms').click();
      await page.getByText(say('Syarat pendaftaran disimpan.', 'The terms of registration are saved.')).waitFor();

      await visit(outsider, `/sesi/${session.id}`);
      await heading(
        'Kursi yang tersisa disimpan untuk unit lain',
        'The seats that are left are kept for other units',
      ).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await button('Masuk daftar tunggu', 'Join the waiting list').click();
      await heading('Anda nomor 1 di daftar tunggu', 'You are no. 1 on the waiting list').waitFor();
      await page
        .getByText(say('sebagian kursi disimpan untuk unit tertentu', 'some seats are kept for certain units'))
        .waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'or the lack of them: who is refused reads why on the page and at home, and may ask once more',
    async () => {
      const desk = await signedIn(app, admin);
      const path = `/api/sessions/${session.id}`;
      await desk.put(`${path}/registration-terms`, {
        ...{ version: 0, needsApproval: true, closesAt: null, unitIds: [], roles: [], prerequisites: [] },
        ...{ queuePolicy: 'fifo', quotas: [], freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
      });
      const asked = await (await signedIn(app, outsider)).post<{ id: string }>(`${path}/registration`);
      await desk.post(`${path}/registrations/rejections`, { registrationIds: [asked.body.id], reason: REASON });

      await visit(outsider, '/');
      await heading('Yang tidak jadi', 'What came to nothing').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('link', { name: session.title }).first().click();
      await heading('Pendaftaran Anda tidak disetujui', 'Your registration was not approved').waitFor();
      await page.getByText(REASON).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await button('Daftar', 'Register').click();
      await heading('Pendaftaran Anda menunggu persetujuan', 'Your registration is waiting for approval').waitFor();
    },
    STORY_MS,
  );
});
