// What a page costs on mobile data: the bytes that Chromium really took from the line, on a first visit and on the next page.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser } from '../support/browser.js';
import { aCooperativeStory, type Story } from './cooperative-story.js';

const KB = 1024;
/** The most that a first visit may take, and a page after it: code, styles, font, answers and all. */
const FIRST = 250 * KB;
const NEXT = 30 * KB;

describeWithChromium('what a page costs', () => {
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

  it('is at most 250 KB on the first visit of the open catalogue, and 30 KB for the page after it', async () => {
    const { page, taken } = await visit();
    await page.goto(`/k/${story.slug}`);
    await page.getByText('Menabung, lalu investasi').waitFor();
    await page.waitForLoadState('networkidle');
    expect(taken()).toBeLessThanOrEqual(FIRST);
    const before = taken();
    await page.getByRole('link', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: /Masuk ke Koperasi/ }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(taken() - before).toBeLessThanOrEqual(NEXT);
  });

  it('is at most 250 KB on the first visit of a member, and 30 KB for each page after it', async () => {
    const { page, taken } = await visit(story.siti);
    await page.goto('/beranda');
    await page.getByText('Jam belajar 2026').waitFor();
    await page.waitForLoadState('networkidle');
    expect(taken()).toBeLessThanOrEqual(FIRST);
    for (const [link, shows] of [
      ['Jadwal', 'Waspada penipuan digital'],
      ['Catatan', 'Sesi yang dihadiri'],
      ['Aku', 'Perangkat ini'],
    ] as const) {
      const before = taken();
      await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
      await page.getByText(shows).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(taken() - before).toBeLessThanOrEqual(NEXT);
    }
  });

  async function visit(as?: { id: string }): Promise<{ page: Page; taken: () => number }> {
    const context = await aDevice(browser, app, { ...(as ? { as } : {}) });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    // With its headers, as compressed as it came.
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    return { page, taken: () => bytes };
  }
});
