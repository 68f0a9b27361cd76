// A real Chromium against the built web app: the machine's own, on loopback only, with the test's clock.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { AuthService } from '../../src/auth/auth.service.js';
import type { TestApp } from './app.js';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome'];

export const VIEWPORTS = { phone: { width: 390, height: 844 }, laptop: { width: 1440, height: 900 } } as const;
export type Viewport = keyof typeof VIEWPORTS;

/** `describe`, or `describe.skip` where there is no Chromium: the run then says how to install it. */
export const describeWithChromium: typeof describe | typeof describe.skip =
  chromiumPath() === undefined ? describe.skip : describe;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath() ?? 'chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}

export interface Visit {
  viewport?: Viewport;
  language?: 'id' | 'en';
  scheme?: 'light' | 'dark';
  /** Who is signed in; nobody without it. */
  as?: { id: string };
}

/** A device of somebody: its own cookies, language and colour scheme, with the app's own time. */
export async function aDevice(browser: Browser, app: TestApp, visit: Visit = {}): Promise<BrowserContext> {
  const { viewport = 'phone', language = 'id', scheme = 'light', as } = visit;
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: VIEWPORTS[viewport],
    colorScheme: scheme,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    hasTouch: viewport === 'phone',
  });
  context.setDefaultTimeout(20_000);
  await context.clock.setFixedTime(app.clock.now());
  await context.addInitScript((chosen) => {
    localStorage.setItem('sinau.language', chosen);
  }, language);
  if (as) await signIn(context, app, as);
  return context;
}

async function signIn(context: BrowserContext, app: TestApp, member: { id: string }): Promise<void> {
  const auth = app.server.app.get(AuthService, { strict: false });
  const [name = '', value = ''] = (await auth.signInAs(member.id)).split('=');
  await context.addCookies([{ name, value, url: app.url }]);
}

/** Findings that keep somebody out, by rule and place; none is what a page must have. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
    );
}

function chromiumPath(): string | undefined {
  const places = (process.env['PATH'] ?? '').split(delimiter);
  return places.flatMap((place) => COMMANDS.map((command) => join(place, command))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
