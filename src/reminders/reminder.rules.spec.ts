import { describe, expect, it } from '@jest/globals';
import { USUAL_POLICIES } from '../contracts/policies.js';
import {
  countdown,
  decide,
  followUp,
  invitationMethod,
  outsideQuietHours,
  REMINDER_KINDS,
  type DueReminder,
} from './reminder.rules.js';

const at = (text: string): Date => new Date(text);
/** Thursday 10.00 WIB. */
const START = at('2026-07-02T03:00:00Z');

describe('countdown', () => {
  it.each([
    ['long before', '2026-06-01T00:00:00Z', ['day-before', 'hour-before', 'ten-minutes-before']],
    ['the very instant of the first', '2026-07-01T03:00:00Z', ['hour-before', 'ten-minutes-before']],
    ['that evening', '2026-07-01T13:00:00Z', ['hour-before', 'ten-minutes-before']],
    ['half an hour before', '2026-07-02T02:30:00Z', ['ten-minutes-before']],
    ['after the start', '2026-07-02T03:10:00Z', []],
  ])('registered %s', (_, since, kinds) => {
    const planned = countdown(START, at(since), 'Asia/Jakarta', USUAL_POLICIES).map(({ kind }) => kind);
    expect(planned).toEqual(kinds.map((kind) => `reminder-${kind}`));
  });

  it('goes out 24 h, 1 h and 10 min before', () => {
    expect(
      countdown(START, at('2026-06-01T00:00:00Z'), 'Asia/Jakarta', USUAL_POLICIES).map(({ dueAt }) =>
        dueAt.toISOString(),
      ),
    ).toEqual(['2026-07-01T03:00:00.000Z', '2026-07-02T02:00:00.000Z', '2026-07-02T02:50:00.000Z']);
  });
});

describe('outsideQuietHours', () => {
  it.each([
    ['2026-07-01T13:59:00Z', 'Asia/Jakarta', '2026-07-01T13:59:00Z'], // 20.59
    ['2026-07-01T14:00:00Z', 'Asia/Jakarta', '2026-07-01T13:30:00Z'], // 21.00 -> 20.30
    ['2026-07-01T16:59:00Z', 'Asia/Jakarta', '2026-07-01T13:30:00Z'], // 23.59 -> 20.30
    ['2026-07-01T17:00:00Z', 'Asia/Jakarta', '2026-07-01T13:30:00Z'], // 00.00 -> 20.30 the evening before
    ['2026-07-01T22:59:00Z', 'Asia/Jakarta', '2026-07-01T13:30:00Z'], // 05.59 -> 20.30 the evening before
    ['2026-07-01T23:00:00Z', 'Asia/Jakarta', '2026-07-01T23:00:00Z'], // 06.00
    ['2026-07-01T13:00:00Z', 'Asia/Makassar', '2026-07-01T12:30:00Z'], // 21.00 WITA
    ['2026-07-01T12:00:00Z', 'Asia/Jayapura', '2026-07-01T11:30:00Z'], // 21.00 WIT
    ['2026-10-25T01:30:00Z', 'Europe/Amsterdam', '2026-10-24T18:30:00Z'], // the hour that comes twice
  ])('%s in %s becomes %s', (from, zone, to) => {
    expect(outsideQuietHours(at(from), zone, USUAL_POLICIES)).toEqual(at(to));
  });

  it.each([
    ['2026-07-01T12:59:00Z', '2026-07-01T12:59:00Z'], // 19.59
    ['2026-07-01T13:00:00Z', '2026-07-01T12:30:00Z'], // 20.00 -> 19.30
    ['2026-07-01T21:59:00Z', '2026-07-01T12:30:00Z'], // 04.59 -> 19.30 the evening before
    ['2026-07-01T22:00:00Z', '2026-07-01T22:00:00Z'], // 05.00
  ])('from 20 to 5: %s becomes %s', (from, to) => {
    expect(outsideQuietHours(at(from), 'Asia/Jakarta', { quietFromHour: 20, quietUntilHour: 5 })).toEqual(at(to));
  });
});

