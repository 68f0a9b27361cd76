import { describe, expect, it } from '@jest/globals';
import { holidaysDuring, yearsOf } from './when-warnings.js';

const LAST = { day: '2026-12-31', name: 'Tutup buku', kind: 'own' } as const;
const FIRST = { day: '2027-01-01', name: 'Tahun Baru', kind: 'national' } as const;

describe('a session around a holiday', () => {
  const said = (startsAt: string, endsAt: string) =>
    holidaysDuring(startsAt, endsAt, [LAST, FIRST]).map(({ name, zones }) => [name, zones]);

  it.each([
    ['by day, everywhere', '2027-01-01T03:00:00Z', '2027-01-01T04:00:00Z', [['Tahun Baru', 'all']]],
    [
      'late in the evening, where it is the next day already',
      '2026-12-31T15:30:00Z',
      '2026-12-31T16:30:00Z',
      [
        ['Tutup buku', ['WIB', 'WITA']],
        ['Tahun Baru', ['WITA', 'WIT']],
      ],
    ],
    ['that ends at midnight', '2026-12-31T13:00:00Z', '2026-12-31T15:00:00Z', [['Tutup buku', 'all']]],
    ['on another day', '2027-01-02T03:00:00Z', '2027-01-02T04:00:00Z', []],
  ])('%s', (_, startsAt, endsAt, expected) => {
    expect(said(startsAt, endsAt)).toEqual(expected);
  });

  it('needs the lists of both years where it is in both', () => {
    expect(yearsOf('2026-12-31T15:30:00Z', '2026-12-31T16:30:00Z')).toEqual([2026, 2027]);
    expect(yearsOf('2026-12-31T03:00:00Z', '2026-12-31T04:00:00Z')).toEqual([2026]);
  });
});
