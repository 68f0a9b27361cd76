// Seats and the queue of each mode as tables.
import { describe, expect, it } from '@jest/globals';
import {
  approve,
  counted,
  modeFor,
  promote,
  register,
  switchMode,
  type Asked,
  type Entry,
  type Held,
  type Mode,
  type Seats,
} from './seat.rules.js';

const held = (memberId: string, state: Held['state'], mode: Mode = 'virtual'): Held => ({
  ...{ id: `r-${memberId}`, memberId, unitId: unitOf(memberId), state, mode },
});
const ask = (memberId: string, mode: Mode = 'virtual'): Asked => ({
  ...{ id: `r-${memberId}`, memberId, unitId: unitOf(memberId), mode },
});
/** A member `a-1` is of unit `a`; one without a dash of none. */
const unitOf = (memberId: string): string | null => (memberId.includes('-') ? (memberId[0] ?? null) : null);
const virtual = (capacity: number | null): Seats['capacity'] => ({ virtual: capacity, onsite: 0 });
const everybody = (): Entry => 'seat';

function states(seats: Seats, ...members: string[]): (string | undefined)[] {
  return register(
    seats,
    members.map((member) => ask(member)),
    everybody,
  ).answers.map((answer) => answer && `${answer.state}${answer.place === null ? '' : ` ${String(answer.place)}`}`);
}

describe('registering', () => {
  it.each<[string, Seats, string[], string[]]>([
    [
      'seats until full, then the queue',
      { capacity: virtual(2), quotas: [], held: [] },
      ['a', 'b', 'c', 'd'],
      ['confirmed', 'confirmed', 'waitlisted 1', 'waitlisted 2'],
    ],
    ['unlimited', { capacity: virtual(null), quotas: [], held: [] }, ['a', 'b'], ['confirmed', 'confirmed']],
    [
      'an offered seat is taken',
      { capacity: virtual(1), quotas: [], held: [held('x', 'offered')] },
      ['a'],
      ['waitlisted 1'],
    ],
    [
      'a pending one holds no seat',
      { capacity: virtual(1), quotas: [], held: [held('x', 'pending')] },
      ['a'],
      ['confirmed'],
    ],
    [
      'no newcomer overtakes the queue',
      { capacity: virtual(2), quotas: [], held: [held('x', 'confirmed'), held('w', 'waitlisted')] },
      ['a'],
      ['waitlisted 2'],
    ],
    [
      'seats beyond the queue are open',
      { capacity: virtual(3), quotas: [], held: [held('x', 'confirmed'), held('w', 'waitlisted')] },
      ['a', 'b'],
      ['confirmed', 'waitlisted 2'],
    ],
    [
      'more seats taken than there are',
      { capacity: virtual(1), quotas: [], held: [held('x', 'confirmed'), held('y', 'confirmed')] },
      ['a'],
      ['waitlisted 1'],
    ],
    [
      'twice in one batch',
      { capacity: virtual(1), quotas: [], held: [] },
      ['a', 'a', 'b'],
      ['confirmed', 'confirmed', 'waitlisted 1'],
    ],
    [
      'again',
      { capacity: virtual(1), quotas: [], held: [held('x', 'confirmed'), held('w', 'waitlisted')] },
      ['w', 'x'],
      ['waitlisted 1', 'confirmed'],
    ],
  ])('%s', (_, seats, members, expected) => {
    expect(states(seats, ...members)).toEqual(expected);
  });

  it('answers a second ask with the first registration, and knows which was new', () => {
    const asks = [
      { id: 'one', memberId: 'a', unitId: null, mode: 'virtual' as const },
      { id: 'two', memberId: 'a', unitId: null, mode: 'virtual' as const },
    ];
    const { answers } = register({ capacity: virtual(5), quotas: [], held: [] }, asks, everybody);
    expect(answers.map((answer) => [answer?.id, answer?.isNew])).toEqual([
      ['one', true],
      ['one', false],
    ]);
  });

  it('lets one who is not eligible fail alone', () => {
    const { answers, seats } = register({ capacity: virtual(5), quotas: [], held: [] }, [ask('a'), ask('b')], (id) =>
      id === 'b' ? 'seat' : undefined,
    );
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
    expect(promote({ capacity: virtual(capacity), quotas: [], held: queue }).promoted).toEqual(promoted);
  });
});