describe('decide', () => {
  const due = (about: Partial<DueReminder>): DueReminder => ({
    kind: 'reminder-day-before',
    dueAt: at('2026-07-01T03:00:00Z'),
    occasion: START.toISOString(),
    isOvertaken: false,
    sessionState: 'published',
    startsAt: START,
    endsAt: at('2026-07-02T04:30:00Z'),
    revision: 0,
    registrationState: 'confirmed',
    modeSwitches: 1,
    offerEndsAt: null,
    hasLeft: false,
    hasAddress: true,
    ...about,
  });
  const hour = { kind: 'reminder-hour-before', dueAt: at('2026-07-02T02:00:00Z') } as const;
  const tenMinutes = { kind: 'reminder-ten-minutes-before', dueAt: at('2026-07-02T02:50:00Z') } as const;
  const confirmed = { kind: 'registration-confirmed', dueAt: at('2026-06-30T03:00:00Z'), occasion: 'r' } as const;
  const offer = {
    ...confirmed,
    kind: 'registration-offered',
    registrationState: 'offered',
    offerEndsAt: at('2026-06-30T15:00:00Z'),
  } as const;
  const switched = { ...confirmed, kind: 'registration-switched' } as const;
  const asked = { ...confirmed, kind: 'registration-pending' } as const;
  const changed = { kind: 'session-changed', dueAt: at('2026-07-01T03:00:00Z'), occasion: '1', revision: 1 } as const;
  const dropped = { kind: 'session-cancelled', dueAt: at('2026-07-01T03:00:00Z'), sessionState: 'cancelled' } as const;
  const after = { kind: 'follow-up-absent', dueAt: at('2026-07-02T05:00:00Z'), sessionState: 'ended' } as const;

  it.each([
    ['in time', {}, '2026-07-01T03:00:01Z', 'sent'],
    ['within its grace', {}, '2026-07-01T15:00:00Z', 'sent'],
    ['more than its grace late', {}, '2026-07-01T15:00:01Z', 'missed'],
    ['overtaken by a nearer one', { isOvertaken: true }, '2026-07-01T03:00:01Z', 'missed'],
    ['the last way chosen', { ...switched, occasion: 'r:1' }, '2026-06-30T03:00:01Z', 'sent'],
    ['a way left again meanwhile', { ...switched, occasion: 'r:11' }, '2026-06-30T03:00:01Z', 'withdrawn'],
    ['an hour before, 20 minutes late', hour, '2026-07-02T02:20:00Z', 'sent'],
    ['an hour before, 21 minutes late', hour, '2026-07-02T02:21:00Z', 'missed'],
    ['ten minutes before, at the start', tenMinutes, '2026-07-02T03:00:00Z', 'sent'],
    ['ten minutes before, after the start', tenMinutes, '2026-07-02T03:00:01Z', 'missed'],
    ['for another start time', { occasion: '2026-07-01T03:00:00.000Z' }, '2026-07-01T03:00:01Z', 'withdrawn'],
    ['of a cancelled session', { sessionState: 'cancelled' }, '2026-07-01T03:00:01Z', 'withdrawn'],
    ['of a cancelled registration', { registrationState: 'cancelled' }, '2026-07-01T03:00:01Z', 'withdrawn'],
    ['of who waits only', { registrationState: 'waitlisted' }, '2026-07-01T03:00:01Z', 'withdrawn'],
    ['to who left the cooperative', { hasLeft: true }, '2026-07-01T03:00:01Z', 'withdrawn'],
    ['to who has no address', { hasAddress: false }, '2026-07-01T03:00:01Z', 'unreachable'],
    ['a confirmation', confirmed, '2026-06-30T03:00:01Z', 'sent'],
    ['a confirmation during the session', confirmed, '2026-07-02T04:00:00Z', 'sent'],
    ['a confirmation after it', confirmed, '2026-07-02T05:00:00Z', 'missed'],
    [
      'a confirmation of a seat given up',
      { ...confirmed, registrationState: 'cancelled' },
      '2026-06-30T03:00:01Z',
      'withdrawn',
    ],
    [
      'a place in the queue',
      { ...confirmed, kind: 'registration-waitlisted', registrationState: 'waitlisted' },
      '2026-06-30T03:00:01Z',
      'sent',
    ],
    [
      'a place in the queue that became a seat',
      { ...confirmed, kind: 'registration-waitlisted' },
      '2026-06-30T03:00:01Z',
      'withdrawn',
    ],
    [
      'an ended registration',
      { ...confirmed, kind: 'registration-cancelled', registrationState: 'cancelled' },
      '2026-06-30T03:00:01Z',
      'sent',
    ],
    ['an offer', offer, '2026-06-30T03:00:01Z', 'sent'],
    ['an offer that has ended', offer, '2026-06-30T15:00:01Z', 'missed'],
    ['an offer that was taken', { ...offer, registrationState: 'confirmed' }, '2026-06-30T03:00:01Z', 'withdrawn'],
    ['a question to staff', { ...asked, registrationState: 'pending' }, '2026-06-30T03:00:01Z', 'sent'],
    ['a question that was answered', asked, '2026-06-30T03:00:01Z', 'withdrawn'],
    ['a new time', changed, '2026-07-01T03:00:01Z', 'sent'],
    ['a new time, to who waits', { ...changed, registrationState: 'waitlisted' }, '2026-07-01T03:00:01Z', 'sent'],
    ['a new time that has changed again', { ...changed, revision: 2 }, '2026-07-01T03:00:01Z', 'withdrawn'],
    ['a cancelling', { ...dropped, registrationState: 'cancelled' }, '2026-07-01T03:00:01Z', 'sent'],
    ['a cancelling, days later', dropped, '2026-07-05T03:00:01Z', 'missed'],
    ['a follow-up', after, '2026-07-02T05:00:01Z', 'sent'],
    ['a follow-up of a session that goes on', { ...after, sessionState: 'live' }, '2026-07-02T05:00:01Z', 'withdrawn'],
    ['a follow-up a week late', after, '2026-07-09T05:00:01Z', 'missed'],
  ] as const)('%s', (_, about, now, state) => {
    expect(decide(due(about), at(now)).state).toBe(state);
  });

  it.each(REMINDER_KINDS)('%s: to nobody who left', (kind) => {
    expect(decide(due({ kind, hasLeft: true }), at('2026-07-01T03:00:01Z')).state).toBe('withdrawn');
  });
});

