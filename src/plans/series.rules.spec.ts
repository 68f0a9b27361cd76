// Which sessions a change of a series is for, and when they are afterwards.
import { describe, expect, it } from '@jest/globals';
import {
  partsSeries,
  reachOf,
  recurrenceAfter,
  shiftFaults,
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
  const wanted = { startsAt: new Date('2026-07-17T17:30:00Z'), endsAt: new Date('2026-07-17T19:00:00Z') };
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

  it.each([
    ['2026-07-17T17:30:00Z', []],
    ['2026-07-17T22:30:00Z', [{ path: 'startsAt', rule: 'same-day' }]],
    ['2026-07-18T02:00:00Z', [{ path: 'startsAt', rule: 'same-day' }]],
  ])('at %s', (startsAt, faults) => {
    expect(shiftFaults(zone, next, { ...wanted, startsAt: new Date(startsAt) })).toEqual(faults);
  });
});
