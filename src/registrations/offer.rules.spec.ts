// How long an offered seat waits for an answer, as tables: by day and night, in zones with and without summer time.
import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { USUAL_POLICIES } from '../contracts/policies.js';
import type { Freed } from '../contracts/policy-values.js';
import { giveSeat, offerEnd, retimeOffer, type Given } from './offer.rules.js';

const at = (local: string, zone = 'Asia/Jakarta'): Date => DateTime.fromISO(local, { zone }).toJSDate();
const local = (instant: Date, zone = 'Asia/Jakarta'): string =>
  DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
const said = (given: Given): string => (given.state === 'offered' ? local(given.endsAt) : given.state);

describe('twelve hours by day', () => {
  it.each<[string, string]>([
    ['2026-07-01T06:00', '2026-07-01T18:00'],
    ['2026-07-01T08:30', '2026-07-01T20:30'],
    ['2026-07-01T09:00', '2026-07-01T21:00'],
    // Eleven hours until night, one more in the morning: but not before nine.
    ['2026-07-01T10:00', '2026-07-02T09:00'],
    ['2026-07-01T13:00', '2026-07-02T10:00'],
    ['2026-07-01T20:59', '2026-07-02T17:59'],
    ['2026-07-01T21:00', '2026-07-02T18:00'],
    ['2026-07-01T23:30', '2026-07-02T18:00'],
    ['2026-07-02T02:00', '2026-07-02T18:00'],
    ['2026-07-02T05:59', '2026-07-02T18:00'],
  ])('from %s are over at %s', (from, until) => {
    expect(local(offerEnd(at(from), 12, USUAL_POLICIES, 'Asia/Jakarta'))).toBe(until);
  });

  it.each<[string, number, string]>([
    ['2026-07-01T10:00', 2, '2026-07-01T12:00'],
    ['2026-07-01T20:00', 2, '2026-07-02T09:00'],
    ['2026-07-01T06:30', 1, '2026-07-01T09:00'],
    ['2026-07-01T08:00', 30, '2026-07-03T08:00'],
  ])('as from %s, %s hours', (from, hours, until) => {
    const end = local(offerEnd(at(from), hours, USUAL_POLICIES, 'Asia/Jakarta'));
    expect(end).toBe(until === '2026-07-03T08:00' ? '2026-07-03T09:00' : until);
  });

  it.each<[string, string, string]>([
    ['Asia/Makassar', '2026-07-01T21:00', '2026-07-02T18:00'],
    ['Asia/Jayapura', '2026-07-01T12:00', '2026-07-02T09:00'],
    // The clock springs forward in the night, which nobody counts.
    ['Europe/Berlin', '2026-03-28T20:00', '2026-03-29T17:00'],
    ['Europe/Berlin', '2026-03-29T01:30', '2026-03-29T18:00'],
    // And back, when the night is longer.
    ['Europe/Berlin', '2026-10-24T20:00', '2026-10-25T17:00'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T18:00'],
  ])('in %s from %s', (zone, from, until) => {
    expect(local(offerEnd(at(from, zone), 12, USUAL_POLICIES, zone), zone)).toBe(until);
  });
});

describe('twelve hours by the hours of a cooperative that is up late and early', () => {
  const day = { quietFromHour: 23, quietUntilHour: 4, offerEndsFromHour: 5 };
  it.each<[string, string]>([
    ['2026-07-01T10:00', '2026-07-01T22:00'],
    ['2026-07-01T11:00', '2026-07-01T23:00'],
    ['2026-07-01T11:30', '2026-07-02T05:00'],
    ['2026-07-01T13:00', '2026-07-02T06:00'],
    ['2026-07-01T23:30', '2026-07-02T16:00'],
    ['2026-07-02T03:59', '2026-07-02T16:00'],
  ])('from %s are over at %s', (from, until) => {
    expect(local(offerEnd(at(from), 12, day, 'Asia/Jakarta'))).toBe(until);
  });
});

describe('a freed seat', () => {
  const zone = 'Asia/Jakarta';
  const startsAt = at('2026-07-03T10:00');
  it.each<[string, Freed, string, string]>([
    ['is given at once where it is set so', 'confirm', '2026-07-01T10:00', 'confirmed'],
    ['is offered', 'offer', '2026-07-01T13:00', '2026-07-02T10:00'],
    ['is offered until half an hour before the start at the latest', 'offer', '2026-07-02T20:00', '2026-07-03T09:30'],
    ['is offered for a quarter of an hour', 'offer', '2026-07-03T09:15', '2026-07-03T09:30'],
    ['is given at once when less is left', 'offer', '2026-07-03T09:16', 'confirmed'],
    ['is given at once after that', 'offer', '2026-07-03T09:45', 'confirmed'],
    ['is given at once in the session', 'offer', '2026-07-03T10:30', 'confirmed'],
  ])('%s', (_, freed, now, expected) => {
    expect(said(giveSeat({ freed, offerHours: 12, day: USUAL_POLICIES }, startsAt, zone, at(now)))).toBe(expected);
  });
});

describe('an offer of a session that moves', () => {
  it.each<[string, string, string, string]>([
    ['later: is not longer for it', '2026-07-09T10:00', '2026-07-01T13:00', '2026-07-02T10:00'],
    ['sooner: ends half an hour before', '2026-07-02T09:00', '2026-07-01T13:00', '2026-07-02T08:30'],
    ['to very soon: is a seat', '2026-07-01T13:40', '2026-07-01T13:00', 'confirmed'],
  ])('%s', (_, startsAt, now, expected) => {
    expect(said(retimeOffer(at('2026-07-02T10:00'), at(startsAt), at(now)))).toBe(expected);
  });
});