describe('followUp', () => {
  const ended = at('2026-07-02T04:30:00Z');
  it.each([
    ['present', '2026-07-02T04:31:00Z', 'follow-up-present', '2026-07-02T05:00:00Z'],
    ['partial', '2026-07-02T04:31:00Z', 'follow-up-absent', '2026-07-02T05:00:00Z'],
    ['absent', '2026-07-03T00:00:00Z', 'follow-up-absent', '2026-07-03T00:00:00Z'],
  ] as const)('%s, decided at %s', (verdict, now, kind, dueAt) => {
    expect(followUp(verdict, ended, at(now))).toEqual({ kind, dueAt: at(dueAt) });
  });

  it('waits for the evidence', () => {
    expect(followUp('awaiting-evidence', ended, at('2026-07-03T00:00:00Z'))).toBeUndefined();
  });
});

describe('invitationMethod', () => {
  it.each([
    ['registration-confirmed', true, 'REQUEST'],
    ['reminder-day-before', true, 'REQUEST'],
    ['session-changed', true, 'REQUEST'],
    ['registration-switched', true, 'REQUEST'],
    ['session-changed', false, undefined],
    ['session-cancelled', true, 'CANCEL'],
    ['session-cancelled', false, undefined],
    ['registration-cancelled', true, 'CANCEL'],
    ['reminder-hour-before', true, undefined],
    ['follow-up-present', true, undefined],
  ] as const)('%s, had a seat: %s', (kind, hadSeat, method) => {
    expect(invitationMethod(kind, hadSeat)).toBe(method);
  });
});
