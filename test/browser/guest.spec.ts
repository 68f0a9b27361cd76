// A guest speaker on a phone: staff make the link, the guest opens it, chats, answers what is on stage, and is sent out.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aDevice, describeWithChromium, openBrowser, seriousFindings } from '../support/browser.js';
import { RoomClient } from '../support/room-client.js';

const STORY_MS = 180_000;

describeWithChromium('a guest speaker', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await bootApp();
    browser = await openBrowser();
  }, STORY_MS);

  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it(
    'comes by the link that staff made, speaks, answers, and is out once it is taken back',
    async () => {
      const room = await aRoom(app);
      await app.db.sql(`UPDATE members SET roles = '{member,admin}' WHERE id = $1`, [room.host.id]);
      const staffDevice = await aDevice(browser, app, { viewport: 'laptop', as: room.host });
      const staff = await staffDevice.newPage();
      await staff.goto(`/kelola/sesi/${room.sessionId}`);
      await staff.getByLabel('Nama pemateri tamu').fill('Bu Ratna');
      await staff.getByRole('button', { name: 'Buat tautan' }).click();
      const address = new URL(await staff.getByRole('textbox', { name: 'Tautan untuk Bu Ratna' }).inputValue());
      expect(await seriousFindings(staff)).toEqual([]);

      const phone = await aDevice(browser, app);
      const guest = await phone.newPage();
      await guest.goto(address.pathname + address.hash);
      await guest.getByRole('heading', { name: 'Halo, Bu Ratna' }).waitFor();
      await guest.getByText('Menabung, lalu investasi').waitFor();
      expect(await phone.cookies()).toEqual([]);
      expect(await seriousFindings(guest)).toEqual([]);
      await guest.getByRole('button', { name: 'Masuk ke ruang' }).click();
      await guest.getByText('Tersambung').waitFor();
      expect(await seriousFindings(guest)).toEqual([]);

      const host = new RoomClient(app.url, (await signedIn(app, room.host)).cookie, room.sessionId);
      const asker = new RoomClient(app.url, (await signedIn(app, room.members[0] ?? room.host)).cookie, room.sessionId);
      try {
        await host.enter();
        await asker.enter();
        await guest.getByPlaceholder('Tulis pesan').fill('Selamat pagi semua');
        await guest.keyboard.press('Enter');
        await asker.until(({ texts }) => texts.includes('Selamat pagi semua'));
        const chat = guest.getByRole('region', { name: 'Obrolan' });
        await chat.getByText('Narasumber tamu', { exact: true }).waitFor();
        expect(await chat.getByText('Petugas', { exact: true }).count()).toBe(0);

        await asker.send('question.ask', { id: newId(), text: 'Berapa bunganya?' });
        await host.until(({ state }) => state?.questions.length === 1);
        const questionId = host.state?.questions[0]?.id ?? '';
        await host.send('question.approve', { id: newId(), questionId, version: 1 });
        await host.send('question.stage', { id: newId(), questionId, version: 2 });
        await guest.getByRole('tab', { name: 'Tanya jawab' }).click();
        const onStage = guest.getByRole('group', { name: 'Berapa bunganya?' });
        await onStage.getByRole('button', { name: 'Jawab tertulis' }).click();
        await guest.getByRole('dialog').getByRole('textbox').fill('Enam persen.');
        await guest.getByRole('dialog').getByRole('button', { name: 'Jawab tertulis' }).click();
        await asker.until(({ state }) => state?.questions[0]?.answer?.text === 'Enam persen.');

        await staff.getByRole('button', { name: 'Cabut tautan Bu Ratna' }).click();
        await staff.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
        await guest.getByRole('heading', { name: 'Anda sudah keluar dari ruang' }).waitFor();
        await guest.reload();
        await guest.getByRole('heading', { name: 'Tautan tidak berlaku' }).waitFor();
      } finally {
        host.close();
        asker.close();
        await phone.close();
        await staffDevice.close();
      }
    },
    STORY_MS,
  );
});
