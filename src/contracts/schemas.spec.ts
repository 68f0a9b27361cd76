import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { colour, email, instant, line, paragraph, zone } from './schemas.js';

describe('text', () => {
  it('is either refused or can be stored and shown as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        for (const schema of [line(100), paragraph(100)]) {
          const parsed = schema.safeParse(raw);
          if (!parsed.success) continue;
          expect(parsed.data.isWellFormed()).toBe(true);
          expect(parsed.data).not.toContain('\u0000');
          expect(parsed.data.length).toBeLessThanOrEqual(100);
          expect(schema.parse(parsed.data)).toBe(parsed.data);
        }
      }),
    );
  });

  it.each([
    ['  Siti Aminah ', 'Siti Aminah'],
    ['Cafe\u0301', 'Café'],
    ['\u202eSiti\u200b Aminah\ufeff', 'Siti Aminah'],
    ['👩\u200d🌾 ❤\ufe0f', '👩\u200d🌾 ❤\ufe0f'],
  ])('a line %j becomes %j', (raw, kept) => {
    expect(line(50).parse(raw)).toBe(kept);
  });

  it.each(['', '   ', '\u200b\u3164', 'a\nb', 'a\u0000b', 'a\ud800b', 'a\u2028b', 'x'.repeat(51), 5, null])(
    'a line refuses %j',
    (raw) => {
      expect(line(50).safeParse(raw).success).toBe(false);
    },
  );

  it('a paragraph keeps line feeds and takes Windows ones', () => {
    expect(paragraph(50).parse('satu\r\ndua\n')).toBe('satu\ndua');
  });
});

describe('instants, zones, addresses', () => {
  it.each([
    ['2026-07-03T13:00:00+07:00', '2026-07-03T06:00:00.000Z'],
    ['2026-07-03T06:00:00Z', '2026-07-03T06:00:00.000Z'],
  ])('%s is %s', (raw, utc) => {
    expect(instant.parse(raw).toISOString()).toBe(utc);
  });

  it.each(['2026-07-03', '2026-07-03T06:00:00', '2026-02-30T00:00:00Z', '0001-01-01T00:00:00Z', '99999', ''])(
    'no instant: %j',
    (raw) => {
      expect(instant.safeParse(raw).success).toBe(false);
    },
  );

  it.each([
    ['Asia/Makassar', true],
    ['America/Argentina/Ushuaia', true],
    ['UTC', true],
    ['Asia/Atlantis', false],
    ['+07:00', false],
    ['WIB', false],
    ['../etc/passwd', false],
  ])('zone %s: %s', (name, known) => {
    expect(zone.safeParse(name).success).toBe(known);
  });

  it.each([
    ['Siti@Example.CO.ID', 'Siti@example.co.id'],
    ['a@b', undefined],
    ['a b@c.id', undefined],
    ['a@c.id\r\nBcc: x@y.id', undefined],
  ])('address %j is kept as %j', (raw, kept) => {
    expect(email.safeParse(raw).data).toBe(kept);
  });

  it('a colour is #rrggbb', () => {
    expect(['#00aaFF', '#0af', 'red', '#00aaff;'].map((value) => colour.safeParse(value).success)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
