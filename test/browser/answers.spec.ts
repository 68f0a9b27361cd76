// Questions and their written answers, by hand: who asks is shown what was asked before; staff correct an answer, put it away
// and show it again, and a member only reads; a full room's questions come page by page.
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SNAPSHOT_QUESTIONS } from '../../src/contracts/question-order.js';
import { newId } from '../../src/platform/ids.js';
import { aRoom, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Visit } from '../support/browser.js';
import { button, sees } from '../support/by-hand.js';

const STORY_MS = 180_000;
const QUESTION = 'Bagaimana cara menghitung dana darurat?';

describeWithChromium('answers in writing', () => {
  let app: TestApp;
  let browser: Browser;
  let room: SeededRoom;
  let open: BrowserContext[] = [];

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
    room = await aRoom(app, { members: 2, wentLiveMinutesAgo: 2 });
    await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [room.host.id]);
  }, STORY_MS);

  afterEach(async () => {
    await Promise.all(open.map((context) => context.close()));
    open = [];
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function looks(path: string, visit: Visit): Promise<Page> {
    const context = await aDevice(browser, app, visit);
    open.push(context);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /** Of the first member, as the room keeps it. */
  async function aQuestion(text: string, state: 'approved' | 'answered'): Promise<void> {
    const now = app.clock.now();
    const answered = state === 'answered';
    await app.db.sql(
      `INSERT INTO room_questions (id, session_id, cooperative_id, asker_id, version, state, text, is_anonymous,
         staff_sees_asker, asked_at, approved_at, answer_text, answered_at, answered_by, search)
       VALUES ($1, $2, $3, $4, 2, $5, $6, false, true, $7, $7, $8, $9, $10,
         setweight(to_tsvector('simple', $6) || to_tsvector('indonesian', $6), 'A'))`,
      [
        ...[newId(), room.sessionId, room.cooperativeId, room.members[0]?.id, state, text, now],
        ...[answered ? 'Tiga kali belanja.' : null, answered ? now : null, answered ? room.host.id : null],
      ],
    );
  }

  it(
    'that are alike are shown while one asks: to vote for, and only to read where they are one’s own or answered',
    async () => {
      await aQuestion(QUESTION, 'answered');
      await aQuestion('Dana darurat disimpan di mana?', 'approved');
      const [asker, other] = room.members;
      for (const [as, isOwn] of [
        [asker, true],
        [other, false],
      ] as const) {
        const page = await looks(`/sesi/${room.sessionId}/ruang`, as ? { as } : {});
        await page.getByText('Tersambung').waitFor();
        await page.getByRole('tab', { name: /^Tanya/ }).click();
        await page.getByRole('textbox', { name: 'Apa yang ingin Anda tanyakan?' }).fill('dana darurat');
        const similar = page.getByRole('status').filter({ hasText: 'pertanyaan serupa' });
        const lines = similar.getByRole('listitem');
        await lines.nth(1).waitFor();
        const answered = lines.filter({ hasText: QUESTION });
        await answered.getByText('Terjawab').waitFor();
        expect(await answered.getByRole('button').count()).toBe(0);
        const approved = lines.filter({ hasText: 'disimpan di mana' });
        expect(await approved.getByRole('button').count()).toBe(isOwn ? 0 : 1);
        expect(await approved.getByText('Pertanyaan Anda').count()).toBe(isOwn ? 1 : 0);
        expect(await seriousFindings(page)).toEqual([]);
      }
    },
    STORY_MS,
  );

  it(
    'are corrected, put away and shown again by staff; a member reads them and can change nothing',
    async () => {
      const [member] = room.members;
      const reads = async (): Promise<Page> => looks('/jawaban', member ? { as: member } : {});
      const staff = await looks('/jawaban', { as: room.host, viewport: 'laptop', scheme: 'dark' });
      await button(staff, `Koreksi: ${QUESTION}`).click();
      await staff.getByRole('dialog').getByLabel('Jawaban').fill('Tiga sampai enam kali belanja sebulan.');
      expect(await seriousFindings(staff)).toEqual([]);
      await staff.getByRole('dialog').getByRole('button', { name: 'Simpan koreksi' }).click();
      await sees(staff, 'Koreksi tersimpan.');
      await sees(staff, 'Dikoreksi');
      expect(await seriousFindings(staff)).toEqual([]);

      const before = await reads();
      await sees(before, 'Tiga sampai enam kali belanja sebulan.');
      expect(await before.getByRole('button', { name: /Koreksi|Arsipkan/ }).count()).toBe(0);
      expect(await before.getByLabel('Jawaban yang ditampilkan').count()).toBe(0);

      await button(staff, `Arsipkan: ${QUESTION}`).click();
      await sees(staff, 'tidak lagi menemukan jawaban');
      await staff.getByRole('dialog').getByRole('button', { name: 'Arsipkan' }).click();
      await sees(staff, 'Belum ada jawaban tertulis');
      await sees(await reads(), 'Belum ada jawaban tertulis');

      await staff.getByLabel('Jawaban yang ditampilkan').selectOption('arsip');
      await button(staff, `Tampilkan lagi: ${QUESTION}`).click();
      await sees(staff, 'Tidak ada jawaban yang diarsipkan');
      await sees(await reads(), 'Tiga sampai enam kali belanja sebulan.');
    },
    STORY_MS,
  );

  it(
    'of a full room come a hundred at first; the others when they are asked for, each once',
    async () => {
      for (let nth = 1; nth <= SNAPSHOT_QUESTIONS + 2; nth += 1) await aQuestion(`Pertanyaan ke-${nth}?`, 'approved');
      const [, member] = room.members;
      const page = await looks(`/sesi/${room.sessionId}/ruang`, member ? { as: member } : {});
      await page.getByText('Tersambung').waitFor();
      await page.getByRole('tab', { name: /^Tanya/ }).click();
      const more = button(page, 'Muat pertanyaan lainnya');
      await more.waitFor();
      const last = page.getByText(`Pertanyaan ke-${SNAPSHOT_QUESTIONS + 2}?`, { exact: true });
      expect(await last.count()).toBe(0);
      await more.click();
      await last.waitFor();
      await more.waitFor({ state: 'detached' });
      expect(await last.count()).toBe(1);
      expect(await seriousFindings(page)).toEqual([]);
    },
    STORY_MS,
  );
});
