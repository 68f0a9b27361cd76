// What a hand does on a page in Indonesian, and what an eye sees there.
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { TestApp } from './app.js';
import type { Line } from './line.js';
import { codeFor } from './story.js';

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function link(page: Page, name: string): Locator {
  return page.getByRole('link', { name, exact: true });
}

/** Waits until it is there to be read. */
export function sees(page: Page, text: string): Promise<void> {
  return page.getByText(text).filter({ visible: true }).first().waitFor();
}

/** @param day as the calendar names it: `4 Juli 2026` */
export async function choosesTime(page: Page, field: string, day: string, hour: string, minute: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await button(page, day).click();
  await page.getByLabel('Jam', { exact: true }).fill(hour);
  await page.getByLabel('Menit', { exact: true }).fill(minute);
  await button(page, 'Pakai waktu ini').click();
}

/** Comes back to a page that was left open. */
export async function looksAgain(page: Page): Promise<void> {
  await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
}

/** From the page that asks who comes, to the one that lets them in with the code from their mail. */
export async function entersCodeFromMail(page: Page, app: TestApp, email: string): Promise<void> {
  await page.getByLabel('Alamat e-mail atau nomor anggota').fill(email);
  await button(page, 'Kirimi saya kode lewat e-mail').click();
  await page.getByRole('heading', { name: 'Periksa e-mail Anda' }).waitFor();
  await app.settle();
  await page.getByLabel('Angka ke-1').click();
  await page.keyboard.type(codeFor(app, email));
  await button(page, 'Masuk dengan kode ini').click();
}

/** Writes it in the room's chat and sends it. */
export async function writes(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Tulis pesan' }).fill(text);
  await page.getByRole('region', { name: 'Obrolan' }).getByRole('button', { name: 'Kirim', exact: true }).click();
}

/** Writes it; all of them read it, once. */
export async function says(text: string, page: Page, readers: readonly Page[]): Promise<void> {
  await writes(page, text);
  await areTold(readers, text);
}

export async function areTold(readers: readonly Page[], text: string): Promise<void> {
  for (const page of readers) {
    await sees(page, text);
    expect(await page.getByRole('log').getByText(text).count()).toBe(1);
  }
}

/** The device has no network any more, and knows it. */
export async function losesNetwork(page: Page, line: Line): Promise<void> {
  line.isDown = true;
  line.cut();
  await page.context().setOffline(true);
}

export async function findsNetwork(page: Page, line: Line): Promise<void> {
  line.isDown = false;
  await page.context().setOffline(false);
  await sees(page, 'Tersambung');
}

/** In the window that asks why. */
export async function givesReason(page: Page, reason: string, act: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: 'Alasan' }).fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: act }).click();
}
