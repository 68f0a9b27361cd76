// A hybrid series and its queue, by hand: an admin plans it on a laptop and handles who waits; members on phones are offered
// seats by mail, take one, and let one lapse.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type MemberRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Visit } from '../support/browser.js';
import { button, choosesTime, entersCodeFromMail, link, looksAgain, sees } from '../support/by-hand.js';
import type { ReceivedMail } from '../support/mailbox.js';
import { ADMIN_EMAIL, invitationIn } from '../support/story.js';

const TITLE = 'Usaha rumahan yang sehat';
/** 14.00 WIB, a week after the story begins at nine in the morning. */
const STARTS_AT = '2026-07-08T07:00:00.000Z';
/** Twelve hours after the seats are offered, all of them by day: 21.00 WIB. */
const OFFERS_END_AT = '2026-07-01T14:00:00.000Z';
const REASON = 'Bertugas di loket hari itu';
const NO_WORDS = { id: null, en: null };
const STEP_MS = 180_000;

describeWithChromium('the queue of a hybrid series, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let admin: Page;
  let sessionId: string;
  let ratna: MemberRow;
  const people = new Map<string, MemberRow>();

  beforeAll(async () => {
    app = await bootApp({ mailbox: true });
    browser = await openBrowser();
    const home = await aCooperative(app, { name: 'Koperasi Maju Bersama' });
    ratna = await anAdmin(app, home, { name: 'Ratna Dewi', email: ADMIN_EMAIL });
    for (const name of ['Siti', 'Dewi', 'Budi', 'Citra', 'Eka', 'Fajar', 'Gita', 'Hadi']) {
      people.set(
        name,
        await aMember(app, home, { name: `${name} Lestari`, email: `${name.toLowerCase()}@maju.example` }),
      );
    }
    admin = await takesUp({ viewport: 'laptop', as: ratna });
  }, STEP_MS);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function takesUp(visit: Visit): Promise<Page> {
    return (await aDevice(browser, app, visit)).newPage();
  }

  function member(name: string): MemberRow {
    const row = people.get(name);
    if (!row) throw new Error(`Nobody is called ${name}`);
    return row;
  }

  async function registers(name: string, mode: 'virtual' | 'onsite'): Promise<unknown> {
    const client: Client = await signedIn(app, member(name));
    const acknowledged = mode === 'onsite' ? { acknowledged: true } : {};
    const { body } = await client.post<object>(`/api/sessions/${sessionId}/registration`, { mode, ...acknowledged });
    return body;
  }

  /** Somebody's line in the list of registrations, once all of this can be read there. */
  async function seesOf(name: string, ...texts: string[]): Promise<void> {
    let row: Locator = admin.getByRole('row').filter({ hasText: `${name} Lestari` });
    for (const text of texts) row = row.filter({ hasText: text });
    await row.waitFor();
  }

  async function mailTo(name: string, subject: string): Promise<ReceivedMail> {
    await app.settle();
    const { email } = member(name);
    const found = app.mailbox.to(email ?? '').filter((mail) => mail.subject === `${subject}: ${TITLE}`);
    expect(found).toHaveLength(1);
    const [mail] = found;
    if (!mail) throw new Error(`No mail to ${name}`);
    return mail;
  }

  it(
    'is planned by an admin: three weeks, seats on site and online, what to bring, offers on site; and published',
    async () => {
      await admin.goto('/kelola/sesi/baru');
      await admin.getByLabel('Judul', { exact: true }).fill(TITLE);
      await choosesTime(admin, 'Mulai', '8 Juli 2026', '14', '00');
      await admin.getByText('Keduanya', { exact: true }).click();
      await admin.getByRole('switch', { name: 'Tanpa batas kursi daring' }).click();
      await admin.getByLabel('Jumlah kursi daring').fill('1');
      await admin.getByLabel('Tempat', { exact: true }).fill('Aula Koperasi, Jl. Merdeka 1, Bandung');
      await admin.getByLabel('Jumlah kursi di tempat').fill('2');
      await admin
        .getByLabel('Yang perlu disiapkan peserta', { exact: true })
        .fill('Bawa **masker** dan pelindung wajah.');
      await admin.getByRole('combobox', { name: 'Tambah petugas' }).fill('Ratna');
      await admin.getByRole('option', { name: 'Ratna Dewi' }).click();
      await admin.getByRole('switch', { name: 'Sesi ini berulang' }).click();
      await admin.getByLabel('Berapa kali').fill('3');
      await admin.getByRole('checkbox', { name: 'Rabu, 22 Juli 2026' }).waitFor();
      await sees(admin, '3 sesi');
      expect(await seriousFindings(admin)).toEqual([]);
      await button(admin, 'Simpan konsep').click();

      await sees(admin, 'Setiap Rabu, 3 kali');
      sessionId = new URL(admin.url()).pathname.split('/').at(-1) ?? '';
      expect(await admin.getByLabel('Kursi di tempat yang kosong').inputValue()).toBe('offer');
      await button(admin, 'Terbitkan').click();
      await admin.getByRole('dialog').getByLabel('Semua sesi seri yang belum dimulai').click();
      await button(admin, 'Ya, terbitkan').click();
      await sees(admin, 'Sesi diterbitkan.');
    },
    STEP_MS,
  );

  it(
    'takes a member on a phone who comes to the venue and has read what to bring; the next ones queue',
    async () => {
      const siti = await takesUp({ viewport: 'phone', as: member('Siti') });
      await siti.goto('/beranda');
      await link(siti, 'Jadwal').click();
      await sees(siti, 'Sisa 3 kursi');
      await link(siti, TITLE).first().click();
      await siti.getByRole('radio', { name: 'Datang ke tempat' }).click();
      await sees(siti, 'Bawa masker dan pelindung wajah.');
      await button(siti, 'Daftar').click();
      await sees(siti, 'Bacalah dahulu, lalu beri tanda di sini.');
      await siti.getByRole('checkbox', { name: 'Saya sudah membaca' }).check();
      await button(siti, 'Daftar').click();
      await siti.getByRole('heading', { name: 'Anda terdaftar' }).waitFor();
      await sees(siti, 'Sampai jumpa di tempat.');
      expect(await seriousFindings(siti)).toEqual([]);

      expect(new URL(siti.url()).pathname).toBe(`/sesi/${sessionId}`);
      expect(await registers('Dewi', 'onsite')).toMatchObject({ state: 'confirmed', mode: 'onsite' });
      expect(await registers('Fajar', 'virtual')).toMatchObject({ state: 'confirmed', mode: 'virtual' });
      for (const [index, name] of ['Budi', 'Citra', 'Eka'].entries()) {
        expect(await registers(name, 'onsite')).toMatchObject({ state: 'waitlisted', place: index + 1 });
      }
      expect(await registers('Gita', 'virtual')).toMatchObject({ state: 'waitlisted', place: 1 });
    },
    STEP_MS,
  );

  it(
    'shows the admin both queues, and who is offered a seat, until when and why, once one is free',
    async () => {
      await link(admin, 'Sesi').click();
      const full = admin.getByRole('row').filter({ hasText: '3 dari 3' }).filter({ hasText: '4 menunggu' });
      await full.getByRole('link', { name: TITLE }).click();
      await link(admin, 'Peserta').click();
      await seesOf('Siti', 'Terdaftar', 'Tatap muka');
      for (const [index, name] of ['Budi', 'Citra', 'Eka'].entries()) {
        await seesOf(name, `Daftar tunggu no. ${String(index + 1)}`, 'Tatap muka');
      }
      await seesOf('Gita', 'Daftar tunggu no. 1', 'Daring');

      await button(admin, 'Batalkan pendaftaran Dewi Lestari').click();
      await admin.getByLabel('Alasan').fill(REASON);
      await button(admin, 'Ya, batalkan').click();
      await sees(admin, 'Pendaftaran dibatalkan.');
      await seesOf('Dewi', 'Batal', REASON);
      await seesOf(
        'Budi',
        'Ditawari kursi',
        'sampai 1 Jul 2026, 21.00 WIB',
        'Giliran ke-1 dari 3, menurut urutan mendaftar',
      );
      await seesOf('Citra', 'Daftar tunggu no. 1');

      await link(admin, 'Ubah sesi').click();
      await admin.getByLabel('Jumlah kursi di tempat').fill('3');
      await button(admin, 'Simpan perubahan').click();
      await admin.getByRole('dialog').getByRole('button', { name: 'Simpan perubahan' }).click();
      await sees(admin, 'Perubahan tersimpan.');
      await app.settle();
      await link(admin, 'Peserta').click();
      await admin.getByLabel('Keadaan').selectOption({ label: 'Ditawari kursi' });
      await seesOf('Citra', 'Tatap muka', 'Giliran ke-1 dari 2, menurut urutan mendaftar');
      await admin.getByRole('row').filter({ hasText: 'Eka Lestari' }).waitFor({ state: 'detached' });
      expect(await seriousFindings(admin)).toEqual([]);
    },
    STEP_MS,
  );

  it(
    'brings a member by the mail’s link to the offered seat, and the invitation once it is taken',
    async () => {
      const offer = await mailTo('Budi', 'Ada kursi untuk Anda');
      const budi = await takesUp({ viewport: 'phone' });
      await budi.goto(pathIn(offer));
      await entersCodeFromMail(budi, app, offer.to);
      await budi.getByRole('heading', { name: 'Ada kursi untuk Anda' }).waitFor();
      await sees(budi, 'yaitu sebelum 1 Jul 2026, 21.00 WIB');
      await button(budi, 'Ambil kursi ini').click();
      await budi.getByRole('heading', { name: 'Anda terdaftar' }).waitFor();
      await sees(budi, 'Sampai jumpa di tempat.');
      await sees(budi, 'Anda mendapat giliran ke-1 dari 3 yang menunggu, menurut urutan mendaftar.');

      const invitation = invitationIn(await mailTo('Budi', 'Anda terdaftar'));
      expect(invitation).toMatchObject({ method: 'REQUEST', startsAt: new Date(STARTS_AT) });
    },
    STEP_MS,
  );

  it(
    'offers the seat to the next when nobody has answered in time, and tells both',
    async () => {
      const citraPhone = await takesUp({ viewport: 'phone', as: member('Citra') });
      await citraPhone.goto(pathIn(await mailTo('Citra', 'Ada kursi untuk Anda')));
      await button(citraPhone, 'Ambil kursi ini').waitFor();
      const ekaPhone = await takesUp({ viewport: 'phone', as: member('Eka') });
      await ekaPhone.goto(`/sesi/${sessionId}`);
      await ekaPhone.getByRole('heading', { name: 'Anda nomor 1 di daftar tunggu' }).waitFor();

      app.clock.set(OFFERS_END_AT);
      await Promise.all(browser.contexts().map((device) => device.clock.setFixedTime(app.clock.now())));
      await mailTo('Citra', 'Tawaran kursi sudah lewat');
      await mailTo('Eka', 'Ada kursi untuk Anda');
      await looksAgain(citraPhone);
      await button(citraPhone, 'Masuk daftar tunggu').waitFor();
      await looksAgain(ekaPhone);
      await button(ekaPhone, 'Ambil kursi ini').click();
      await ekaPhone.getByRole('heading', { name: 'Anda terdaftar' }).waitFor();

      // Twelve hours later an admin has to sign in again, and comes back to the list.
      await admin.reload();
      await entersCodeFromMail(admin, app, ADMIN_EMAIL);
      await seesOf('Budi', 'Terdaftar', 'Giliran ke-1 dari 3');
      await seesOf('Citra', 'Tawaran lewat', 'Giliran ke-1 dari 2');
      await seesOf('Eka', 'Terdaftar', 'Giliran ke-1 dari 1');
      await seesOf('Gita', 'Daftar tunggu no. 1', 'Daring');
    },
    STEP_MS,
  );

  it(
    'lets an admin on a phone give priority for a reason, and register a member with what they answered',
    async () => {
      const desk = await signedIn(app, ratna);
      const food = { ...{ id: newId(), kind: 'text', label: { id: 'Pantangan makan', en: null } }, help: NO_WORDS };
      await desk.put(`/api/sessions/${sessionId}/registration-questions`, {
        version: 0,
        questions: [{ ...food, options: [], isRequired: true, retentionDays: null }],
      });
      const phone = await takesUp({ viewport: 'phone', as: ratna });
      await phone.goto(`/kelola/sesi/${sessionId}/peserta`);
      await button(phone, 'Atur prioritas Gita Lestari').click();
      await phone.getByLabel('Prioritas (0 = urutan biasa)').fill('5');
      await phone.getByLabel('Alasan').fill(REASON);
      expect(await seriousFindings(phone)).toEqual([]);
      await button(phone, 'Simpan prioritas').click();
      await sees(phone, `Prioritas 5: ${REASON}`);

      await button(phone, 'Daftarkan anggota').click();
      const dialog = phone.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Anggota' }).fill('Hadi');
      await phone.getByRole('option', { name: 'Hadi Lestari' }).click();
      await dialog.getByLabel('Pantangan makan').fill('Kacang');
      expect(await seriousFindings(phone)).toEqual([]);
      await dialog.getByRole('button', { name: 'Daftarkan', exact: true }).click();
      await sees(phone, 'Kursi penuh: anggota masuk daftar tunggu.');
      await phone.getByText('Jawaban Hadi Lestari').click();
      await sees(phone, 'Kacang');
    },
    STEP_MS,
  );
});

/** Where a mail's button leads, on this app. */
function pathIn(mail: ReceivedMail): string {
  const [address] = /https?:\/\/\S+\/sesi\/[\da-f-]+/.exec(mail.text) ?? [];
  if (address === undefined) throw new Error(`No link to a session in: ${mail.text}`);
  return new URL(address).pathname;
}
