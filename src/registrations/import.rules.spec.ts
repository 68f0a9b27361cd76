// Lists of registrants as tables: what their cells mean, and when they are taken.
import { describe, expect, it } from '@jest/globals';
import { decideStart, modeIn } from './import.rules.js';

describe('the mode in a cell', () => {
  it.each<[string, 'virtual' | 'onsite' | 'hybrid', string | null]>([
    ['', 'hybrid', null],
    ['  ', 'onsite', null],
    ['Virtual', 'hybrid', 'virtual'],
    ['daring', 'hybrid', 'virtual'],
    ['Di tempat', 'hybrid', 'onsite'],
    ['LURING', 'hybrid', 'onsite'],
    ['on-site', 'onsite', 'onsite'],
    ['virtual', 'onsite', 'unknown'],
    ['di tempat', 'virtual', 'unknown'],
    ['mungkin', 'hybrid', 'unknown'],
  ])('"%s" in a session %s is %s', (cell, delivery, expected) => {
    expect(modeIn(cell, { delivery })).toBe(expected);
  });
});

describe('a list', () => {
  it.each([
    ['checked', 'good', 3, 'start'],
    ['checked', 'all', 0, 'start'],
    ['checked', 'all', 3, 'wrong-state bad-lines 3'],
    ['failed', 'good', 0, 'start'],
    ['applying', 'good', 0, 'wrong-state'],
    ['applied', 'good', 0, 'wrong-state'],
  ] as const)('that is %s, taken as %s with %s bad lines: %s', (state, mode, bad, expected) => {
    const decision = decideStart(state, mode, bad);
    const said =
      decision.kind === 'start'
        ? 'start'
        : [decision.code, ...decision.fields.map(({ rule, limit }) => `${rule} ${String(limit)}`)].join(' ');
    expect(said).toBe(expected);
  });
});
