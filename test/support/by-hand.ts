// What a hand does on a page in Indonesian, and what an eye sees there.
import type { Locator, Page } from 'playwright-core';
import type { TestApp } from './app.js';
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
