// What may be uploaded, what it is called, and how long its link is good for.
import { describe, expect, it } from '@jest/globals';
import {
  contentDisposition,
  fileFaults,
  linkExpiry,
  MOST_DOCUMENT_BYTES,
  MOST_IMAGE_BYTES,
  savedName,
  stemOf,
} from './file.rules.js';

const PDF = 'application/pdf';

describe('an upload', () => {
  it.each([
    ['cover', 'image/png', 1, []],
    ['cover', 'image/jpeg', MOST_IMAGE_BYTES, []],
    ['cover', 'image/jpeg', MOST_IMAGE_BYTES + 1, [{ path: 'file', rule: 'too-large', limit: '10 MB' }]],
    ['cover', PDF, 1, [{ path: 'file', rule: 'not-an-image' }]],
    ['cover', 'image/svg+xml', 1, [{ path: 'file', rule: 'not-an-image' }]],
    ['cover', undefined, 1, [{ path: 'file', rule: 'not-an-image' }]],
    ['material', PDF, MOST_DOCUMENT_BYTES, []],
    ['material', PDF, MOST_DOCUMENT_BYTES + 1, [{ path: 'file', rule: 'too-large', limit: '25 MB' }]],
    ['material', 'image/webp', MOST_IMAGE_BYTES + 1, [{ path: 'file', rule: 'too-large', limit: '10 MB' }]],
    ['material', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 1, []],
    ['material', 'application/zip', 1, [{ path: 'file', rule: 'not-a-material' }]],
    ['material', 'text/html', 1, [{ path: 'file', rule: 'not-a-material' }]],
    ['material', undefined, 1, [{ path: 'file', rule: 'not-a-material' }]],
  ] as const)('for a %s of the type %s with %s bytes has the faults %j', (use, type, bytes, faults) => {
    expect(fileFaults(use, type, bytes)).toEqual(faults);
  });
});

describe('a name', () => {
  it.each([
    ['Slide Menabung.pdf', PDF, 'Slide Menabung.pdf'],
    ['foto.JPEG', 'image/jpeg', 'foto.webp'],
    ['../../etc/passwd', PDF, 'passwd.pdf'],
    ['C:\\Dokumen\\Materi.final.pdf', PDF, 'Materi.final.pdf'],
    ['kuitansi\u202Efdp.exe', PDF, 'kuitansifdp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', PDF, 'aSet-Cookie: x.pdf'],
    ['.pdf', PDF, 'berkas.pdf'],
    ['', PDF, 'berkas.pdf'],
  ])('%j of the type %s is saved as %s', (uploaded, type, saved) => {
    expect(savedName(uploaded, type)).toBe(saved);
  });

  it('is cut where it is endless', () => {
    expect(stemOf('x'.repeat(5_000))).toHaveLength(100);
  });
});

describe('what a browser is told', () => {
  it.each([
    [{ type: 'image/webp', name: 'foto.webp' }, `inline; filename*=UTF-8''foto.webp`],
    [
      { type: PDF, name: 'Materi (1) "é\'".pdf' },
      `attachment; filename*=UTF-8''Materi%20%281%29%20%22%C3%A9%27%22.pdf`,
    ],
    [{ type: 'text/html', name: 'a;b.html' }, `attachment; filename*=UTF-8''a%3Bb.html`],
  ])('about %j is %s', (file, header) => {
    expect(contentDisposition(file)).toBe(header);
  });
});

describe('a link', () => {
  it.each([
    ['material', '2026-07-01T02:00:00Z', '2026-07-01T04:00:00Z'],
    ['material', '2026-07-01T02:59:59Z', '2026-07-01T04:00:00Z'],
    ['cover', '2026-07-01T00:00:00Z', '2026-07-03T00:00:00Z'],
    ['cover', '2026-07-01T23:59:59Z', '2026-07-03T00:00:00Z'],
  ] as const)('to a %s given out at %s is good until %s', (use, now, until) => {
    expect(linkExpiry(use, new Date(now))).toEqual(new Date(until));
  });
});
