import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../contracts/languages.js';
import { MAIL_KINDS, type MailKind } from '../../contracts/mail.js';
import { renderMail } from './mail-renderer.js';

const DATA = {
  cooperative: 'Koperasi Maju',
  colour: '#0b6e4f',
  nickname: 'Siti',
  title: 'Menabung & berhitung',
  startsAt: '2026-07-02T03:00:00Z',
  endsAt: '2026-07-02T04:30:00Z',
  url: 'https://sinau.example/sesi/1',
  code: '482913',
  minutes: '10',
  roomOpens: '15',
  wasStartsAt: '2026-07-01T03:00:00Z',
  wasEndsAt: '2026-07-01T04:30:00Z',
  place: 'Aula',
  who: 'Budi',
  role: 'moderator',
  dates: JSON.stringify([
    {
      startsAt: '2026-07-02T03:00:00Z',
      endsAt: '2026-07-02T04:30:00Z',
      said: 'Tempat {when2} & <b>',
      linkSaid: 'Batalkan:',
      link: 'https://sinau.example/lepas#1',
    },
  ]),
};
const KINDS = Object.keys(MAIL_KINDS).filter((kind): kind is MailKind => kind in MAIL_KINDS);
const zone = 'Asia/Jakarta';

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(KINDS)('%s leaves no slot open, in html and in text', async (kind) => {
    const mail = await renderMail({ kind, language, zone, data: DATA });
    for (const part of [mail.subject, mail.html, mail.text]) expect(part).not.toMatch(/\{[a-zA-Z]+\}|undefined/);
    expect(mail.html).toContain('background-color:#0b6e4f');
    expect(mail.html).toContain('href="https://sinau.example/sesi/1"');
    expect(mail.text).toContain('https://sinau.example/sesi/1');
    expect(mail.text).toContain('Siti');
    expect(mail.text).toContain('Koperasi Maju');
  });
});

it('tells the time in the reader’s zone and in all three', async () => {
  const mail = await renderMail({ kind: 'registration-confirmed', language: 'id', zone: 'Asia/Makassar', data: DATA });
  expect(mail.text).toContain('Waktu: Kamis, 2 Juli 2026, 11.00–12.30 WITA');
  expect(mail.text).toContain('Mulai: 10.00 WIB / 11.00 WITA / 12.00 WIT');
  expect(mail.text).toContain('Menabung & berhitung');
  expect(mail.html).toContain('Menabung &amp; berhitung');
});

it('tells each date of a series in the reader’s zone and in all three, and leaves what was written as it is', async () => {
  const mail = await renderMail({ kind: 'series-joined', language: 'id', zone: 'Asia/Jayapura', data: DATA });
  expect(mail.text).toContain('Kamis, 2 Juli 2026, 12.00–13.30 WIT');
  expect(mail.text).toContain('Mulai: 10.00 WIB / 11.00 WITA / 12.00 WIT');
  expect(mail.text).toContain('Tempat {when2} & <b>');
  expect(mail.html).toContain('Tempat {when2} &amp; &lt;b&gt;');
  expect(mail.html).toContain('href="https://sinau.example/lepas#1"');
});

it('tells the old time beside the new one, and owns up where it does not know it', async () => {
  const about = { kind: 'session-changed', language: 'id', zone: 'Asia/Makassar' } as const;
  const mail = await renderMail({ ...about, data: DATA });
  expect(mail.text).toContain('Waktu lama: Rabu, 1 Juli 2026, 11.00–12.30 WITA');
  expect(mail.text).toContain('Waktu sekarang: Kamis, 2 Juli 2026, 11.00–12.30 WITA');
  expect(mail.text).toContain('Tempat: Aula');
  const unknown = await renderMail({ ...about, data: { ...DATA, wasStartsAt: '', wasEndsAt: '' } });
  expect(unknown.text).toContain('Waktu lama: –');
});

it('shows what a member wrote as text, never as markup, slots or headers', async () => {
  const evil = { ...DATA, nickname: '<script>{code}</script>', title: 'Uang\r\nBcc: x@y.example' };
  const mail = await renderMail({ kind: 'registration-confirmed', language: 'id', zone, data: evil });
  expect(mail.html).not.toContain('<script>');
  expect(mail.html).toContain('&lt;script&gt;{code}&lt;/script&gt;');
  expect(mail.subject).toBe('Anda terdaftar: Uang Bcc: x@y.example');
});

it('says where to come and what to bring, to those who are given it alone', async () => {
  const mine = { ...DATA, venue: 'Balai Desa\nJl. Melati 3', protocol: '- masker & pelindung wajah' };
  const onsite = await renderMail({ kind: 'reminder-day-before', language: 'id', zone, data: mine });
  expect(onsite.text).toContain('Tempat: Balai Desa');
  expect(onsite.html).toContain('masker &amp; pelindung wajah');
  const virtual = await renderMail({ kind: 'reminder-day-before', language: 'id', zone, data: DATA });
  expect(virtual.text).not.toContain('Tempat');
});

it('says until when a seat waits, in the reader’s zone, and why staff said no', async () => {
  const offer = { ...DATA, offerEndsAt: '2026-07-01T03:00:00Z' };
  const offered = await renderMail({
    kind: 'registration-offered',
    language: 'id',
    zone: 'Asia/Makassar',
    data: offer,
  });
  expect(offered.text).toContain('Kursi ini menunggu Anda sampai: Rabu, 1 Juli 2026, 11.00 WITA');
  const data = { ...DATA, reason: 'Kelas ini untuk pengurus' };
  const rejected = await renderMail({ kind: 'registration-rejected', language: 'en', zone, data });
  expect(rejected.text).toContain('Reason: Kelas ini untuk pengurus');
});
