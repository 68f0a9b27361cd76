// What the room's page does when the line to the server is bad: it waits and comes back, and keeps what was written.
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { aRoom, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser } from '../support/browser.js';

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
    line = new Line();
    await page.routeWebSocket(/socket\.io/, (route) => {
      line.connect(route);
    });
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
      const owner = new pg.Client({ connectionString: app.database.ownerUrl });
      await owner.connect();
      await owner.query('ALTER TABLE sign_in_tokens RENAME TO away');
      try {
        line.cut();
        await line.untilRefused('internal');
        await page.getByText('Sambungan terputus').waitFor();
      } finally {
        await owner.query('ALTER TABLE away RENAME TO sign_in_tokens');
        await owner.end();
      }
      await page.getByText('Tersambung').waitFor();
      await write('Kembali lagi');
      await page.getByRole('log').getByText('Kembali lagi').waitFor();
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
      expect(await keptRooms()).toBe(1);
      line.isDown = false;
      // Sooner than by waiting for the client's next try.
      await page.reload();
      await page.getByText('Tersambung').waitFor();
      await page.getByText('Menunggu sambungan').waitFor({ state: 'detached' });
      expect(await stored()).toEqual(['Ditulis di terowongan']);
      expect(await keptRooms()).toBe(0);

      line.isDown = true;
      line.cut();
      await write('Tidak untuk orang lain');
      await page.goto('/aku');
      expect(await keptRooms()).toBe(1);
      await page.getByRole('button', { name: 'Keluar', exact: true }).click();
      await page.waitForURL(/\/k\//);
      expect(await keptRooms()).toBe(0);
    },
    STORY_MS,
  );

  /** In how many rooms this tab keeps something to send. */
  async function keptRooms(): Promise<number> {
    const keys: string[] = await page.evaluate('Object.keys(sessionStorage)');
    return keys.filter((key) => key.startsWith('sinau.outgoing')).length;
  }

  async function stored(): Promise<string[]> {
    const rows = await app.db.sql<{ text: string }>(
      `SELECT payload->>'text' AS text FROM room_events WHERE session_id = $1 AND kind = 'chat.posted' ORDER BY seq`,
      [room.sessionId],
    );
    return rows.map((row) => row.text);
  }
});

/** The way between the page and the server, which a test may cut. */
class Line {
  isDown = false;
  private route: WebSocketRoute | undefined;
  private readonly refusals: string[] = [];
  private notice: () => void = () => undefined;

  connect(route: WebSocketRoute): void {
    if (this.isDown) {
      void route.close();
      return;
    }
    this.route = route;
    const server = route.connectToServer();
    server.onMessage((message) => {
      // Socket.IO's own way to say that a connection is refused.
      if (String(message).startsWith('44')) {
        this.refusals.push(String(message));
        this.notice();
      }
      route.send(message);
    });
  }

  cut(): void {
    void this.route?.close();
  }

  async untilRefused(code: string): Promise<void> {
    while (!this.refusals.some((refusal) => refusal.includes(code))) {
      await new Promise<void>((resolve) => {
        this.notice = resolve;
      });
    }
  }
}
