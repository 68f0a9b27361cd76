import { describe, expect, it } from '@jest/globals';
import { USUAL_POLICIES } from '../contracts/policies.js';
import { USUAL_SETTINGS } from '../contracts/room-state.js';
import type { RoomTimes } from './room.rules.js';
import { decideAll, mayWrite, type Saying, type Speaker } from './speaking.rules.js';

const NOW = new Date('2026-07-03T03:10:00Z');
const LIVE: RoomTimes = {
  state: 'live',
  startsAt: new Date('2026-07-03T03:00:00Z'),
  endsAt: new Date('2026-07-03T04:00:00Z'),
  endedAt: null,
  hours: USUAL_POLICIES,
};
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1_000);
const who = (over: Partial<Speaker> = {}): Speaker => ({
  hasLeft: false,
  isStaff: false,
  isConfirmed: true,
  isRemoved: false,
  isMuted: false,
  lastSpokeAt: null,
  ...over,
});
const staffOnly = { ...USUAL_SETTINGS, chat: 'staff-only' as const };
const slow = { ...USUAL_SETTINGS, slowSeconds: 30 };
const staff = { isStaff: true, isConfirmed: false };

describe('who may write', () => {
  it.each([
    ['a member, usually', who(), USUAL_SETTINGS, LIVE, undefined],
    ['a muted member', who({ isMuted: true }), USUAL_SETTINGS, LIVE, 'muted-in-room'],
    ['a removed member', who({ isRemoved: true }), USUAL_SETTINGS, LIVE, 'removed-from-room'],
    ['a member whose seat was given back', who({ isConfirmed: false }), USUAL_SETTINGS, LIVE, 'forbidden'],
    ['a member, where staff alone may', who(), staffOnly, LIVE, 'staff-only'],
    ['staff, where staff alone may', who(staff), staffOnly, LIVE, undefined],
    ['staff muted before they were staff', who({ ...staff, isMuted: true }), USUAL_SETTINGS, LIVE, undefined],
    ['staff of a cancelled session', who(staff), USUAL_SETTINGS, { ...LIVE, state: 'cancelled' }, 'room-closed'],
  ] as const)('%s', (_, speaker, settings, session, code) => {
    expect(mayWrite(speaker, settings, session, NOW)?.code).toBe(code);
  });
});

describe('several messages at once', () => {
  const say = (memberId: string, key: string, isWelcome = true): Saying => ({ memberId, key, isWelcome });
  const decide = (sayings: Saying[], speakers: Record<string, Speaker>, settings = slow) =>
    decideAll(sayings, new Map(Object.entries(speakers)), settings, LIVE, NOW);

  it('are all taken without slow mode', () => {
    const sayings = [say('a', '1'), say('a', '2')];
    expect(decide(sayings, { a: who({ lastSpokeAt: ago(0) }) }, USUAL_SETTINGS)).toEqual([undefined, undefined]);
  });

  it('are one of each member with it, a retry with the first', () => {
    const wait = { code: 'rate-limited', retryAfterSeconds: 30 };
    const answers = decide([say('a', '1'), say('a', '2'), say('b', '3'), say('a', '1')], { a: who(), b: who() });
    expect(answers).toEqual([undefined, wait, undefined, undefined]);
  });

  it.each([
    [0, 30],
    [29.2, 1],
    [30, undefined],
  ])('wait for the rest of the pause: %p s after the last one', (seconds, retryAfterSeconds) => {
    const [answer] = decide([say('a', '1')], { a: who({ lastSpokeAt: ago(seconds) }) });
    expect(answer?.retryAfterSeconds).toBe(retryAfterSeconds);
  });

  it('of staff are not slowed, nor held to the word list', () => {
    const answers = decide([say('a', '1'), say('a', '2', false)], { a: who({ ...staff, lastSpokeAt: ago(0) }) });
    expect(answers).toEqual([undefined, undefined]);
  });

  it('with a listed word are refused, and do not count as spoken', () => {
    const answers = decide([say('a', '1', false), say('a', '2')], { a: who() });
    expect(answers).toEqual([{ code: 'unwelcome-words' }, undefined]);
  });

  it('of whom nobody knows are refused', () => {
    expect(decide([say('x', '1')], {})).toEqual([{ code: 'forbidden' }]);
  });
});
