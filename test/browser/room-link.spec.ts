// What the room's page does when the line to the server is bad: it waits and comes back, and keeps what was written.
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aRoom, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser } from '../support/browser.js';
import { Line } from '../support/line.js';

const STORY_MS = 120_000;

describeWithChromium('the room on a bad line', () => {
  let app: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let room: SeededRoom;
  let line: Line;

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
  }, STORY_MS);

  afterEach(() => context.close());

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function enterRoom(): Promise<void> {
    room = await aRoom(app);
    context = await aDevice(browser, app, { as: room.members[0] ?? room.host });
    page = await context.newPage();
    line = await Line.of(page);
    await page.goto(`/sesi/${room.sessionId}/ruang`);
    await page.getByText('Tersambung').waitFor();
  }

  async function write(text: string): Promise<void> {
    const field = page.getByRole('textbox', { name: 'Tulis pesan' });
    await field.fill(text);
    await field.press('Enter');
  }

  it(
    'comes back by itself after a server that could not let it in for now',
    async () => {
      await enterRoom();
      line.refusesWith = 'internal';
      line.cut();
      await line.untilRefused();
      line.refusesWith = undefined;
      await page.getByText('Tersambung').waitFor();
      await write('Kembali lagi');
      await page.getByRole('log').getByText('Kembali lagi').waitFor();
    },
    STORY_MS,
  );

  it(
    'comes back at once when the device has its network again, whatever try still hangs',
    async () => {
      await enterRoom();
      await context.setOffline(true);
      line.isDown = true;
      line.cut();
      await page.getByText('Sambungan terputus').waitFor();
      line.isDown = false;
      await context.setOffline(false);
      await page.getByText('Tersambung').waitFor();
    },
    STORY_MS,
  );

  it(
    'keeps what was written offline through a reload, sends it once, and forgets it at sign-out',
    async () => {
      await enterRoom();
      line.isDown = true;
      line.cut();
      await write('Ditulis di terowongan');
      await page.reload();
      await page.getByText('Menunggu sambungan').waitFor();
      await untilKeptRooms(1);
      line.isDown = false;
      // Sooner than by waiting for the client's next try.
      await page.reload();
      // Before that the page may not have drawn what it keeps: nothing waiting would then be no proof that it was sent.
      await untilKeptRooms(0);
      expect(await stored()).toEqual(['Ditulis di terowongan']);

      line.isDown = true;
      line.cut();
      await write('Tidak untuk orang lain');
      await page.goto('/aku');
      await untilKeptRooms(1);
      await page.getByRole('button', { name: 'Keluar', exact: true }).click();
      await page.waitForURL(/\/k\//);
      await untilKeptRooms(0);
    },
    STORY_MS,
  );

  /** Waits until this tab keeps something to send in so many rooms. */
  async function untilKeptRooms(count: number): Promise<void> {
    await page.waitForFunction(
      (rooms) => Object.keys(sessionStorage).filter((key) => key.startsWith('sinau.outgoing')).length === rooms,
      count,
    );
  }

  async function stored(): Promise<string[]> {
    const rows = await app.db.sql<{ text: string }>(
      `SELECT payload->>'text' AS text FROM room_events WHERE session_id = $1 AND kind = 'chat.posted' ORDER BY seq`,
      [room.sessionId],
    );
    return rows.map((row) => row.text);
  }
});