describe('approval', () => {
  it('holds no seat while it is waited for', () => {
    const { answers, seats } = register({ capacity: virtual(1), quotas: [], held: [] }, [ask('a'), ask('b')], (id) =>
      id === 'a' ? 'pending' : 'seat',
    );
    expect(answers.map((answer) => answer?.state)).toEqual(['pending', 'confirmed']);
    expect(approve(seats, ['r-a']).held.map((one) => `${one.id} ${one.state}`)).toEqual([
      'r-b confirmed',
      'r-a waitlisted',
    ]);
  });

  it('gives seats in the order of asking, behind the queue, and only to those who asked', () => {
    const seats = { capacity: virtual(2), quotas: [], held: ['a', 'b', 'c'].map((name) => held(name, 'pending')) };
    const approved = approve(seats, ['r-c', 'r-a', 'r-x']);
    expect(approved.held.map((one) => one.state)).toEqual(['pending', 'confirmed', 'confirmed']);
    const behind = {
      capacity: virtual(2),
      quotas: [],
      held: [held('w', 'waitlisted'), held('v', 'waitlisted'), held('a', 'pending')],
    };
    expect(approve(behind, ['r-a']).held.at(-1)?.state).toBe('waitlisted');
  });
});

describe('quotas', () => {
  const quotas = [
    { unitId: 'a', seats: 2 },
    { unitId: 'b', seats: 1 },
  ];
  const seats = (capacity: number | null, ...list: Held[]): Seats => ({
    capacity: virtual(capacity),
    quotas,
    held: list,
  });

  it.each<[string, Seats, string[], string[]]>([
    [
      'keep seats for their units, and the rest is open to all',
      seats(4),
      ['x', 'y', 'a-1', 'a-2', 'b-1'],
      ['confirmed', 'waitlisted 1', 'confirmed', 'confirmed', 'confirmed'],
    ],
    [
      'bind their own unit too: beyond its quota it takes what is open to all, and no more',
      seats(4),
      ['a-1', 'a-2', 'a-3', 'a-4', 'b-1'],
      ['confirmed', 'confirmed', 'confirmed', 'waitlisted 1', 'confirmed'],
    ],
    [
      'count what the unit has already',
      seats(4, held('a-1', 'offered'), held('x', 'confirmed')),
      ['y', 'a-2', 'a-3', 'b-1'],
      ['waitlisted 1', 'confirmed', 'waitlisted 2', 'confirmed'],
    ],
    [
      'let the unit in behind whom it lets nobody wait, though others do',
      seats(3, held('x', 'waitlisted'), held('y', 'waitlisted')),
      ['a-1', 'z'],
      ['confirmed', 'waitlisted 3'],
    ],
    [
      'keep the seat for who of the unit waits already',
      seats(3, held('b-1', 'waitlisted'), held('x', 'waitlisted')),
      ['b-2', 'a-1'],
      ['waitlisted 3', 'confirmed'],
    ],
    [
      'promise more than there is: who comes first',
      seats(2),
      ['a-1', 'b-1', 'a-2'],
      ['confirmed', 'confirmed', 'waitlisted 1'],
    ],
    ['mean nothing without a capacity', seats(null), ['x', 'a-1', 'a-2', 'a-3'], Array<string>(4).fill('confirmed')],
    [
      'mean nothing while too many are in',
      seats(1, held('x', 'confirmed'), held('y', 'confirmed')),
      ['a-1'],
      ['waitlisted 1'],
    ],
  ])('%s', (_, given, members, expected) => {
    expect(states(given, ...members)).toEqual(expected);
  });

  it.each<[string, Seats, string[]]>([
    [
      'a kept seat to the first of its unit, past others',
      seats(4, held('x', 'confirmed'), held('y', 'waitlisted'), held('b-1', 'waitlisted'), held('b-2', 'waitlisted')),
      ['r-b-1'],
    ],
    [
      'an open one to the first of the rest',
      seats(5, held('x', 'confirmed'), held('y', 'waitlisted'), held('b-1', 'waitlisted'), held('b-2', 'waitlisted')),
      ['r-b-1', 'r-y'],
    ],
    ['nobody a seat that is kept for another unit', seats(3, held('y', 'waitlisted')), []],
    ['no more than there is', seats(1, held('a-1', 'waitlisted'), held('b-1', 'waitlisted')), ['r-a-1']],
    ['all of it, unlimited', seats(null, held('x', 'waitlisted'), held('a-1', 'waitlisted')), ['r-a-1', 'r-x']],
  ])('give %s', (_, given, promoted) => {
    expect(promote(given).promoted).toEqual(promoted);
  });

  it('hold for who is approved, and for who comes from the other mode', () => {
    const asked = seats(3, held('x', 'pending'), held('a-1', 'pending'));
    expect(approve(asked, ['r-x', 'r-a-1']).held.map((one) => one.state)).toEqual(['waitlisted', 'confirmed']);
    const full = seats(3);
    const from = (member: string) =>
      switchMode(held(member, 'confirmed', 'onsite'), 'virtual', counted(full, 'virtual', unitOf(member)));
    expect(from('x')).toBe('full');
    expect(from('a-1')).toMatchObject({ state: 'confirmed', mode: 'virtual' });
  });
});

