import { describe, expect, it } from '@jest/globals';
import { beginnings, spanOf } from './catalogue.rules.js';

describe('spanOf', () => {
  it.each([
    ['one day', 'Asia/Jakarta', '2026-07-03', '2026-07-03', '2026-07-02T17:00:00.000Z', '2026-07-03T17:00:00.000Z'],
    [
      'further east',
      'Asia/Jayapura',
      '2026-07-03',
      '2026-07-03',
      '2026-07-02T15:00:00.000Z',
      '2026-07-03T15:00:00.000Z',
    ],
    ['a week', 'Asia/Makassar', '2026-06-29', '2026-07-05', '2026-06-28T16:00:00.000Z', '2026-07-05T16:00:00.000Z'],
    [
      'a day of 23 h',
      'Europe/Amsterdam',
      '2026-03-29',
      '2026-03-29',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ],
    [
      'a day that begins at one',
      'Africa/Cairo',
      '2026-04-24',
      '2026-04-24',
      '2026-04-23T22:00:00.000Z',
      '2026-04-24T21:00:00.000Z',
    ],
    ['a leap day', 'Asia/Jakarta', '2028-02-29', '2028-02-29', '2028-02-28T17:00:00.000Z', '2028-02-29T17:00:00.000Z'],
  ])('%s in %s', (_, zone, from, to, first, end) => {
    const span = spanOf({ from, to }, zone);
    expect([span.from?.toISOString(), span.until?.toISOString()]).toEqual([first, end]);
  });

  it('is open where nothing is said', () => {
    expect(spanOf({}, 'Asia/Jakarta')).toEqual({ from: null, until: null });
    expect(spanOf({ to: '2026-07-03' }, 'Asia/Jakarta').from).toBeNull();
  });
});

describe('beginnings', () => {
  it.each([
    ['menab', 'menab:*'],
    ['Menabung itu', 'Menabung:* & itu:*'],
    ["a' | !b & (c", 'a:* & b:* & c:*'],
    ['e-mail', 'e:* & mail:*'],
    ['née 2026', 'née:* & 2026:*'],
    [':*&|', ''],
    ['"sejak menabung"', ''],
    ['menabung -dini', ''],
  ])('%s', (text, query) => {
    expect(beginnings(text)).toBe(query);
  });
});
