// Which sessions a change of a series is for, and when they are afterwards.
import { describe, expect, it } from '@jest/globals';
import {
  partsSeries,
  reachOf,
  recurrenceAfter,
  shiftFaults,
  shiftOf,
  timesAfter,
  type Member,
  type Scope,
} from './series.rules.js';

const NOW = new Date('2026-07-10T02:00:00Z');
const HOUR = 3_600_000;

const at = (day: string, fields: Partial<Member> = {}): Member => {
  const startsAt = new Date(`${day}T02:00:00Z`);
  return {
    ...{ id: day, state: 'published', startsAt, endsAt: new Date(startsAt.getTime() + HOUR), recurrenceAt: startsAt },
    ...fields,
  };
};

const over = at('2026-07-03', { state: 'ended' });
const next = at('2026-07-17');
const cancelled = at('2026-07-24', { state: 'cancelled' });
/** Moved before all others, but planned after them. */
const moved = at('2026-07-31', { startsAt: new Date('2026-07-12T02:00:00Z') });
const draft = at('2026-08-07', { state: 'draft' });
const live = at('2026-08-14', { state: 'live' });
const begun = at('2026-08-21', { startsAt: NOW });
const ALL = [over, next, cancelled, moved, draft, live, begun];

describe('the reach of a change', () => {
  it.each<[Scope, Member, Member[]]>([
    ['all', draft, [next, moved, draft]],
    ['following', next, [next, moved, draft]],
    ['following', moved, [moved, draft]],
    ['following', draft, [draft]],
    ['all', over, [next, moved, draft]],
  ])('of %s from %j', (scope, pivot, reach) => {
    expect(reachOf(ALL, pivot, scope, NOW)).toEqual(reach);
  });

  it.each<[Scope, Member, boolean]>([
    ['all', draft, false],
    ['following', over, false],
    ['following', next, true],
    ['following', moved, true],
  ])('of %s from %j parts the series: %s', (scope, pivot, parts) => {
    expect(partsSeries(ALL, pivot, scope)).toBe(parts);
  });
});

describe('another hour', () => {
  const zone = 'Europe/Amsterdam';
  const wanted = { startsAt: new Date('2026-07-17T17:30:00Z'), endsAt: new Date('2026-07-17T19:00:00Z'), byDays: 0 };
  const inWinter = at('2026-11-20');

  it.each<[Member, string | undefined, string]>([
    [next, '2026-07-17T17:30:00.000Z', '2026-07-17T17:30:00.000Z'],
    [draft, '2026-08-07T17:30:00.000Z', '2026-08-07T17:30:00.000Z'],
    [inWinter, '2026-11-20T18:30:00.000Z', '2026-11-20T18:30:00.000Z'],
    [moved, undefined, '2026-07-31T17:30:00.000Z'],
  ])('of %j', (session, startsAt, recurrenceAt) => {
    const times = timesAfter(zone, session, next, wanted);
    expect(times?.startsAt.toISOString()).toBe(startsAt);
    if (times) expect(times.endsAt.getTime() - times.startsAt.getTime()).toBe(1.5 * HOUR);
    expect(recurrenceAfter(zone, session, wanted).toISOString()).toBe(recurrenceAt);
  });
});

describe('another day', () => {
  const zone = 'Europe/Amsterdam';
  const wantedAt = (startsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(startsAt) });

  it.each<[string, Member, string, number]>([
    ['the same', next, '2026-07-17T17:30:00Z', 0],
    ['the same by UTC, the next in the zone', next, '2026-07-17T22:30:00Z', 1],
    ['earlier', next, '2026-07-14T02:00:00Z', -3],
    ['where one is that was moved by itself', moved, '2026-07-12T05:00:00Z', 0],
    ['counted from where the rule has it', moved, '2026-08-02T02:00:00Z', 2],
  ])('%s', (_, pivot, startsAt, byDays) => {
    expect(shiftOf(zone, pivot, wantedAt(startsAt)).byDays).toBe(byDays);
  });

  it('takes along all but those that were moved by themselves', () => {
    const shift = shiftOf(zone, next, wantedAt('2026-07-19T03:00:00Z'));
    const startsOf = (one: Member) => timesAfter(zone, one, next, shift)?.startsAt.toISOString();
    expect([next, draft, moved].map(startsOf)).toEqual([
      '2026-07-19T03:00:00.000Z',
      '2026-08-09T03:00:00.000Z',
      undefined,
    ]);
    expect(recurrenceAfter(zone, moved, shift).toISOString()).toBe('2026-08-02T03:00:00.000Z');
  });

  it('is none that another one has which stays', () => {
    const shift = shiftOf(zone, next, wantedAt('2026-07-24T02:00:00Z'));
    const faults = shiftFaults(zone, [next, draft], shift, new Set(['2026-08-14']));
    expect(faults).toEqual([{ path: 'startsAt', rule: 'in-other-part', limit: '2026-08-14' }]);
    expect(shiftFaults(zone, [next, draft], shift, new Set(['2026-07-17']))).toEqual([]);
    expect(shiftFaults(zone, [next], shiftOf(zone, next, next), new Set(['2026-07-17']))).toEqual([]);
  });
});
