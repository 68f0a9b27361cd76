// What mail promises: rows first, one sender a row, retried as the rules say, and no lane holds up another.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailLane } from '../../src/contracts/mail.js';
import { loadConfig } from '../../src/platform/config/config.js';
import { newId } from '../../src/platform/ids.js';
import { MailService, type MailToQueue } from '../../src/platform/mail/mail.service.js';
import { MailStore, type ClaimedMail } from '../../src/platform/mail/mail-store.js';
import { startServer, type RunningServer } from '../../src/server.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/started.js';

const SIGN_IN = { nickname: 'Siti', code: '482913', url: 'https://sinau.example/masuk/tautan#x', minutes: '10' };
const SESSION = {
  nickname: 'Siti',
  title: 'Menabung',
  startsAt: '2026-07-02T03:00:00Z',
  endsAt: '2026-07-02T04:30:00Z',
  url: 'https://sinau.example/sesi/1',
};

let app: TestApp;
let second: RunningServer;
let cooperativeId: string;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  // Another worker on the same rows, as a deployment has.
  second = await startServer({
    env: {
      NODE_ENV: 'test',
      DATABASE_URL: app.database.appUrl,
      SMTP_URL: app.mailbox.smtpUrl,
      SINAU_SECRET: 's'.repeat(40),
      LOG_LEVEL: 'error',
    },
    runs: ['worker'],
    clock: app.clock,
  });
  cooperativeId = newId();
  await app.db.sql(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, 'maju', 'Koperasi Maju', '#0b6e4f', 'id', 'Asia/Jakarta', $2)`,
    [cooperativeId, app.clock.now()],
  );
});

afterEach(async () => {
  app.mailbox.answer();
  app.mailbox.clear();
  await app.db.sql('DELETE FROM outgoing_mails');
});

afterAll(async () => {
  await second.close();
  await app.close();
});

function aMail(about: Partial<MailToQueue> = {}): MailToQueue {
  const common = {
    cooperative: { id: cooperativeId, name: 'Koperasi Maju', colour: '#0b6e4f' },
    to: { address: 'siti@anggota.example', name: 'Siti Aminah' },
    language: 'id',
    zone: 'Asia/Jakarta',
    dedupeKey: newId(),
  };
  return { kind: 'registration-confirmed', data: SESSION, ...common, ...about } as MailToQueue;
}

const signIn = (about: Partial<MailToQueue> = {}): MailToQueue =>
  aMail({ kind: 'sign-in', data: SIGN_IN, ...about } as Partial<MailToQueue>);

const queue = (...mails: MailToQueue[]): Promise<void> =>
  app.db.transaction((tx) => app.server.app.get(MailService, { strict: false }).queue(tx, mails));

const rows = (): Promise<{ state: string; attempts: number; data: unknown; last_answer: string | null }[]> =>
  app.db.sql('SELECT state, attempts, data, last_answer FROM outgoing_mails ORDER BY created_at, id');

describe('a queued mail', () => {
  it('arrives, with its headers, in html and text', async () => {
    await queue(signIn());
    await app.settle();
    const [mail] = app.mailbox.to('siti@anggota.example');
    expect(mail?.subject).toBe('Kode masuk Anda di Koperasi Maju');
    expect(mail?.text).toContain('482913');
    expect(mail?.html).toContain('482913');
    expect(mail?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.parsed.date).toEqual(app.clock.now());
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  });

  it('forgets its secret once sent, keeps other bodies 30 days', async () => {
    await queue(signIn());
    await queue(aMail());
    await app.settle();
    expect((await rows()).map((row) => row.data !== null)).toEqual([false, true]);
    app.clock.advance({ days: 31 });
    await app.settle();
    expect((await rows()).every((row) => row.data === null)).toBe(true);
  });

  it('is not sent when its transaction rolls back, and once when its key comes twice', async () => {
    const failing = app.db.transaction(async (tx) => {
      await app.server.app.get(MailService, { strict: false }).queue(tx, aMail());
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await Promise.all([queue(aMail({ dedupeKey: 'k' })), queue(aMail({ dedupeKey: 'k' }))]);
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(1);
  });

  it('waits until it is due, and is dropped when it would be too late', async () => {
    const at = (minutes: number): Date => new Date(app.clock.now().getTime() + minutes * 60_000);
    await queue(aMail({ dueAt: at(60) }), aMail({ dueAt: at(60), expiresAt: at(70) }));
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(0);
    app.clock.advance({ minutes: 90 });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(1);
    expect((await rows()).map((row) => row.state).sort()).toEqual(['expired', 'sent']);
  });

  it('carries an invitation as an alternative and as a file', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    await queue(aMail({ calendar: { method: 'REQUEST', content } }));
    await app.settle();
    expect(app.mailbox.mails[0]?.raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    expect(app.mailbox.mails[0]?.parsed.attachments.map((file) => file.filename)).toContain('undangan.ics');
  });

  it('takes nobody’s name for a header', async () => {
    const to = { address: 'siti@anggota.example', name: 'Siti\r\nBcc: semua@anggota.example' };
    await queue(aMail({ to, data: { ...SESSION, title: 'Uang\r\nX-Evil: 1' } }));
    await app.settle();
    const headers = app.mailbox.mails[0]?.parsed.headers;
    expect(headers?.has('bcc')).toBe(false);
    expect(headers?.has('x-evil')).toBe(false);
    expect(app.mailbox.attempts).toEqual(['siti@anggota.example']);
  });
});

/** Claimed two seconds before it is due: neither of the two that run may look at it yet, so none takes it first. */
async function claimedByOneWhoVanishes(lane: MailLane): Promise<ClaimedMail | undefined> {
  const later = (seconds: number): Date => new Date(app.clock.now().getTime() + seconds * 1_000);
  await queue(aMail({ dueAt: later(1) }));
  await app.db.sql('UPDATE outgoing_mails SET lane = $1', [lane]);
  const [claimed] = await app.server.app.get(MailStore, { strict: false }).claim(lane, 10, later(2), later(32));
  return claimed;
}

describe('two workers', () => {
  it('never send one mail twice', async () => {
    app.mailbox.answer(() => ({ kind: 'accept', afterMs: 5 }));
    await queue(...Array.from({ length: 200 }, (_, n) => aMail({ to: { address: `a${n}@x.example`, name: 'A' } })));
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(200);
    expect(new Set(app.mailbox.mails.map((mail) => mail.messageId)).size).toBe(200);
  });

  it('send again, under the same Message-ID, what a vanished one had claimed', async () => {
    const claimed = await claimedByOneWhoVanishes('transactional');
    expect(app.mailbox.mails).toHaveLength(0);
    app.clock.advance({ seconds: 33 });
    const now = app.clock.now();
    const store = app.server.app.get(MailStore, { strict: false });
    await app.settle();
    expect(app.mailbox.mails.map((mail) => mail.messageId)).toEqual([claimed?.messageId]);
    // The first sender comes back from the dead: its mark changes nothing.
    const late = { id: claimed?.id ?? '', leaseToken: claimed?.leaseToken ?? '', state: 'failed', at: now } as const;
    expect(await store.mark({ ...late, dueAt: now, answer: 'late', forgets: true })).toBe(false);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('never send again a bulk mail whose sender vanished', async () => {
    await claimedByOneWhoVanishes('bulk');
    app.clock.advance({ seconds: 33 });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(0);
    expect(await rows()).toMatchObject([{ state: 'uncertain' }]);
  });
});

it('is not tried again when it was withdrawn while a server refused it for the moment', async () => {
  const mail = aMail({ dueAt: new Date(app.clock.now().getTime() + 3_600_000) });
  await queue(mail);
  const leaseToken = newId();
  const [row] = await app.db.sql<{ id: string }>(
    `UPDATE outgoing_mails SET state = 'sending', attempts = 1, lease_token = $1 RETURNING id`,
    [leaseToken],
  );
  const get = app.server.app.get.bind(app.server.app);
  await app.db.transaction((tx) => get(MailService, { strict: false }).withdraw(tx, [mail.dedupeKey]));
  const now = app.clock.now();
  const refused = { state: 'queued', at: now, dueAt: now, answer: '451 later', forgets: false } as const;
  await get(MailStore, { strict: false }).mark({ ...refused, id: row?.id ?? '', leaseToken });
  await app.settle();
  expect(app.mailbox.mails).toHaveLength(0);
  expect(await rows()).toMatchObject([{ state: 'expired' }]);
});

describe('a server that', () => {
  it('says 451 is asked again a minute later', async () => {
    app.mailbox.answer(() => ({ kind: 'refuse', at: 'rcpt', code: 451 }));
    await queue(aMail());
    await app.settle();
    expect(await rows()).toMatchObject([{ state: 'queued', attempts: 1 }]);
    app.mailbox.answer();
    app.clock.advance({ seconds: 59 });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(0);
    app.clock.advance({ seconds: 1 });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it.each([
    ['550 to the recipient', { kind: 'refuse', at: 'rcpt', code: 550 }],
    ['552 to the content', { kind: 'refuse', at: 'data', code: 552 }],
  ] as const)('says %s is not asked again', async (_, answer) => {
    app.mailbox.answer(() => answer);
    await queue(aMail());
    await app.settle();
    app.clock.advance({ days: 2 });
    await app.settle();
    expect(app.mailbox.attempts).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 1, last_answer: expect.stringContaining('55') }]);
  });

  it('hangs up is asked again, six times in all', async () => {
    app.mailbox.answer(() => ({ kind: 'drop' }));
    await queue(aMail());
    await app.settle();
    for (const minutes of [1, 5, 30, 120, 360, 5_000]) {
      app.clock.advance({ minutes });
      await app.settle();
    }
    expect(app.mailbox.attempts).toHaveLength(6);
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 6 }]);
  });

  it('hangs up after taking the mail gets it once more, under the same Message-ID', async () => {
    app.mailbox.answer(() => ({ kind: 'lost' }));
    await queue(aMail());
    await app.settle();
    app.mailbox.answer();
    app.clock.advance({ minutes: 1 });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(2);
    expect(new Set(app.mailbox.mails.map((mail) => mail.messageId)).size).toBe(1);
  });

  it('is slow with one lane does not hold up another', async () => {
    const released = Promise.withResolvers<undefined>();
    app.mailbox.answer((to) => ({ kind: 'accept', ...(to.startsWith('slow') ? { after: released.promise } : {}) }));
    await queue(...Array.from({ length: 40 }, () => aMail({ to: { address: 'slow@x.example', name: 'S' } })));
    await until(() => app.mailbox.attempts.length > 0, 30_000);
    await queue(signIn({ to: { address: 'quick@x.example', name: 'Q' } }));
    // The server answers none of the others before this one is there.
    await until(() => app.mailbox.mails.length > 0, 30_000).finally(() => {
      released.resolve(undefined);
    });
    expect(app.mailbox.mails.map((mail) => mail.to)).toEqual(['quick@x.example']);
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(41);
  });
});

it('counts mails by state', async () => {
  await queue(aMail(), aMail(), aMail());
  await app.settle();
  app.clock.advance({ hours: 1 });
  await queue(aMail());
  await app.settle();
  app.mailbox.answer(() => ({ kind: 'refuse', at: 'rcpt', code: 550 }));
  await queue(aMail(), aMail());
  await app.settle();
  const text = await (await fetch(`${app.url}/metrics`)).text();
  expect(text).toMatch(/^sinau_mails\{state="failed"\} 2$/m);
  expect(text).toMatch(/^sinau_mails\{state="queued"\} 0$/m);
  expect(text).toMatch(/^sinau_mails_sent_last_hour 1$/m);
});

it('waits as a row where no server is configured', async () => {
  const config = loadConfig({ DATABASE_URL: app.database.appUrl }, () => 's'.repeat(40));
  expect(config.smtpUrl).toBeUndefined();
  const silent = await bootApp();
  await silent.db.sql(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, 'maju', 'Koperasi Maju', '#0b6e4f', 'id', 'Asia/Jakarta', $2)`,
    [cooperativeId, silent.clock.now()],
  );
  await silent.db.transaction((tx) => silent.server.app.get(MailService, { strict: false }).queue(tx, aMail()));
  await silent.settle();
  expect(await silent.db.sql('SELECT state, attempts FROM outgoing_mails')).toEqual([{ state: 'queued', attempts: 0 }]);
  await silent.close();
});
