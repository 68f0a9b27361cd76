// The main job by hand of the three roles, in Chromium: from a roster in a spreadsheet to hours in a member's record.
// What the mails, the ledger and the verdicts say to the second is proven by the same story in test/e2e.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { nobody } from '../factories/auth.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, type Visit } from '../support/browser.js';
import {
  areTold,
  button,
  choosesTime,
  entersCodeFromMail,
  findsNetwork,
  link,
  looksAgain,
  losesNetwork,
  says,
  sees,
  writes,
} from '../support/by-hand.js';
import { Line } from '../support/line.js';
import type { RoomClient } from '../support/room-client.js';
import { ADMIN_EMAIL, enterRoom, makeCooperative, signInByMail, SLUG, type Actor } from '../support/story.js';

const TITLE = 'Menabung, lalu investasi';
/** 10.00 WIB, three days after the story begins. */
const STARTS_AT = new Date('2026-07-04T03:00:00Z');
const STAGE = 'https://meet.jit.si/maju-bersama';
const STEP_MS = 180_000;

const [FACILITATOR, SITI] = ['Bambang Wijayanto', 'Siti Nurhaliza Rahman'];
const FIRST_NAMES = ['Ayu', 'Dwi', 'Eko', 'Fitri', 'Hasan', 'Made', 'Maria', 'Teuku', 'Wayan', 'Yosef'];
const LAST_NAMES = ['Lestari', 'Prasetyo', 'Kaisiepo', 'Sudarma', 'Ulfa', 'Siregar'];
const NAMES = [
  ...[FACILITATOR, SITI],
  ...LAST_NAMES.flatMap((last) => FIRST_NAMES.map((first) => `${first} ${last}`)).slice(0, 58),
];
const ROSTER = NAMES.map((name, index) => ({
  ...{ name, number: `A-${String(index + 1).padStart(3, '0')}`, unit: ['Kantor Pusat', 'Pabrik', 'Gudang'][index % 3] },
  email: `anggota${String(index + 1)}@maju.example`,
}));