describe('two modes', () => {
  const seats: Seats = {
    capacity: { virtual: 1, onsite: 1 },
    quotas: [],
    held: [held('x', 'confirmed', 'onsite'), held('w', 'waitlisted', 'onsite')],
  };

  it('count seats, queue and places apart', () => {
    const { answers } = register(seats, [ask('a', 'onsite'), ask('b'), ask('c'), ask('d', 'onsite')], everybody);
    expect(
      answers.map((answer) => `${String(answer?.state)} ${String(answer?.mode)} ${String(answer?.place)}`),
    ).toEqual(['waitlisted onsite 2', 'confirmed virtual null', 'waitlisted virtual 1', 'waitlisted onsite 3']);
  });

  it('give a free seat to those who wait for one of its kind', () => {
    const held2 = [...seats.held, held('v', 'waitlisted')];
    expect(promote({ ...seats, held: held2 }).promoted).toEqual(['r-v']);
  });

  it.each<[string, Held, Mode, string]>([
    ['to a mode with room', held('x', 'confirmed', 'onsite'), 'virtual', 'confirmed virtual'],
    ['out of a queue, to a mode with room', held('w', 'waitlisted', 'onsite'), 'virtual', 'confirmed virtual'],
    ['to a full mode', held('a', 'confirmed'), 'onsite', 'full'],
    ['to a mode with a queue', held('a', 'waitlisted'), 'onsite', 'full'],
    ['before approval', held('p', 'pending'), 'onsite', 'pending onsite'],
    ['to the same', held('x', 'confirmed', 'onsite'), 'onsite', 'confirmed onsite'],
  ])('can be switched %s: %#', (_, mine, mode, expected) => {
    const switched = switchMode(mine, mode, counted(seats, mode, null));
    expect(typeof switched === 'object' ? `${switched.state} ${switched.mode}` : switched).toBe(expected);
  });
});

describe('the mode of a wish', () => {
  it.each<[Parameters<typeof modeFor>[0]['delivery'], string, Parameters<typeof modeFor>[1], string]>([
    ['virtual', '', {}, 'virtual'],
    ['onsite', '', {}, 'onsite'],
    ['hybrid', '', {}, 'virtual'],
    ['hybrid', '', { mode: 'onsite' }, 'onsite'],
    ['hybrid', '', { preferred: 'onsite' }, 'onsite'],
    ['hybrid', '', { mode: 'virtual', preferred: 'onsite' }, 'virtual'],
    ['virtual', '', { preferred: 'onsite' }, 'virtual'],
    ['onsite', '', { preferred: 'virtual' }, 'onsite'],
    ['virtual', '', { mode: 'onsite' }, 'mode not-allowed'],
    ['onsite', '', { mode: 'virtual' }, 'mode not-allowed'],
    ['onsite', 'Bawa masker', {}, 'acknowledged required'],
    ['onsite', 'Bawa masker', { acknowledged: false }, 'acknowledged required'],
    ['onsite', 'Bawa masker', { acknowledged: true }, 'onsite'],
    ['hybrid', 'Bawa masker', { mode: 'onsite' }, 'acknowledged required'],
    ['hybrid', 'Bawa masker', { mode: 'virtual' }, 'virtual'],
  ])('for a session %s with the protocol "%s"', (delivery, protocol, wish, expected) => {
    const said = modeFor({ delivery, protocol }, wish);
    expect('mode' in said ? said.mode : `${said.fault.path} ${said.fault.rule}`).toBe(expected);
  });
});
