import { describe, expect, it } from '@jest/globals';
import { challengeExpiry, judgeCode, judgeLink, type Answer, type Verdict } from './challenge.rules.js';

const askedAt = new Date('2026-07-01T02:00:00Z');
const minutes = (count: number) => new Date(askedAt.getTime() + count * 60_000);
const right: Answer = {
  isUsed: false,
  expiresAt: challengeExpiry(askedAt),
  triesLeft: 5,
  isSameBrowser: true,
  isRight: true,
};

describe('an answer to a mailed challenge', () => {
  it.each<[string, Partial<Answer>, number, Verdict, Verdict]>([
    ['right', {}, 1, { kind: 'accepted' }, { kind: 'accepted' }],
    ['right at the last moment', {}, 9.999, { kind: 'accepted' }, { kind: 'accepted' }],
    ['right but late', {}, 10, { kind: 'over' }, { kind: 'over' }],
    ['right but used', { isUsed: true }, 1, { kind: 'over' }, { kind: 'over' }],
    ['right after five wrong ones', { triesLeft: 0 }, 1, { kind: 'over' }, { kind: 'over' }],
    ['right at the last try', { triesLeft: 1 }, 1, { kind: 'accepted' }, { kind: 'accepted' }],
    ['right elsewhere', { isSameBrowser: false }, 1, { kind: 'over' }, { kind: 'other-browser' }],
    ['wrong', { isRight: false }, 1, { kind: 'wrong', triesLeft: 4 }, { kind: 'over' }],
    ['wrong at the last try', { isRight: false, triesLeft: 1 }, 1, { kind: 'wrong', triesLeft: 0 }, { kind: 'over' }],
    ['wrong elsewhere', { isRight: false, isSameBrowser: false }, 1, { kind: 'over' }, { kind: 'over' }],
    ['late elsewhere', { isSameBrowser: false }, 10, { kind: 'over' }, { kind: 'over' }],
  ])('that is %s', (_, change, at, byCode, byLink) => {
    expect(judgeCode({ ...right, ...change }, minutes(at))).toEqual(byCode);
    expect(judgeLink({ ...right, ...change }, minutes(at))).toEqual(byLink);
  });
});
