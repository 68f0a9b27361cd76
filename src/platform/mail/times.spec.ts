import { describe, expect, it } from '@jest/globals';
import { acrossIndonesia, spanIn } from './times.js';

const start = new Date('2026-07-02T03:00:00Z');
const end = new Date('2026-07-02T04:30:00Z');

describe('spanIn', () => {
  it.each([
    ['Asia/Jakarta', 'id', 'Kamis, 2 Juli 2026, 10.00–11.30 WIB'],
    ['Asia/Makassar', 'id', 'Kamis, 2 Juli 2026, 11.00–12.30 WITA'],
    ['Asia/Jayapura', 'en', 'Thursday, 2 July 2026, 12:00–13:30 WIT'],
    ['Asia/Tokyo', 'en', 'Thursday, 2 July 2026, 12:00–13:30 UTC+9'],
    ['Asia/Kolkata', 'id', 'Kamis, 2 Juli 2026, 08.30–10.00 UTC+5:30'],
  ] as const)('in %s, %s', (zone, language, expected) => {
    expect(spanIn(zone, language, start, end)).toBe(expected);
  });

  it('names the day of an end after midnight', () => {
    const late = new Date('2026-07-02T17:30:00Z');
    expect(spanIn('Asia/Jakarta', 'id', new Date('2026-07-02T16:00:00Z'), late)).toBe(
      'Kamis, 2 Juli 2026, 23.00–Jumat, 3 Juli 2026, 00.30 WIB',
    );
  });
});

describe('acrossIndonesia', () => {
  it.each([
    ['2026-07-02T03:00:00Z', 'id', '10.00 WIB / 11.00 WITA / 12.00 WIT'],
    ['2026-07-02T03:00:00Z', 'en', '10:00 WIB / 11:00 WITA / 12:00 WIT'],
    ['2026-07-02T15:30:00Z', 'id', '22.30 WIB / 23.30 WITA / 00.30 WIT (+1 hari)'],
    ['2026-12-31T16:30:00Z', 'id', '23.30 WIB / 00.30 WITA (+1 hari) / 01.30 WIT (+1 hari)'],
  ] as const)('%s in %s', (at, language, expected) => {
    expect(acrossIndonesia(new Date(at), language, '(+1 hari)')).toBe(expected);
  });
});
