// Whoever is asked to run sessions reads what else they have then, and can step down again; staff are warned of every date of
// a series, and say why what is cancelled is. On a phone in Indonesian and on a laptop in English.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { signedIn } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';

const LOOKS: { viewport: Viewport; language: 'id' | 'en' }[] = [
  { viewport: 'phone', language: 'id' },
  { viewport: 'laptop', language: 'en' },
];
const STORY_MS = 180_000;
const WEEK = 7 * 24 * 3_600_000;

describeWithChromium.each(LOOKS)('a duty, on a $viewport, in $language', ({ viewport, language }) => {
  let app: TestApp;
  let browser: Browser;
  let home: CooperativeRow;
  let admin: MemberRow;
  let facilitator: MemberRow;
  let page: Page;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const button = (id: string, en: string) => page.getByRole('button', { name: say(id, en), exact: true });

  beforeEach(async () => {
    app = await bootApp();
    browser = await openBrowser();
    home = await aCooperative(app);
    admin = await anAdmin(app, home);
    facilitator = await aMember(app, home, { name: 'Bambang Wijayanto', roles: ['member', 'facilitator'] });
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

  /** Ids of three weekly sessions, published; the facilitator is asked for all of them. */
  async function aSeries(): Promise<string[]> {
    const startsAt = new Date(app.clock.now().getTime() + WEEK);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    const staff = [
      { memberId: admin.id, role: 'moderator' },
      { memberId: facilitator.id, role: 'host' },
    ];
    const desk = await signedIn(app, admin);
    const { body } = await desk.post<{ sessions: { id: string }[] }>('/api/series', {
      ...{ session: { title: 'Tanya jawab', startsAt, endsAt, staff }, rrule: 'FREQ=WEEKLY;COUNT=3' },
    });
    const ids = body.sessions.map(({ id }) => id);
    expect((await desk.post(`/api/sessions/${ids[0] ?? ''}/series/publish`, { scope: 'all' })).status).toBe(200);
    return ids;
  }

  it(
    'is weighed against what else is on, taken, and given back',
    async () => {
      const [first = '', second] = await aSeries();
      const busyAt = new Date(app.clock.now().getTime() + 2 * WEEK + 1_800_000);
      await aSession(app, home, { title: 'Rapat anggota', startsAt: busyAt }, { moderator: facilitator });
      await visit(facilitator, `/sesi/${first}`);
      await page.getByText(say('Pada waktu itu Anda juga punya:', 'At that time you also have:')).waitFor();
      await page.getByText(/^Rapat anggota, /).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await button('Saya bersedia', 'I accept').click();
      await page
        .getByRole('heading', { name: say('Anda bertugas di sesi ini', 'You help to run this session') })
        .waitFor();
      await button('Mundur dari tugas', 'Step down').click();
      await page.getByText(say('hilang dari kalender Anda', 'it leaves your calendar')).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await button('Ya, mundur', 'Yes, step down').click();
      await page
        .getByText(say('Anda tidak lagi bertugas di sesi ini.', 'You no longer help to run this session.'))
        .waitFor();
      await button('Mundur dari tugas', 'Step down').waitFor({ state: 'detached' });
      // Another date of the series is still theirs.
      const others = await (await signedIn(app, facilitator)).get(`/api/sessions/${second ?? ''}`);
      expect(others.body).toMatchObject({ mine: { role: 'host' } });
    },
    STORY_MS,
  );

  it(
    'is warned of on every date of a series, and many dates are cancelled with a reason',
    async () => {
      const [, second = ''] = await aSeries();
      const busyAt = new Date(app.clock.now().getTime() + 3 * WEEK);
      await aSession(app, home, { title: 'Rapat anggota', startsAt: busyAt }, { moderator: facilitator });
      await visit(admin, `/kelola/sesi/${second}`);
      await page
        .getByText(
          say(
            'Bambang Wijayanto juga bertugas di “Rapat anggota”',
            'Bambang Wijayanto also helps to run “Rapat anggota”',
          ),
        )
        .waitFor();
      await button('Batalkan sesi', 'Cancel session').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('Sesi ini dan yang sesudahnya', 'This session and those that follow')).click();
      await dialog.getByLabel(say('Alasan (tidak wajib)', 'Reason (optional)')).fill('Pemateri sakit');
      expect(await seriousFindings(page)).toEqual([]);
      await button('Ya, batalkan sesi', 'Yes, cancel the session').click();
      await page.getByText(say('Sesi dibatalkan.', 'The session is cancelled.')).waitFor();
      await visit(facilitator, `/sesi/${second}`);
      await page.getByText(say('Alasan: Pemateri sakit', 'Reason: Pemateri sakit')).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'leaves its terms and questions to be saved for all of a series',
    async () => {
      const ids = await aSeries();
      await visit(admin, `/kelola/sesi/${ids[0] ?? ''}`);
      await page.getByLabel(say('Setiap pendaftaran perlu disetujui', 'Every registration needs approval')).click();
      await button('Simpan syarat', 'Save the terms').click();
      const dialog = page.getByRole('dialog');
      const all = dialog.getByLabel(
        say('Semua sesi seri yang belum dimulai', 'All sessions of the series that have not begun'),
      );
      await all.click();
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: say('Simpan syarat', 'Save the terms') }).click();
      await page.getByText(say('Syarat pendaftaran disimpan.', 'The terms of registration are saved.')).waitFor();
      const desk = await signedIn(app, admin);
      for (const id of ids) {
        const { body } = await desk.get(`/api/sessions/${id}/registration-terms`);
        expect(body).toMatchObject({ version: 1, needsApproval: true });
      }
    },
    STORY_MS,
  );
});