describeWithChromium('the main story, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let admin: Page;
  let facilitator: Page;
  let siti: Page;
  let firstInQueue: Page;
  let first: Actor;
  /** Who has a seat, but for Siti and the first in the queue, who come by hand. */
  let seated: Actor[];

  beforeAll(async () => {
    app = await bootApp({ mailbox: true });
    browser = await openBrowser();
  }, STEP_MS);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function takesUp(visit: Visit): Promise<Page> {
    const device = await aDevice(browser, app, visit);
    // The stage is somebody else's page: what it shows is not of this story, and no test leaves the machine.
    await device.route(`${STAGE}*`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Siaran</p>' }));
    return device.newPage();
  }

  /** The story's clock, in minutes and seconds after the planned start: the server's and that of every device. */
  async function at(minutes: number, seconds = 0): Promise<void> {
    app.clock.set(new Date(STARTS_AT.getTime() + (minutes * 60 + seconds) * 1_000));
    await Promise.all(browser.contexts().map((device) => device.clock.setFixedTime(app.clock.now())));
    await app.settle();
  }

  async function signsInByMail(page: Page, email: string): Promise<void> {
    await page.goto(`/k/${SLUG}`);
    await link(page, 'Masuk').first().click();
    await entersCodeFromMail(page, app, email);
    await page.waitForURL('**/beranda');
  }

  /** The crowd comes over HTTP: thirty browsers at once would show nothing that one does not. */
  async function withoutBrowsers(): Promise<Actor[]> {
    const wanted = ROSTER.slice(2, 31).map(({ email }) => email);
    const rows = await app.db.sql<Omit<Actor, 'client'>>(
      'SELECT id, name, email FROM members WHERE email = ANY ($1) ORDER BY number',
      [wanted],
    );
    return rows.map((row) => ({ ...row, client: nobody(app) }));
  }

  /** Another import of the cooperative is being applied, so that this one has to wait. */
  async function whileAnotherImportRuns(work: () => Promise<void>): Promise<void> {
    const [cooperative] = await app.db.sql<{ id: string }>('SELECT id FROM cooperatives');
    await app.db.transaction(async (tx) => {
      await tx.lockKey(`roster:${cooperative?.id ?? ''}`);
      await work();
    });
  }

  it(
    'begins with an admin who comes in by the operator’s link and imports a roster of 60',
    async () => {
      admin = await takesUp({ viewport: 'laptop' });
      const { pathname, hash } = await makeCooperative(app);
      await admin.goto(`${pathname}${hash}`);
      await button(admin, 'Masuk sekarang').click();
      await link(admin, 'Kelola').click();
      await link(admin, 'Anggota').click();
      await link(admin, 'Impor anggota').click();

      const lines = ROSTER.map(({ number, name, email, unit }) => [number, name, email, unit].join(';'));
      await choosesFile(admin, button(admin, 'Pilih berkas'), {
        name: 'anggota.csv',
        content: ['No. Anggota;Nama Lengkap;Surel;Cabang', ...lines].join('\r\n'),
      });
      await sees(admin, `${FACILITATOR}, ${SITI}`);
      expect(await admin.getByLabel('Kolom Surel menjadi').inputValue()).toBe('email');

      await button(admin, 'Periksa isi berkas').click();
      await sees(admin, 'Belum ada yang diubah.');
      await whileAnotherImportRuns(async () => {
        await button(admin, 'Terapkan 60 baris').click();
        await sees(admin, '60 anggota baru dibuat');
        await button(admin, 'Ya, terapkan').click();
        await sees(admin, 'Menerapkan 0 dari 60 baris');
      });
      await sees(admin, 'Impor selesai');
      await sees(admin, '60 anggota baru');
      await link(admin, 'Ke daftar anggota').click();
      await sees(admin, 'Ayu Lestari');
    },
    STEP_MS,
  );

  /** From the list of members, on which the admin stands. */
  async function makesFacilitator(name: string): Promise<void> {
    await admin.getByRole('searchbox').fill(name);
    await link(admin, `Buka ${name}`).click();
    await admin.getByRole('checkbox', { name: 'Fasilitator' }).click();
    await button(admin, 'Simpan').click();
    await sees(admin, 'Perubahan tersimpan.');
  }

  it(
    'goes on with a session of 20 seats, planned by the admin and accepted by its facilitator',
    async () => {
      await makesFacilitator(FACILITATOR);
      await link(admin, 'Sesi').click();
      await link(admin, 'Sesi baru').click();
      await admin.getByLabel('Judul').fill(TITLE);
      await admin.getByRole('combobox', { name: 'Topik' }).fill('Perencanaan keuangan');
      await admin.getByLabel('Keterangan', { exact: true }).fill('Mulai dari **dana darurat**.');
      const written = admin.getByRole('radiogroup', { name: 'Keterangan: tulis atau pratinjau' });
      await written.getByText('Pratinjau').click();
      await admin
        .locator('strong')
        .filter({ hasText: /^dana darurat$/ })
        .waitFor();
      await written.getByText('Tulis').click();
      await choosesTime(admin, 'Mulai', '4 Juli 2026', '10', '00');
      await admin.getByRole('switch', { name: 'Tanpa batas kursi daring' }).click();
      await admin.getByLabel('Jumlah kursi daring').fill('20');
      await admin.getByRole('radio', { name: 'Halaman siaran lain' }).click();
      await admin.getByLabel('Alamat siaran').fill(STAGE);
      await admin.getByRole('combobox', { name: 'Tambah petugas' }).fill('Bambang');
      await admin.getByRole('option', { name: FACILITATOR }).click();
      await button(admin, 'Simpan konsep').click();
      await sees(admin, 'menunggu jawaban');

      facilitator = await takesUp({ viewport: 'laptop' });
      await signsInByMail(facilitator, ROSTER[0]?.email ?? '');
      await sees(facilitator, 'Ratna Dewi mengundang Anda sebagai Pemandu.');
      await button(facilitator, 'Saya bersedia').click();
      await sees(facilitator, 'Terima kasih. Anda bertugas di sesi ini.');

      await button(admin, 'Terbitkan').click();
      await button(admin, 'Ya, terbitkan').click();
      await sees(admin, 'Sesi diterbitkan.');
    },
    STEP_MS,
  );

  it(
    'lets a member sign in on a phone, find the session and register; of 29 more, 19 sit and 10 queue',
    async () => {
      siti = await takesUp({ viewport: 'phone' });
      await signsInByMail(siti, ROSTER[1]?.email ?? '');
      await link(siti, 'Jadwal').click();
      await sees(siti, 'Sisa 20 kursi');
      await link(siti, TITLE).click();
      await button(siti, 'Daftar').click();
      await siti.getByRole('heading', { name: 'Anda terdaftar' }).waitFor();

      const people = await withoutBrowsers();
      await signInByMail(app, people);
      const path = `/api/sessions/${idIn(siti.url())}/registration`;
      const answers = await Promise.all(
        people.map(({ client }) => client.post<{ state: string; place: number | null }>(path)),
      );
      const withState = (state: string) => people.filter((_, index) => answers[index]?.body.state === state);
      seated = withState('confirmed');
      expect(seated).toHaveLength(19);
      expect(withState('waitlisted')).toHaveLength(10);
      first = nth(
        people,
        answers.findIndex(({ body }) => body.place === 1),
      );
    },
    STEP_MS,
  );

  it(
    'shows the first in the queue their place, and the seat once somebody has given theirs back',
    async () => {
      firstInQueue = await takesUp({ viewport: 'phone', as: first });
      await firstInQueue.goto('/beranda');
      await sees(firstInQueue, 'Daftar tunggu: no. 1');
      await link(firstInQueue, TITLE).click();
      await firstInQueue.getByRole('heading', { name: 'Anda nomor 1 di daftar tunggu' }).waitFor();

      const leaving = await takesUp({ viewport: 'phone', as: nth(seated.splice(-1), 0) });
      await leaving.goto('/beranda');
      await link(leaving, TITLE).click();
      await button(leaving, 'Batalkan pendaftaran').click();
      await sees(leaving, 'Kursi Anda langsung diberikan kepada yang menunggu.');
      await button(leaving, 'Ya, batalkan').click();
      await button(leaving, 'Masuk daftar tunggu').waitFor();

      await at(-24 * 60);
      await looksAgain(firstInQueue);
      await firstInQueue.getByRole('heading', { name: 'Anda terdaftar' }).waitFor();
      expect(subjectsTo(first.email)).toContain(`Anda mendapat tempat: ${TITLE}`);
    },
    STEP_MS,
  );

  it(
    'is held: chat shows on every device, one drops and returns with nothing lost, and the facilitator sees who is here',
    async () => {
      const [onTwo, late, ...quiet] = [nth(seated, 0), nth(seated, 1), ...seated.slice(2, 12)];
      await at(-10);
      await link(facilitator, 'Kelola').click();
      await link(facilitator, TITLE).click();
      await link(facilitator, 'Konsol').click();
      await sees(facilitator, 'Mulai terjadwal');

      await link(siti, 'Beranda').click();
      await link(siti, 'Gabung').click();
      const line = await Line.of(firstInQueue);
      await firstInQueue.reload();
      await link(firstInQueue, 'Masuk ke ruang').click();
      const phone = await takesUp({ viewport: 'phone', as: onTwo });
      const laptop = await takesUp({ viewport: 'laptop', as: onTwo });
      for (const page of [phone, laptop]) {
        await page.goto('/beranda');
        await link(page, 'Gabung').click();
      }
      const rooms: RoomClient[] = [];
      for (const who of quiet) rooms.push(await enterRoom(app, who, idIn(siti.url())));
      const devices = [siti, firstInQueue, phone, laptop];
      for (const page of [facilitator, ...devices]) await sees(page, '14 hadir');

      await at(0);
      await button(facilitator, 'Mulai sesi').click();
      await sees(facilitator, '14 orang di ruang, 20 orang terdaftar');
      await button(facilitator, 'Ya, mulai').click();
      for (const page of devices) await sees(page, 'Sedang berlangsung');
      await siti.frameLocator('iframe').getByText('Siaran').waitFor();
      const everybody = [facilitator, ...devices];
      await says('Selamat datang.', facilitator, everybody);
      await says('Selamat pagi, Pak!', siti, everybody);

      await at(10);
      // What was heard last is when a line that breaks without a word was last there.
      await says('Sinyal saya lemah.', firstInQueue, everybody);
      await losesNetwork(firstInQueue, line);
      await sees(facilitator, '13 hadir');
      await says('Berapa dana darurat yang cukup?', laptop, [facilitator, siti, phone]);
      await writes(firstInQueue, 'Sinyal saya hilang.');
      await sees(firstInQueue, 'Menunggu sambungan');
      await at(12);
      await findsNetwork(firstInQueue, line);
      for (const text of ['Berapa dana darurat yang cukup?', 'Sinyal saya hilang.']) await areTold(everybody, text);
      for (const page of everybody) await sees(page, '14 hadir');

      const here = facilitator.getByRole('region', { name: 'Di ruang' });
      await here.getByText(SITI).waitFor();
      await here.getByRole('listitem').filter({ hasText: onTwo.name }).getByText('2 perangkat').waitFor();
      await at(50);
      rooms.push(await enterRoom(app, late, idIn(siti.url())));
      await here.getByText(late.name).waitFor();

      await at(90);
      await button(facilitator, 'Akhiri sesi').click();
      await sees(facilitator, 'Waktu hadir berhenti dihitung untuk 15 orang di ruang.');
      await button(facilitator, 'Ya, akhiri').click();
      for (const page of devices) {
        await sees(page, 'Sesi sudah diakhiri');
        await link(page, 'Keluar dari ruang').click();
      }
      for (const room of rooms) await room.leave();
      await sees(facilitator, '1 hadir');
      for (const room of rooms) room.close();
    },
    STEP_MS,
  );

  it(
    'ends in a verdict on the session’s page, hours in the record, attendance for the admin and mails by verdict',
    async () => {
      await at(100, 1);
      await looksAgain(siti);
      await siti.getByRole('heading', { name: 'Kehadiran Anda' }).waitFor();
      await sees(siti, '90 menit dihitung dari 90 menit');
      await link(siti, 'Lihat catatan belajar').click();
      await siti.getByRole('heading', { name: 'Catatan belajar' }).waitFor();
      await sees(siti, 'Perencanaan keuangan: 1,5 jam, 1 sesi');

      // Three days later an admin has to sign in again.
      await signsInByMail(admin, ADMIN_EMAIL);
      await link(admin, 'Kelola').click();
      await link(admin, TITLE).click();
      await link(admin, 'Kehadiran').click();
      await sees(admin, '13 hadir · 1 sebagian · 6 tidak hadir');
      await sees(admin, '40 dari 90 menit');

      app.mailbox.clear();
      await at(120);
      const [onTwo, late] = seated;
      for (const email of [ROSTER[1]?.email, first.email, onTwo?.email]) {
        expect(subjectsTo(email)).toEqual([`Terima kasih sudah hadir: ${TITLE}`]);
      }
      expect(subjectsTo(late?.email)).toEqual([`Kami merindukan Anda: ${TITLE}`]);
      expect(subjectsTo(seated.at(-1)?.email)).toEqual([`Kami merindukan Anda: ${TITLE}`]);
    },
    STEP_MS,
  );

  function subjectsTo(email = ''): string[] {
    return app.mailbox.to(email).map(({ subject }) => subject);
  }
});

async function choosesFile(page: Page, opens: Locator, { name, content }: { name: string; content: string }) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), opens.click()]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** The session whose page is open. */
function idIn(url: string): string {
  return /\/sesi\/([^/?]+)/.exec(url)?.[1] ?? '';
}

function nth<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no number ${String(index)}`);
  return item;
}
