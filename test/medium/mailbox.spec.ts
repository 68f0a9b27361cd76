// The mailbox of a trial: what is sent is kept and shown, and nothing in it can act.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { type Mailbox, startMailbox } from '../../scripts/embedded/mailbox.js';

const EVIL = '<script>alert(1)</script>';
let folder: string;
let mailbox: Mailbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinau-mailbox-'));
  mailbox = await startMailbox({ folder, port: 0 });
  const transport = createTransport(mailbox.smtpUrl);
  await transport.sendMail({
    from: 'sinau@koperasi.example',
    to: `"${EVIL}" <siti@koperasi.example>`,
    subject: `Undangan ${EVIL}`,
    text: `Halo ${EVIL}`,
    html: `<p>Halo</p>${EVIL}<a href="http://127.0.0.1:3000/masuk">Masuk</a>`,
    attachments: [{ filename: 'undangan.ics', content: 'BEGIN:VCALENDAR' }],
  });
  transport.close();
});

afterAll(async () => {
  await mailbox.close();
  await rm(folder, { recursive: true });
});

async function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; policy: string; body: string }> {
  const response = await fetch(mailbox.url + path, { headers });
  const policy = response.headers.get('content-security-policy') ?? '';
  return { status: response.status, policy, body: await response.text() };
}

async function newestId(): Promise<string> {
  const { body } = await get('/');
  return /href="\/mail\/([^"]+)"/.exec(body)?.[1] ?? '';
}

it('keeps each mail as a file with its envelope on top', async () => {
  const [name = ''] = await readdir(folder);
  expect(name).toMatch(/\.eml$/);
  const raw = await readFile(join(folder, name), 'utf8');
  expect(raw).toMatch(/^Return-Path: <sinau@koperasi\.example>\r\nDelivered-To: <siti@koperasi\.example>\r\n/);
});

it('lists mails in Indonesian, or in English for who asks in it, and escapes what they say', async () => {
  const indonesian = await get('/');
  expect(indonesian.body).toContain('Kotak surat');
  expect(indonesian.body).toContain('siti@koperasi.example');
  expect(indonesian.body).not.toContain(EVIL);
  expect((await get('/', { 'accept-language': 'en-GB,en' })).body).toContain('Mailbox');
});

it('shows html in a frame without scripts, and the text escaped', async () => {
  const id = await newestId();
  expect((await get(`/mail/${id}`)).body).toContain('<iframe title="Tampilan" sandbox="allow-popups ');
  const frame = await get(`/mail/${id}/frame`);
  expect(frame.policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
  expect(frame.body).toContain('<base target="_blank">');
  expect((await get(`/mail/${id}/text`)).body).not.toContain(EVIL);
});

it('hands out the source and the attachments as they came', async () => {
  const id = await newestId();
  expect((await get(`/mail/${id}/raw`)).body).toContain('Content-Type: multipart/');
  expect((await get(`/mail/${id}/attachment/0`)).body).toBe('BEGIN:VCALENDAR');
});

it('knows the mails of an earlier run', async () => {
  const later = await startMailbox({ folder, port: 0 });
  const body = await (await fetch(later.url)).text();
  await later.close();
  expect(body).toContain('siti@koperasi.example');
});

it.each(['/mail/..%2f..%2fetc%2fpasswd', '/mail/20260101T000000000Z-00000000', '/mail/x/frame', '/no/such'])(
  'answers 404 to %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

it('answers nobody who comes under another name', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(mailbox.url, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(403);
});
