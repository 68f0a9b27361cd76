// What each role came to do, by hand: a member registers and talks, a facilitator holds a session, an admin plans one and
// imports the roster. On a phone in Indonesian and on a laptop in English.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signedIn } from '../factories/auth.js';
import { aCooperative, aMember } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings, type Viewport } from '../support/browser.js';
import { aCooperativeStory, type Story } from './cooperative-story.js';

const LOOKS: { viewport: Viewport; language: 'id' | 'en' }[] = [
  { viewport: 'phone', language: 'id' },
  { viewport: 'laptop', language: 'en' },
];
const PASSWORD = 'kebun-teh-di-lereng';
const STORY_MS = 180_000;
const A_LARGE_PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 'x'), Buffer.from('\n%%EOF')]);

describeWithChromium.each(LOOKS)('on a $viewport, in $language', ({ viewport, language }) => {
  let app: TestApp;
  let browser: Browser;
  let story: Story;
  let context: BrowserContext;
  let page: Page;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const button = (id: string, en: string) => page.getByRole('button', { name: say(id, en), exact: true });
  const link = (id: string, en: string) => page.getByRole('link', { name: say(id, en), exact: true });

  beforeEach(async () => {
    app = await bootApp();
    browser = await openBrowser();
    story = await aCooperativeStory(app);
    await app.db.sql('UPDATE members SET language = $1', [language]);
  }, STORY_MS);

  afterEach(async () => {
    story.close();
    await browser.close();
    await app.close();
  });

  async function visit(as?: { id: string }): Promise<void> {
    context = await aDevice(browser, app, { viewport, language, ...(as ? { as } : {}) });
    page = await context.newPage();
  }

  describe('a member', () => {
    it(
      'signs in, gives a seat back and takes it again, and loses no word in the room',
      async () => {
        await (await signedIn(app, story.siti)).put('/api/auth/password', { password: PASSWORD });
        await visit();
        await page.goto(`/k/${story.slug}/masuk?ke=/sesi/${story.next}`);
        await page
          .getByLabel(say('Alamat e-mail atau nomor anggota', 'E-mail address or member number'))
          .fill(story.siti.number);
        await page.getByLabel(say('Kata sandi', 'Password'), { exact: true }).fill(PASSWORD);
        await button('Masuk', 'Sign in').click();

        await button('Batalkan pendaftaran', 'Cancel my registration').click();
        await button('Ya, batalkan', 'Yes, cancel it').click();
        await button('Daftar', 'Register').click();
        await page.getByRole('heading', { name: say('Anda terdaftar', 'You are registered') }).waitFor();

        await page.goto(`/sesi/${story.live}`);
        await link('Masuk ke ruang', 'Enter the room').click();
        const log = page.getByRole('log');
        await log.getByText('Halo dari Makassar!').waitFor();
        const line = page.getByRole('textbox', { name: say('Tulis pesan', 'Write a message') });
        await line.fill('Hadir!');
        await line.press('Enter');
        await log.getByText('Hadir!').waitFor();

        await context.setOffline(true);
        await page.evaluate("window.dispatchEvent(new Event('offline'))");
        await line.fill('Ditulis di terowongan');
        await line.press('Enter');
        await context.setOffline(false);
        await log.getByText('Ditulis di terowongan').waitFor();
        // Whatever still waits when the line is cut goes out again as well: none may stay behind.
        await page.locator('[class*=pending]').first().waitFor({ state: 'detached', timeout: 60_000 });
        expect(await log.getByText('Hadir!').count()).toBe(1);
        expect(await log.getByText('Ditulis di terowongan').count()).toBe(1);
      },
      STORY_MS,
    );
  });

  describe('a visitor', () => {
    it(
      'reads the open schedule on past its first page',
      async () => {
        await app.db.sql(
          `INSERT INTO sessions (id, cooperative_id, state, title, language, zone, starts_at, ends_at, stage_kind,
             created_at, updated_at)
           SELECT gen_random_uuid(), cooperative_id, 'published', 'Kelas ke-' || day, language, zone,
             starts_at + day * interval '1 day', ends_at + day * interval '1 day', 'none', created_at, updated_at
           FROM sessions, generate_series(10, 50) AS day WHERE id = $1`,
          [story.next],
        );
        await visit();
        await page.goto(`/k/${story.slug}`);
        await page.getByText('Kelas ke-12', { exact: true }).waitFor();
        expect(await page.getByText('Kelas ke-50').count()).toBe(0);
        await button('Tampilkan lagi', 'Show more').click();
        await page.getByText('Kelas ke-50', { exact: true }).waitFor();
        await button('Tampilkan lagi', 'Show more').waitFor({ state: 'detached' });
      },
      STORY_MS,
    );
  });

  describe('whoever is signed in', () => {
    it(
      'comes home from the pages for everybody, but may read those of another cooperative',
      async () => {
        const other = await aCooperative(app, { name: 'Koperasi Tetangga' });
        await visit(story.siti);
        for (const path of ['/', `/k/${story.slug}`, `/k/${story.slug}/masuk`]) {
          await page.goto(path);
          await page.waitForURL('**/beranda');
        }
        await page.goto(`/k/${story.slug}/masuk?ke=/jadwal`);
        await page.waitForURL('**/jadwal');
        await page.goto(`/k/${other.slug}`);
        await page.getByRole('heading', { name: 'Koperasi Tetangga' }).waitFor();
        expect(new URL(page.url()).pathname).toBe(`/k/${other.slug}`);
      },
      STORY_MS,
    );
  });

  describe('a facilitator', () => {
    it(
      'sees who is here, ends the session, and takes it back',
      async () => {
        await visit(story.facilitator);
        await page.goto(`/sesi/${story.live}/konsol`);
        if (viewport === 'phone') await page.getByRole('tab', { name: /^Di ruang|^In the room/ }).click();
        await page.getByText('Ayu Lestari').first().waitFor();
        await button('Akhiri sesi', 'End the session').click();
        await button('Ya, akhiri', 'Yes, end it').click();
        await button('Batalkan pengakhiran', 'Undo the end').click();
        await button('Akhiri sesi', 'End the session').waitFor();
      },
      STORY_MS,
    );
  });

  describe('an admin', () => {
    it(
      'keeps what was typed when somebody else saves, and is told what a session lacks',
      async () => {
        const desk = await signedIn(app, story.admin);
        const saveElsewhere = async (change: Record<string, unknown>) => {
          const { body } = await desk.get<{ planning: { version: number } }>(`/api/sessions/${story.draft}`);
          const { version } = body.planning;
          expect((await desk.patch(`/api/sessions/${story.draft}`, { version, ...change })).status).toBe(200);
          // Somebody comes back to this window a minute later: it asks again.
          app.clock.advance({ minutes: 1 });
          await context.clock.setFixedTime(app.clock.now());
          await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
        };
        await visit(story.admin);
        await page.goto(`/kelola/sesi/${story.draft}`);
        const title = page.getByLabel(say('Judul', 'Title'), { exact: true });
        await title.waitFor();
        await saveElsewhere({ title: 'Pajak bagi pekerja lepas', staff: [] });
        await page.locator('input[value="Pajak bagi pekerja lepas"]').waitFor();

        await title.fill('Pajak, tanpa pusing');
        await saveElsewhere({ title: 'Pajak bagi semua' });
        await page
          .getByText(say('Orang lain sudah mengubah sesi ini', 'Somebody else has changed this session'))
          .waitFor();
        expect(await title.inputValue()).toBe('Pajak, tanpa pusing');
        await button('Muat yang terbaru', 'Load the latest').click();
        await page.locator('input[value="Pajak bagi semua"]').waitFor();

        await button('Terbitkan', 'Publish').click();
        await button('Ya, terbitkan', 'Yes, publish').click();
        await page.getByText(say('Petugas sesi: Wajib diisi.', 'People of the session: This is required.')).waitFor();
      },
      STORY_MS,
    );

    it(
      'asks to be asked, lets one in, and says no to another with a reason',
      async () => {
        await visit(story.admin);
        await page.goto(`/kelola/sesi/${story.next}`);
        await page.getByLabel(say('Setiap pendaftaran perlu disetujui', 'Every registration needs approval')).click();
        await button('Simpan syarat', 'Save the terms').click();
        await page.getByText(say('Syarat pendaftaran disimpan.', 'The terms of registration are saved.')).waitFor();
        const home = { id: story.admin.cooperativeId };
        for (const name of ['Wayan Sukma', 'Hasan Basri']) {
          const member = await signedIn(app, await aMember(app, home, { name }));
          expect((await member.post(`/api/sessions/${story.next}/registration`)).body).toMatchObject({
            state: 'pending',
          });
        }

        await page.goto(`/kelola/sesi/${story.next}/peserta`);
        await button('Setujui Wayan Sukma', 'Approve Wayan Sukma').click();
        await page.getByText(say('1 mendapat kursi.', '1 has a seat.')).waitFor();
        await button('Tolak Hasan Basri', 'Reject Hasan Basri').click();
        await page.getByLabel(say('Alasan', 'Reason')).fill('Untuk pengurus');
        await button('Ya, tolak', 'Yes, reject').click();
        await page.getByText(say('1 pendaftaran ditolak.', '1 registration was rejected.')).waitFor();
        await page.getByText('Untuk pengurus').waitFor();
        await button('Tolak Hasan Basri', 'Reject Hasan Basri').waitFor({ state: 'detached' });
      },
      STORY_MS,
    );

    it(
      'asks questions of who registers; a member answers, and changes an answer; the admin reads them',
      async () => {
        const member = await aMember(app, { id: story.admin.cooperativeId }, { name: 'Wayan Sukma', language });
        await visit(story.admin);
        await page.goto(`/kelola/sesi/${story.next}`);
        const question = (nth: number) =>
          page.getByRole('group', { name: say(`Pertanyaan ${nth}`, `Question ${nth}`), exact: true });
        const kinds = [
          ['phone', 'Nomor darurat'],
          ['consent', 'Saya boleh difoto'],
          ['choice', 'Ukuran kaus'],
        ] as const;
        for (const [nth, [kind, label]] of kinds.entries()) {
          await button('Tambah pertanyaan', 'Add a question').click();
          await question(nth + 1)
            .getByLabel(say('Jenis jawaban', 'Kind of answer'))
            .selectOption(kind);
          await question(nth + 1)
            .getByRole('textbox')
            .first()
            .fill(label);
        }
        await question(3).getByLabel(say('Wajib dijawab', 'Must be answered')).check();
        await question(3)
          .getByRole('textbox', { name: say('Pilihan 1', 'Choice 1') })
          .fill('M');
        // The choice without its words is refused where it stands, and what was typed stays.
        await button('Simpan pertanyaan', 'Save the questions').click();
        await question(3).getByText(say('Wajib diisi.', 'This is required.')).waitFor();
        await question(3)
          .getByRole('textbox', { name: say('Pilihan 2', 'Choice 2') })
          .fill('L');
        await button('Naikkan pertanyaan 3', 'Move question 3 up').focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
        expect(await question(1).getByRole('textbox').first().inputValue()).toBe('Ukuran kaus');
        await button('Simpan pertanyaan', 'Save the questions').click();
        await page
          .getByText(say('Pertanyaan pendaftaran disimpan.', 'The questions at registration are saved.'))
          .waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.close();

        await visit(member);
        await page.goto(`/sesi/${story.next}`);
        await page.getByLabel('Nomor darurat').fill('0812 3456');
        const register = button('Daftar', 'Register');
        await register.click();
        await page.getByText(say('Wajib diisi.', 'This is required.')).waitFor();
        await page.getByText(say('Bentuk isiannya tidak sesuai.', 'This is not in the expected form.')).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await page.getByLabel('Nomor darurat').inputValue()).toBe('0812 3456');
        await page.getByLabel('Nomor darurat').fill('0812 3456 7890');
        await page.getByRole('radio', { name: 'L', exact: true }).check();
        await page.getByLabel('Saya boleh difoto').check();
        await register.click();
        await page.getByRole('heading', { name: say('Jawaban Anda', 'Your answers') }).waitFor();
        await page.getByRole('radio', { name: 'M', exact: true }).check();
        await button('Simpan jawaban', 'Save the answers').click();
        await page.getByText(say('Jawaban Anda disimpan.', 'Your answers are saved.')).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.close();

        await visit(story.admin);
        await page.goto(`/kelola/sesi/${story.next}/peserta`);
        await button('Jawaban Wayan Sukma', 'Answers of Wayan Sukma').click();
        const answers = page.getByRole('dialog');
        await answers.getByText('+6281234567890').waitFor();
        await answers.getByText('M', { exact: true }).waitFor();
        await answers.getByText(say('Setuju,', 'Agreed,')).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
      },
      STORY_MS,
    );

    it(
      'registers from a list, moves some to another session, and takes the list along',
      async () => {
        const unseen = await aMember(app, { id: story.admin.cooperativeId }, { name: 'Sulastri Wibowo' });
        await visit(story.admin);
        await page.goto(`/kelola/sesi/${story.full}/peserta`);
        await button('Impor daftar', 'Import a list').click();
        await page.locator('input[type=file]').setInputFiles({
          name: 'daftar.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(`Nomor anggota\n${unseen.number}\nX-999\n`),
        });
        await page.getByText(say('1 baris tidak dapat dipakai', '1 line cannot be used'), { exact: true }).waitFor();
        await page.getByText('X-999').waitFor();
        await button('Daftarkan 1 anggota', 'Register 1 member').click();
        await page.getByText(say('1 masuk daftar tunggu', '1 are on the waiting list')).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page
          .getByRole('dialog')
          .getByRole('button', { name: say('Tutup', 'Close') })
          .last()
          .click();
        await page.getByText('Sulastri Wibowo').waitFor();

        await page.getByRole('checkbox', { name: /Maria Ulfa/ }).check();
        await page.getByRole('checkbox', { name: /Sulastri Wibowo/ }).check();
        await button('Pindahkan 2…', 'Move 2…').click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox', { name: say('Sesi tujuan', 'To session') }).fill('menabung');
        await page.getByRole('option', { name: /Menabung, lalu investasi/ }).click();
        await dialog.getByLabel(say('Alasan', 'Reason')).fill('Kelas digabung');
        await dialog.getByRole('button', { name: say('Pindahkan', 'Move'), exact: true }).click();
        await page.getByText('Kelas digabung').first().waitFor();
        await page.goto(`/kelola/sesi/${story.next}/peserta`);
        await page.getByText('Maria Ulfa').waitFor();
        await page.getByText('Sulastri Wibowo').waitFor();

        await page.getByRole('searchbox').fill('Sulastri');
        await page.getByText('Maria Ulfa').waitFor({ state: 'detached' });
        await button('Pilih semua yang cocok', 'Select all that match').click();
        await page.getByText(say('1 dipilih', '1 selected'), { exact: true }).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.getByRole('searchbox').fill('');
        await page.getByText('Maria Ulfa').waitFor();

        await button('Unduh', 'Download').click();
        const download = page.waitForEvent('download');
        await page.getByRole('menuitem', { name: 'CSV' }).click();
        expect((await download).suggestedFilename()).toMatch(/^peserta-[\da-f]{12}\.csv$/);
      },
      STORY_MS,
    );

    it(
      'sees when a session can start, and changes the end and the seats of one that is live',
      async () => {
        await visit(story.admin);
        await page.goto(`/sesi/${story.next}/konsol`);
        await page.getByText(say('Sesi dapat dimulai sejak', 'The session can be started from')).waitFor();
        expect(await button('Mulai sesi', 'Start the session').isDisabled()).toBe(true);

        await page.goto(`/kelola/sesi/${story.live}`);
        await page.getByRole('switch', { name: say('Tanpa batas kursi daring', 'No limit of online seats') }).click();
        await page.getByLabel(say('Jumlah kursi daring', 'Number of online seats')).fill('250');
        await button('Simpan perubahan', 'Save changes').click();
        await page.getByText(say('Perubahan tersimpan.', 'Your changes are saved.')).waitFor();
        const { body } = await (await signedIn(app, story.admin)).get(`/api/sessions/${story.live}`);
        expect(body).toMatchObject({ state: 'live', capacity: 250 });
      },
      STORY_MS,
    );

    it(
      'adds a member, is told what is refused beside its field, and makes a facilitator of one',
      async () => {
        await visit(story.admin);
        await page.goto('/kelola/anggota');
        await link('Tambah anggota', 'Add a member').click();
        const field = (id: string, en: string) => page.getByLabel(say(id, en), { exact: true });
        await field('Nama', 'Name').fill('Wayan Sukma');
        await field('Nomor anggota', 'Member number').fill(story.siti.number);
        await field('E-mail', 'E-mail').fill('wayan@contoh.id');
        await field('Nomor ponsel', 'Mobile number').fill('0812 3456 7890');
        await field('Unit', 'Unit').selectOption({ label: 'Cabang Makassar' });
        await button('Tambahkan', 'Add').click();
        await page.getByText(say('Sudah dipakai.', 'This is already in use.')).waitFor();
        expect(await field('Nomor anggota', 'Member number').getAttribute('aria-invalid')).toBe('true');
        expect(await field('E-mail', 'E-mail').inputValue()).toBe('wayan@contoh.id');
        await field('Nomor anggota', 'Member number').fill('A-1001');
        await button('Tambahkan', 'Add').click();

        await page.getByRole('cell').getByText('+6281234567890').waitFor();
        await link('Buka Wayan Sukma', 'Open Wayan Sukma').click();
        await page.getByRole('checkbox', { name: say('Koordinator', 'Coordinator') }).check();
        await button('Simpan', 'Save').click();
        await page.getByText(say('Wajib diisi.', 'This is required.')).waitFor();
        await page.getByRole('checkbox', { name: say('Koordinator', 'Coordinator') }).uncheck();
        await page.getByRole('checkbox', { name: say('Fasilitator', 'Facilitator') }).check();
        await button('Simpan', 'Save').click();
        await page.getByText(say('Perubahan tersimpan.', 'Your changes are saved.')).waitFor();
        await page.goBack();
        await page.getByRole('cell').getByText(say('Anggota, Fasilitator', 'Member, Facilitator')).waitFor();
      },
      STORY_MS,
    );

    it(
      'loses nothing typed about a member whom somebody else changed, and asks before one leaves',
      async () => {
        const desk = await signedIn(app, story.admin);
        await visit(story.admin);
        await page.goto(`/kelola/anggota/${story.siti.id}`);
        const nickname = page.getByLabel(say('Nama panggilan', 'Nickname'), { exact: true });
        await nickname.fill('Iti');
        const { body } = await desk.get<{ version: number }>(`/api/members/${story.siti.id}`);
        const elsewhere = { version: body.version, name: 'Siti Nurhaliza' };
        expect((await desk.patch(`/api/members/${story.siti.id}`, elsewhere)).status).toBe(200);
        await button('Simpan', 'Save').click();
        await page
          .getByText(say('Orang lain sudah mengubah anggota ini', 'Somebody else has changed this member'))
          .waitFor();
        expect(await nickname.inputValue()).toBe('Iti');
        await button('Muat yang terbaru', 'Load the latest').click();
        await page.locator('input[value="Siti Nurhaliza"]').waitFor();

        await page.getByLabel('Status', { exact: true }).selectOption('keluar');
        await button('Simpan', 'Save').click();
        await button('Ya, keluarkan', 'Yes, mark as left').click();
        await page.getByText(say('Perubahan tersimpan.', 'Your changes are saved.')).waitFor();
        expect((await desk.get(`/api/members/${story.siti.id}`)).body).toMatchObject({ status: 'keluar' });
      },
      STORY_MS,
    );

    it(
      'sees how far an upload is on a slow line, stops it, and sends it again',
      async () => {
        await visit(story.admin);
        await page.goto(`/kelola/sesi/${story.next}`);
        const picker = page.locator('input[type=file][accept*=".pdf"]');
        const file = { name: 'bahan.pdf', mimeType: 'application/pdf', buffer: A_LARGE_PDF };
        await page.getByText(say('Belum ada materi.', 'No material yet.')).waitFor();
        const network = await context.newCDPSession(page);
        const line = { offline: false, latency: 0, downloadThroughput: -1 };
        await network.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 200_000 });
        await picker.setInputFiles(file);
        await page.getByRole('progressbar', { name: /bahan\.pdf/ }).waitFor();
        await page.getByText(/^[1-9]\d?%$/).waitFor();
        await button('Batal', 'Cancel').click();
        await page.getByRole('progressbar').waitFor({ state: 'detached' });
        expect(await page.getByRole('alert').count()).toBe(0);
        await network.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
        await picker.setInputFiles(file);
        await page.getByText(say('Materi ditambahkan.', 'The material is added.')).waitFor();
        await page.getByText('bahan.pdf', { exact: true }).waitFor();
        const { body } = await (await signedIn(app, story.admin)).get(`/api/sessions/${story.next}/materials`);
        expect(body).toMatchObject({ items: [{ fileName: 'bahan.pdf' }] });
      },
      STORY_MS,
    );

    it(
      'changes a setting and goes back to the usual, and is told when a colleague was faster',
      async () => {
        await visit(story.admin);
        const colleague = await signedIn(app, story.admin);
        const save = async (): Promise<void> => {
          await button('Simpan', 'Save').click();
        };
        const saved = page.getByText(say('Pengaturan tersimpan.', 'The settings are saved.'));
        const opens = page.getByLabel(say('Ruang dibuka sebelum mulai', 'The room opens before the start'), {
          exact: true,
        });
        const back = button(
          'Kembali ke biasanya: Ruang dibuka sebelum mulai',
          'Back to the usual: The room opens before the start',
        );
        await page.goto('/kelola/pengaturan');
        expect(await opens.inputValue()).toMatch(/^15 /);
        await opens.fill('5');
        await save();
        await page.getByText(/10/).and(page.locator('.mantine-InputWrapper-error')).waitFor();
        await opens.fill('20');
        await save();
        await saved.waitFor();
        const settings = async () =>
          (await colleague.get<{ version: number; policies: object }>('/api/cooperative')).body;
        expect((await settings()).policies).toMatchObject({ roomOpensMinutes: 20 });
        await colleague.patch('/api/cooperative', {
          version: (await settings()).version,
          policies: { quietFromHour: 22 },
        });
        await back.click();
        expect(await opens.inputValue()).toMatch(/^15 /);
        await save();
        const stale = page.getByRole('alert').filter({ hasText: say('sudah diubah admin lain', 'Another admin') });
        await stale.waitFor();
        await stale.getByRole('button').click();
        await stale.waitFor({ state: 'detached' });
        expect(await opens.inputValue()).toMatch(/^20 /);
        await back.click();
        await Promise.all([page.waitForResponse((response) => response.request().method() === 'PATCH'), save()]);
        expect((await settings()).policies).toMatchObject({ roomOpensMinutes: 15, quietFromHour: 22 });
      },
      STORY_MS,
    );

    it(
      'enters a holiday, is warned of it, describes the draft in two languages, publishes it, cancels it again, and imports the roster',
      async () => {
        await visit(story.admin);
        const desk = await signedIn(app, story.admin);
        const { startsAt, zone } = (await desk.get<{ startsAt: string; zone: string }>(`/api/sessions/${story.draft}`))
          .body;
        const day = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date(startsAt));
        await page.goto('/kelola/pengaturan');
        await page.getByLabel(say('Tahun', 'Year'), { exact: true }).selectOption(day.slice(0, 4));
        await button('Tambah yang tanggalnya tetap', 'Add those with a fixed date').click();
        await button('Tambah hari', 'Add a day').click();
        await button('Simpan hari libur', 'Save the holidays').click();
        await page.getByText(say('Wajib diisi.', 'This is required.')).first().waitFor();
        await page.getByLabel(say('Tanggal libur 6', 'Day of holiday 6')).fill(day);
        await page.getByLabel(say('Nama libur 6', 'Name of holiday 6')).fill('Rapat anggota');
        await page.getByLabel(say('Jenis libur 6', 'Kind of holiday 6')).selectOption('own');
        await button('Simpan hari libur', 'Save the holidays').click();
        await page
          .getByText(say(`Hari libur ${day.slice(0, 4)} disimpan.`, `The holidays of ${day.slice(0, 4)}`))
          .waitFor();
        expect(await seriousFindings(page)).toEqual([]);

        await page.goto(`/kelola/sesi/${story.draft}`);
        await page
          .getByText(
            say(
              'Bertepatan dengan Rapat anggota (tanggal koperasi).',
              'This is on Rapat anggota (the cooperative’s own date).',
            ),
          )
          .waitFor();
        await page.getByLabel(say('Keterangan', 'Description'), { exact: true }).fill('Menghitung **pajak sendiri**.');
        await button('Tulis juga dalam bahasa Inggris', 'Write it in English too').click();
        await page
          .getByLabel(say('Keterangan dalam bahasa Inggris', 'Description in English'), { exact: true })
          .fill('Working out **your own tax**.');
        await button('Simpan perubahan', 'Save changes').click();
        await page.getByText(say('Perubahan tersimpan.', 'Your changes are saved.')).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.goto(`/sesi/${story.draft}`);
        await page
          .locator('strong')
          .filter({ hasText: say('pajak sendiri', 'your own tax') })
          .waitFor();

        await page.goto(`/kelola/sesi/${story.draft}`);
        await button('Terbitkan', 'Publish').click();
        await button('Ya, terbitkan', 'Yes, publish').click();
        await button('Batalkan sesi', 'Cancel session').waitFor();
        await page
          .getByLabel(say('Tugas Dr. Ni Luh Putu Ariani', 'Role of Dr. Ni Luh Putu Ariani'))
          .selectOption('host');
        await button('Simpan perubahan', 'Save changes').click();
        await page.getByText(say('Hanya fasilitator atau pengurus', 'Only a facilitator or an admin')).waitFor();
        await button('Batalkan sesi', 'Cancel session').click();
        await page.getByText(say('Belum ada yang terdaftar', 'Nobody is registered yet')).waitFor();
        await button('Ya, batalkan sesi', 'Yes, cancel the session').click();
        await page.getByText(say('Dibatalkan', 'Cancelled'), { exact: true }).first().waitFor();

        await page.goto('/kelola/anggota/impor');
        await page.locator('input[type=file]').setInputFiles({
          name: 'anggota.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('No Anggota;Nama;Email\nB-1;Wayan Sukarta;wayan@contoh.id\nB-2;;kosong@contoh.id\n'),
        });
        await button('Periksa isi berkas', 'Check the file').click();
        await app.settle();
        await page.getByText(say('Baris 3', 'Line 3')).waitFor();
        await button('Terapkan 1 baris yang baik saja', 'Apply the 1 good lines only').click();
        await button('Ya, terapkan', 'Yes, apply').click();
        await app.settle();
        await page.getByText(say('Impor selesai', 'The import is done')).waitFor();
      },
      STORY_MS,
    );
  });
});
