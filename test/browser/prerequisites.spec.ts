// Staff say what a member must have attended and learned; the member reads what is there of it and what is missing; and
// materials that wait for the end are said to. On a phone in Indonesian and on a laptop in English.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { PDF, sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';

const LOOKS: { viewport: Viewport; language: 'id' | 'en' }[] = [
  { viewport: 'phone', language: 'id' },
  { viewport: 'laptop', language: 'en' },
];
const STORY_MS = 180_000;

describeWithChromium.each(LOOKS)('what a session asks for, on a $viewport, in $language', ({ viewport, language }) => {
  let app: TestApp;
  let browser: Browser;
  let home: CooperativeRow;
  let admin: MemberRow;
  let member: MemberRow;
  let session: SessionRow;
  let page: Page;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const button = (id: string, en: string) => page.getByRole('button', { name: say(id, en), exact: true });

  beforeEach(async () => {
    app = await bootApp();
    browser = await openBrowser();
    home = await aCooperative(app);
    admin = await anAdmin(app, home);
    member = await aMember(app, home);
    await app.db.sql('UPDATE members SET language = $1', [language]);
    session = await aSession(app, home, { title: 'Menabung, lalu investasi' });
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

  async function aTopic(name: string): Promise<string> {
    const id = newId();
    await app.db.sql('INSERT INTO topics (id, cooperative_id, name) VALUES ($1, $2, $3)', [id, home.id, name]);
    return id;
  }

  it(
    'is set by searching any session and for each topic, kept when saved again, and read by the member',
    async () => {
      const [budget, saving] = [await aTopic('Anggaran'), await aTopic('Tabungan')];
      const basics = await aSession(app, home, { title: 'Dasar keuangan', state: 'ended' });
      await app.db.sql(`UPDATE sessions SET starts_at = '2020-01-01', ends_at = '2020-01-02' WHERE id = $1`, [
        basics.id,
      ]);
      await visit(admin, `/kelola/sesi/${session.id}`);
      const attended = page.getByRole('combobox', { name: say('Harus sudah hadir di sesi', 'Must have attended') });
      await attended.fill('dasar');
      await page.getByRole('option', { name: /Dasar keuangan/ }).click();
      await page.keyboard.press('Escape');
      for (const [at, topicId, hours] of [
        [0, budget, '4'],
        [1, saving, '2'],
      ] as const) {
        await button('Tambah syarat jam belajar', 'Add hours of learning').click();
        await page
          .getByLabel(say('Harus sudah belajar topik', 'Must have learned about'))
          .nth(at)
          .selectOption(topicId);
        await page.getByLabel(say('Paling sedikit (jam)', 'At least (hours)')).nth(at).fill(hours);
      }
      expect(await seriousFindings(page)).toEqual([]);
      await button('Simpan syarat', 'Save the terms').click();
      const saved = page.getByText(say('Syarat pendaftaran disimpan.', 'The terms of registration are saved.'));
      await saved.waitFor();

      // Another edit of it, by somebody who looks at nothing of this, drops nothing of it.
      await page.reload();
      await page.getByText(/Dasar keuangan · /).waitFor();
      await page.getByLabel(say('Setiap pendaftaran perlu disetujui', 'Every registration needs approval')).click();
      await button('Simpan syarat', 'Save the terms').click();
      await saved.waitFor();
      const desk = await signedIn(app, admin);
      expect((await desk.get(`/api/sessions/${session.id}/registration-terms`)).body).toMatchObject({
        needsApproval: true,
        prerequisites: [
          { kind: 'session', sessionId: basics.id },
          { kind: 'hours', topicId: budget, hours: 4 },
          { kind: 'hours', topicId: saving, hours: 2 },
        ],
      });

      await app.db.sql('UPDATE sessions SET topic_id = $2 WHERE id = $1', [basics.id, saving]);
      await app.db.sql(
        `INSERT INTO ledger_entries (cooperative_id, sequence, member_id, session_id, kind, quantity, rule_version,
           source_event_id, previous_hash, hash, recorded_at)
         VALUES ($1, 1, $2, $3, 'attended', 120, 1, $4, '', '', $5)`,
        [home.id, member.id, basics.id, newId(), app.clock.now()],
      );
      await visit(member, `/sesi/${session.id}`);
      await page.getByRole('heading', { name: say('Anda belum dapat mendaftar', 'You cannot register yet') }).waitFor();
      const needs = page.getByRole('listitem').filter({ hasText: say('jam', 'hours') });
      expect(await needs.allInnerTexts()).toEqual([
        expect.stringContaining(say('0 dari 4 jam Anggaran', '0 of 4 hours of Anggaran')),
        expect.stringContaining(say('2 dari 2 jam Tabungan', '2 of 2 hours of Tabungan')),
      ]);
      await page.getByText(say('Terpenuhi:', 'Met:')).nth(1).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('link', { name: say('0 dari 4 jam Anggaran', '0 of 4 hours of Anggaran') }).click();
      await page.waitForURL(`**/jadwal?topik=${budget}`);
    },
    STORY_MS,
  );

  it(
    'comes with materials whose hour is chosen before they are sent, and said to come later',
    async () => {
      await visit(admin, `/kelola/sesi/${session.id}`);
      const question = page.getByRole('radiogroup', {
        name: say('Materi berikutnya dapat dibuka', 'The next material can be opened'),
      });
      await question.getByLabel(say('Sesudah sesi selesai', 'After the session has ended')).click();
      await page.locator('input[type=file][accept*=".pdf"]').setInputFiles({
        ...{ name: 'Kunci.pdf', mimeType: 'application/pdf', buffer: PDF },
      });
      await page.getByText(say('Materi ditambahkan.', 'The material is added.')).waitFor();
      const desk = await signedIn(app, admin);
      app.clock.advance({ minutes: 1 });
      await sendFile(desk, 'POST', `/api/sessions/${session.id}/materials`, PDF, 'Slide.pdf');
      const sent = await desk.get(`/api/sessions/${session.id}/materials`);
      expect(sent.body).toMatchObject({ items: [{ shownFrom: 'end' }, { shownFrom: 'registration' }] });
      expect((await (await signedIn(app, member)).post(`/api/sessions/${session.id}/registration`)).status).toBe(200);
      await visit(member, `/sesi/${session.id}`);
      await page.getByRole('link', { name: 'Slide' }).waitFor();
      await page
        .getByText(say('1 bahan tersedia setelah sesi selesai.', '1 more is available after the session has ended.'))
        .waitFor();
      expect(await page.getByRole('link', { name: 'Kunci' }).count()).toBe(0);
    },
    STORY_MS,
  );
});
