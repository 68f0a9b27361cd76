import { describe, expect, it } from '@jest/globals';
import { USUAL_POLICIES } from '../contracts/policies.js';
import { entry, mustGo, replay, type RoomTimes, type Standing } from './room.rules.js';

const START = new Date('2026-07-03T03:00:00Z');
const session = (over: Partial<RoomTimes> = {}): RoomTimes => ({
  state: 'published',
  startsAt: START,
  endsAt: new Date('2026-07-03T04:00:00Z'),
  endedAt: null,
  hours: USUAL_POLICIES,
  ...over,
});
const who = (over: Partial<Standing> = {}): Standing => ({
  hasLeft: false,
  isStaff: false,
  isConfirmed: true,
  isRemoved: false,
  ...over,
});
const at = (time: string): Date => new Date(`2026-07-03T${time}Z`);

describe('who may enter, and when', () => {
  it.each([
    ['a registrant, 15 minutes before', who(), session(), '02:45:00', 'enter'],
    ['a registrant, a moment earlier', who(), session(), '02:44:59.999', 'not-open'],
    ['staff, long before', who({ isStaff: true, isConfirmed: false }), session(), '00:00:00', 'enter'],
    ['a registrant of a session that went live early', who(), session({ state: 'live' }), '02:00:00', 'enter'],
    ['staff of a draft', who({ isStaff: true }), session({ state: 'draft' }), '03:00:00', 'not-open'],
    ['somebody in the queue', who({ isConfirmed: false }), session(), '03:00:00', 'not-registered'],
    [
      'somebody who left the cooperative',
      who({ hasLeft: true, isStaff: true }),
      session(),
      '03:00:00',
      'not-registered',
    ],
    ['somebody sent out', who({ isRemoved: true }), session(), '03:00:00', 'removed'],
    ['after it was cancelled', who({ isStaff: true }), session({ state: 'cancelled' }), '03:00:00', 'closed'],
    ['ended, and it can be undone', who(), session({ state: 'ended', endedAt: at('03:50:00') }), '03:59:59', 'enter'],
    ['ended for good', who(), session({ state: 'ended', endedAt: at('03:50:00') }), '04:00:00', 'closed'],
    ['nobody ended it, 2 h past the plan', who(), session({ state: 'live' }), '06:00:00', 'closed'],
    ['nobody ended it, just before that', who(), session({ state: 'live' }), '05:59:59', 'enter'],
    ['nobody ever started it', who({ isStaff: true }), session(), '06:00:00', 'closed'],
  ] as const)('%s', (_, person, times, now, outcome) => {
    expect(entry(person, times, at(now))).toBe(outcome);
  });
});

describe('who must go', () => {
  const present = { ...who(), newerDevices: 0, mostDevices: 3, role: null, wasRole: null };
  const host = { ...present, isStaff: true, role: 'host' as const, wasRole: 'host' as const };
  it.each([
    ['nobody, usually', present, session(), undefined],
    ['whose registration was cancelled', { ...present, isConfirmed: false }, session(), 'no-access'],
    ['who was sent out', { ...present, isRemoved: true }, session(), 'removed'],
    ['who became staff, to come in as such', { ...host, wasRole: null }, session(), 'role-changed'],
    ['who is staff no more', { ...present, wasRole: 'speaker' }, session(), 'role-changed'],
    ['who is another of the staff now', { ...host, wasRole: 'moderator' }, session(), 'role-changed'],
    ['not who stays what they were', host, session(), undefined],
    ['the oldest of four devices', { ...present, newerDevices: 3 }, session(), 'too-many-devices'],
    [
      'the second, where one is allowed',
      { ...present, newerDevices: 1, mostDevices: 1 },
      session(),
      'too-many-devices',
    ],
    ['not the oldest of three', { ...present, newerDevices: 2 }, session(), undefined],
    ['everybody, when it is cancelled', present, session({ state: 'cancelled' }), 'room-closed'],
    ['everybody, when it is moved to later', present, session({ startsAt: at('05:00:00') }), 'room-closed'],
  ] as const)('%s', (_, person, times, reason) => {
    expect(mustGo(person, times, at('03:00:00'))).toBe(reason);
  });
});

describe('what a client that comes back is given', () => {
  it.each([
    [undefined, 7, 'snapshot'],
    [7, 7, 'gap'],
    [0, 500, 'gap'],
    [0, 501, 'snapshot'],
    [8, 7, 'snapshot'],
  ] as const)('has %p of %p: %s', (lastSeq, seq, mode) => {
    expect(replay(lastSeq, seq)).toBe(mode);
  });
});
