// Seats and the queue as tables.
import { describe, expect, it } from '@jest/globals';
import { isRegistrationOpen, promote, readingReach, register, type Held, type Seats } from './registration.rules.js';

const held = (memberId: string, state: Held['state']): Held => ({ id: `r-${memberId}`, memberId, state });
const ask = (memberId: string): { id: string; memberId: string } => ({ id: `r-${memberId}`, memberId });
const everybody = (): boolean => true;

function states(seats: Seats, ...members: string[]): (string | undefined)[] {
  return register(seats, members.map(ask), everybody).answers.map(
    (answer) => answer && `${answer.state}${answer.place === null ? '' : ` ${String(answer.place)}`}`,
  );
}

describe('registering', () => {
  it.each<[string, Seats, string[], string[]]>([
    [
      'seats until full, then the queue',
      { capacity: 2, held: [] },
      ['a', 'b', 'c', 'd'],
      ['confirmed', 'confirmed', 'waitlisted 1', 'waitlisted 2'],
    ],
    ['unlimited', { capacity: null, held: [] }, ['a', 'b'], ['confirmed', 'confirmed']],
    ['an offered seat is taken', { capacity: 1, held: [held('x', 'offered')] }, ['a'], ['waitlisted 1']],
    ['a pending one holds no seat', { capacity: 1, held: [held('x', 'pending')] }, ['a'], ['confirmed']],
    [
      'no newcomer overtakes the queue',
      { capacity: 2, held: [held('x', 'confirmed'), held('w', 'waitlisted')] },
      ['a'],
      ['waitlisted 2'],
    ],
    [
      'seats beyond the queue are open',
      { capacity: 3, held: [held('x', 'confirmed'), held('w', 'waitlisted')] },
      ['a', 'b'],
      ['confirmed', 'waitlisted 2'],
    ],
    [
      'more seats taken than there are',
      { capacity: 1, held: [held('x', 'confirmed'), held('y', 'confirmed')] },
      ['a'],
      ['waitlisted 1'],
    ],
    ['twice in one batch', { capacity: 1, held: [] }, ['a', 'a', 'b'], ['confirmed', 'confirmed', 'waitlisted 1']],
    [
      'again',
      { capacity: 1, held: [held('x', 'confirmed'), held('w', 'waitlisted')] },
      ['w', 'x'],
      ['waitlisted 1', 'confirmed'],
    ],
  ])('%s', (_, seats, members, expected) => {
    expect(states(seats, ...members)).toEqual(expected);
  });

  it('answers a second ask with the first registration, and knows which was new', () => {
    const asks = [
      { id: 'one', memberId: 'a' },
      { id: 'two', memberId: 'a' },
    ];
    const { answers } = register({ capacity: 5, held: [] }, asks, everybody);
    expect(answers.map((answer) => [answer?.id, answer?.isNew])).toEqual([
      ['one', true],
      ['one', false],
    ]);
  });

  it('lets one who is not eligible fail alone', () => {
    const { answers, seats } = register({ capacity: 5, held: [] }, [ask('a'), ask('b')], (id) => id === 'b');
    expect(answers.map((answer) => answer?.state)).toEqual([undefined, 'confirmed']);
    expect(seats.held).toHaveLength(1);
  });
});

describe('promoting', () => {
  const queue = [held('x', 'confirmed'), held('v', 'waitlisted'), held('w', 'waitlisted')];
  it.each<[string, number | null, string[]]>([
    ['nobody into a full session', 1, []],
    ['the first of the queue', 2, ['r-v']],
    ['all of it', 3, ['r-v', 'r-w']],
    ['all of it, unlimited', null, ['r-v', 'r-w']],
    ['nobody when too many are in', 0, []],
  ])('%s', (_, capacity, promoted) => {
    expect(promote({ capacity, held: queue }).promoted).toEqual(promoted);
  });
});

describe('registration', () => {
  const endsAt = new Date('2026-07-03T04:00:00Z');
  it.each<[string, string, boolean]>([
    ['draft', '03:00', false],
    ['published', '03:59', true],
    ['published', '04:00', false],
    ['live', '04:30', true],
    ['ended', '03:00', false],
    ['cancelled', '03:00', false],
  ])('of a session that is %s at %s is open: %s', (state, time, open) => {
    expect(isRegistrationOpen({ state, endsAt }, new Date(`2026-07-03T${time}:00Z`))).toBe(open);
  });
});

describe('reading registrations', () => {
  it.each<[string, Parameters<typeof readingReach>[0], boolean, string]>([
    ['an admin', { roles: ['admin'], unitIds: [] }, false, 'all'],
    ['a supervisor', { roles: ['supervisor'], unitIds: [] }, false, 'all'],
    ['a facilitator here', { roles: ['facilitator'], unitIds: [] }, true, 'all'],
    ['a facilitator elsewhere', { roles: ['facilitator'], unitIds: [] }, false, 'none'],
    ['a coordinator', { roles: ['coordinator'], unitIds: ['u'] }, false, 'units'],
    ['a member who speaks here', { roles: ['member'], unitIds: [] }, true, 'none'],
  ])('%s', (_, actor, isStaffHere, kind) => {
    expect(readingReach(actor, isStaffHere).kind).toBe(kind);
  });
});
