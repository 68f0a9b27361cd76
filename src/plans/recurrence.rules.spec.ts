// On which days a rule recurs: in zones with and without summer time, at the ends of months, until some instant.
import { describe, expect, it } from '@jest/globals';
import {
  clockIn,
  dayAfter,
  expand,
  lengthen,
  ruleAt,
  ruleBefore,
  ruleFrom,
  ruleShifted,
  sameClock,
  type SeriesRule,
} from './recurrence.rules.js';

const aRule = (rrule: string, fields: Partial<SeriesRule> = {}): SeriesRule => ({
  ...{ rrule, zone: 'Asia/Jakarta', firstStart: '2026-07-03T10:00:00', except: [] },
  ...fields,
});

/** The zone's clock at every occurrence that is not left out. */
function clocksOf(rule: SeriesRule): string[] {
  const all = expand(rule);
  if (!all.isGood) throw new Error(all.faults[0]?.rule);
  return all.occurrences.filter(({ isLeftOut }) => !isLeftOut).map(({ startsAt }) => clockIn(rule.zone, startsAt));
}

const daysOf = (rule: SeriesRule): string[] => clocksOf(rule).map((clock) => clock.slice(0, 10));

describe('a rule', () => {
  it.each<[string, SeriesRule, string[]]>([
    ['every Friday', aRule('FREQ=WEEKLY;BYDAY=FR;COUNT=3'), ['2026-07-03', '2026-07-10', '2026-07-17']],
    [
      'every Friday, begun on a Wednesday',
      aRule('FREQ=WEEKLY;BYDAY=FR;COUNT=2', { firstStart: '2026-07-01T10:00:00' }),
      ['2026-07-03', '2026-07-10'],
    ],
    ['the day it begins on', aRule('FREQ=WEEKLY;COUNT=2'), ['2026-07-03', '2026-07-10']],
    [
      'Tuesdays and Thursdays of every other week',
      aRule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4', { firstStart: '2026-07-07T10:00:00' }),
      ['2026-07-07', '2026-07-09', '2026-07-21', '2026-07-23'],
    ],
    ['the last Friday', aRule('FREQ=MONTHLY;BYDAY=-1FR;COUNT=3'), ['2026-07-31', '2026-08-28', '2026-09-25']],
    [
      'the first and third Monday',
      aRule('FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=3'),
      ['2026-07-06', '2026-07-20', '2026-08-03'],
    ],
    [
      'the 31st, where there is one',
      aRule('FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', { firstStart: '2026-08-31T10:00:00' }),
      ['2026-08-31', '2026-10-31', '2026-12-31'],
    ],
    [
      'the last day of the month',
      aRule('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', { firstStart: '2027-01-01T10:00:00' }),
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    ['every year', aRule('FREQ=YEARLY;COUNT=2'), ['2026-07-03', '2027-07-03']],
    ['until a day, that day too', aRule('FREQ=WEEKLY;UNTIL=20260717'), ['2026-07-03', '2026-07-10', '2026-07-17']],
    [
      'until the instant of its last start',
      aRule('FREQ=WEEKLY;UNTIL=20260717T030000Z'),
      ['2026-07-03', '2026-07-10', '2026-07-17'],
    ],
    ['until a second before it', aRule('FREQ=WEEKLY;UNTIL=20260717T025959Z'), ['2026-07-03', '2026-07-10']],
    [
      'until an instant of the day before in UTC',
      aRule('FREQ=WEEKLY;UNTIL=20260716T230000Z', { firstStart: '2026-07-03T06:00:00' }),
      ['2026-07-03', '2026-07-10', '2026-07-17'],
    ],
    [
      'but for some days',
      aRule('FREQ=WEEKLY;COUNT=4', { except: ['2026-07-10', '2026-07-11'] }),
      ['2026-07-03', '2026-07-17', '2026-07-24'],
    ],
  ])('recurs on %s', (_, rule, days) => {
    expect(daysOf(rule)).toEqual(days);
  });

  it.each(['Asia/Jakarta', 'Asia/Jayapura', 'Europe/Amsterdam', 'America/St_Johns', 'Australia/Lord_Howe'])(
    'keeps its hour on the clock of %s the year round',
    (zone) => {
      const clocks = clocksOf(aRule('FREQ=WEEKLY;BYDAY=FR;COUNT=60', { zone }));
      expect(clocks).toHaveLength(60);
      expect(new Set(clocks.map((clock) => clock.slice(10)))).toEqual(new Set(['T10:00:00']));
    },
  );

  it('moves in UTC where the clock moves', () => {
    const all = expand(aRule('FREQ=WEEKLY;COUNT=2', { zone: 'Europe/Amsterdam', firstStart: '2026-10-23T10:00:00' }));
    expect(all.isGood && all.occurrences.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-10-23T08:00:00.000Z',
      '2026-10-30T09:00:00.000Z',
    ]);
  });

  it('leaves out a start that the clock skips', () => {
    const skipped = aRule('FREQ=WEEKLY;COUNT=2', { zone: 'Europe/Amsterdam', firstStart: '2027-03-21T02:30:00' });
    expect(daysOf(skipped)).toEqual(['2027-03-21', '2027-04-04']);
  });

  it.each([
    ['FREQ=WEEKLY;BYDAY=FR', 'endless'],
    ['FREQ=WEEKLY;COUNT=105', 'too-many-dates'],
    ['FREQ=DAILY;UNTIL=20271231', 'too-many-dates'],
    ['FREQ=WEEKLY;UNTIL=20260101', 'no-dates'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', 'format'],
    ['FREQ=YEARLY;INTERVAL=99;COUNT=3', 'format'],
    ['FREQ=HOURLY;COUNT=3', 'format'],
    ['FREQ=WEEKLY;BYHOUR=9,15;COUNT=3', 'format'],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20261231', 'format'],
    ['FREQ=WEEKLY;UNTIL=20261231T100000', 'format'],
    ['FREQ=WEEKLY;COUNT=3;COUNT=4', 'format'],
    ['FREQ=WEEKLY;BYDAY=XX;COUNT=3', 'format'],
    ['COUNT=3', 'format'],
    ['FREQ=WEEKLY;COUNT=3\nDTSTART:20200101T000000Z', 'format'],
    ['', 'format'],
  ])('%j is refused as %s', (rrule, rule) => {
    expect(expand(aRule(rrule))).toMatchObject({ isGood: false, faults: [{ path: 'rrule', rule }] });
  });

  it('with every day left out is none', () => {
    const rule = aRule('FREQ=WEEKLY;COUNT=2', { except: ['2026-07-03', '2026-07-10'] });
    expect(expand(rule)).toMatchObject({ isGood: false, faults: [{ rule: 'no-dates' }] });
  });
});

describe('a rule that is cut', () => {
  it.each([
    aRule('FREQ=WEEKLY;BYDAY=FR;COUNT=6', { except: ['2026-07-10', '2026-07-31'] }),
    aRule('FREQ=WEEKLY;BYDAY=FR;UNTIL=20260807', { except: ['2026-07-10', '2026-07-31'] }),
    aRule('FREQ=MONTHLY;BYDAY=-1FR;COUNT=6', { firstStart: '2026-02-27T00:30:00' }),
    aRule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;COUNT=9', {
      zone: 'Europe/Amsterdam',
      firstStart: '2026-03-17T10:00:00',
    }),
  ])('is in two parts what it was: $rrule', (rule) => {
    const days = daysOf(rule);
    const day = days[2] ?? '';
    expect(daysOf(ruleBefore(rule, day))).toEqual(days.slice(0, 2));
    expect(daysOf(ruleFrom(rule, day))).toEqual(days.slice(2));
  });

  it.each<[string, SeriesRule, { more?: number; until?: string }, string, string[]]>([
    ['so many times', aRule('FREQ=WEEKLY;COUNT=2'), { more: 2 }, 'FREQ=WEEKLY;COUNT=4', ['2026-07-17', '2026-07-24']],
    [
      'so many times, after a last day and one left out',
      aRule('FREQ=WEEKLY;UNTIL=20260710', { except: ['2026-07-17'] }),
      { more: 2 },
      'FREQ=WEEKLY;COUNT=4',
      ['2026-07-24'],
    ],
    [
      'until a day',
      aRule('FREQ=WEEKLY;COUNT=2'),
      { until: '2026-07-17' },
      'FREQ=WEEKLY;UNTIL=20260717T165959Z',
      ['2026-07-17'],
    ],
  ])('goes on %s', (_, rule, by, rrule, days) => {
    const longer = lengthen(rule, by);
    if (!longer.isGood) throw new Error(longer.faults[0]?.rule);
    expect(longer.rrule).toBe(rrule);
    expect(longer.starts.map((at) => clockIn(rule.zone, at).slice(0, 10))).toEqual(days);
  });

  it.each([
    [{ until: '2026-07-09' }, { path: 'until', rule: 'no-dates' }],
    [{ until: '2026-07-10' }, { path: 'until', rule: 'no-dates' }],
    [{ more: 103 }, { path: 'more', rule: 'too-many-dates', limit: 104 }],
  ])('does not go on %j', (by, fault) => {
    expect(lengthen(aRule('FREQ=WEEKLY;COUNT=2'), by)).toEqual({ isGood: false, faults: [fault] });
  });

  it('can be at a later hour, its last day too', () => {
    const rule = aRule('FREQ=WEEKLY;UNTIL=20260717T030000Z');
    expect(clocksOf(ruleAt(rule, 'T19:30:00'))).toEqual([
      '2026-07-03T19:30:00',
      '2026-07-10T19:30:00',
      '2026-07-17T19:30:00',
    ]);
  });
});

