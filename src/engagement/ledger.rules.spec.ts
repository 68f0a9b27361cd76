import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entriesFor, minutesOf, type Balance, type NewEntry, type Presence } from './ledger.rules.js';

const attended = (memberId: string, quantity: number): NewEntry => {
  return { memberId, kind: 'attended', quantity, reason: null };
};
const reversed = (memberId: string, quantity: number): NewEntry => {
  return { memberId, kind: 'attended-reversed', quantity, reason: 'attendance-corrected' };
};

describe('whole minutes', () => {
  it.each([
    [0, 0],
    [59, 0],
    [60, 1],
    [3599, 59],
  ])('%p s are %p min', (seconds, minutes) => {
    expect(minutesOf(seconds)).toBe(minutes);
  });
});

describe('what is written', () => {
  const stood = (minutes: number): Balance => ({ memberId: 'a', stands: true, minutes });
  it.each([
    ['the first time', [{ memberId: 'a', countedSeconds: 3600 }], [], [attended('a', 60)]],
    ['nothing, when it stands', [{ memberId: 'a', countedSeconds: 3601 }], [stood(60)], []],
    ['a reversal, when not present after all', [], [stood(60)], [reversed('a', -60)]],
    [
      'a reversal and the new, when it was another time',
      [{ memberId: 'a', countedSeconds: 1800 }],
      [stood(60)],
      [reversed('a', -60), attended('a', 30)],
    ],
    [
      'anew, after a reversal',
      [{ memberId: 'a', countedSeconds: 60 }],
      [{ memberId: 'a', stands: false, minutes: 0 }],
      [attended('a', 1)],
    ],
    ['an entry of no minutes, once', [{ memberId: 'a', countedSeconds: 5 }], [stood(0)], []],
    ['a reversal of no minutes', [], [stood(0)], [reversed('a', 0)]],
  ] as const)('%s', (_, present, balances, entries) => {
    expect(entriesFor(present, balances)).toEqual(entries);
  });

  it('always ends at what is true, and a second time writes nothing', () => {
    const presence = fc.uniqueArray(
      fc.record({ memberId: fc.constantFrom('a', 'b', 'c', 'd'), countedSeconds: fc.integer({ min: 0, max: 9_000 }) }),
      { selector: (one) => one.memberId },
    );
    fc.assert(
      fc.property(fc.array(presence, { minLength: 1, maxLength: 5 }), (truths) => {
        const ledger: NewEntry[] = [];
        for (const truth of truths) ledger.push(...entriesFor(truth, balancesOf(ledger)));
        const last: Presence[] = truths.at(-1) ?? [];
        expect(entriesFor(last, balancesOf(ledger))).toEqual([]);
        const standing = balancesOf(ledger).filter((balance) => balance.stands);
        const wanted = last.map((one) => [one.memberId, minutesOf(one.countedSeconds)]);
        expect(standing.map((balance) => [balance.memberId, balance.minutes]).sort()).toEqual(wanted.sort());
      }),
    );
  });
});

function balancesOf(ledger: readonly NewEntry[]): Balance[] {
  return [...Map.groupBy(ledger, (entry) => entry.memberId)].map(([memberId, entries]) => ({
    memberId,
    stands: entries.reduce((sum, entry) => sum + (entry.kind === 'attended' ? 1 : -1), 0) > 0,
    minutes: entries.reduce((sum, entry) => sum + entry.quantity, 0),
  }));
}