it.each([
  ['Asia/Makassar', '2026-08-01', '2026-07-03T02:00:00Z', '2026-08-01T02:00:00.000Z'],
  ['Europe/Amsterdam', '2026-11-06', '2026-10-23T08:00:00Z', '2026-11-06T09:00:00.000Z'],
  ['Europe/Amsterdam', '2027-03-28', '2027-03-21T01:30:00Z', '2027-03-28T01:30:00.000Z'],
])('in %s, %s has the hour of %s at %s', (zone, day, like, at) => {
  expect(sameClock(zone, day, new Date(like)).toISOString()).toBe(at);
});

describe('a rule on other days', () => {
  const rule = (rrule: string, firstStart: string, except: string[] = []): SeriesRule => ({
    ...{ rrule, firstStart, except, zone: 'Asia/Jakarta' },
  });
  it.each<[string, SeriesRule, number, string | undefined]>([
    ['one day a week', rule('FREQ=WEEKLY;BYDAY=TU;COUNT=4', '2026-07-07T10:00:00'), 2, 'FREQ=WEEKLY;BYDAY=TH;COUNT=4'],
    [
      'over the week’s end',
      rule('FREQ=WEEKLY;BYDAY=SU;COUNT=4', '2026-07-05T10:00:00'),
      1,
      'FREQ=WEEKLY;BYDAY=MO;COUNT=4',
    ],
    ['back', rule('FREQ=WEEKLY;BYDAY=MO;COUNT=4', '2026-07-06T10:00:00'), -1, 'FREQ=WEEKLY;BYDAY=SU;COUNT=4'],
    ['without a day of its own', rule('FREQ=WEEKLY;COUNT=4', '2026-07-07T10:00:00'), 2, 'FREQ=WEEKLY;COUNT=4'],
    [
      'until a day',
      rule('FREQ=WEEKLY;BYDAY=TU;UNTIL=20260728', '2026-07-07T10:00:00'),
      2,
      'FREQ=WEEKLY;BYDAY=TH;UNTIL=20260730T165959Z',
    ],
    [
      'two days a week',
      rule('FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6', '2026-07-06T10:00:00'),
      1,
      'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6',
    ],
    [
      'every other week',
      rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=4', '2026-07-07T10:00:00'),
      6,
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=4',
    ],
    [
      'two days of every other week that part',
      rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;COUNT=4', '2026-07-04T10:00:00'),
      1,
      undefined,
    ],
    ['a day of the month', rule('FREQ=MONTHLY;BYMONTHDAY=15;COUNT=4', '2026-07-15T10:00:00'), 1, undefined],
    ['a weekday of the month', rule('FREQ=MONTHLY;BYDAY=2FR;COUNT=4', '2026-07-10T10:00:00'), 1, undefined],
  ])('%s', (_, series, byDays, rrule) => {
    const shifted = ruleShifted(series, byDays);
    expect(shifted?.rrule).toBe(rrule);
    if (!shifted) return;
    const days = (one: SeriesRule): string[] => {
      const all = expand(one);
      return all.isGood ? all.occurrences.map(({ day }) => day) : [];
    };
    expect(days(shifted)).toEqual(days(series).map((day) => dayAfter(day, byDays)));
  });

  it('leaves out as many days later what it left out', () => {
    const series = rule('FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-07-07T10:00:00', ['2026-07-14']);
    expect(ruleShifted(series, 2)?.except).toEqual(['2026-07-16']);
  });
});
