// On which days a series recurs, and what becomes of its rule when it is cut in two. On the clock of its zone: 10.00 stays
// 10.00, whatever the clock does in between.

import { DateTime } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import type { FieldFault } from '../contracts/error-codes.js';
import { MOST_OCCURRENCES, readRule, WEEKDAYS, writeRule, type Weekday } from '../contracts/recurrence.js';

export interface SeriesRule {
  /** The value of an RRULE, with COUNT or UNTIL. */
  readonly rrule: string;
  /** IANA */
  readonly zone: string;
  /** The clock in the zone when it begins: `2026-07-03T10:00:00`. It recurs first then, or at the first day after it that fits. */
  readonly firstStart: string;
  /** Days in the zone that it leaves out: `2026-07-10`. */
  readonly except: string[];
}

export interface Occurrence {
  /** In the series' zone. */
  readonly day: string;
  readonly startsAt: Date;
  readonly isLeftOut: boolean;
}

export type Expansion =
  | { readonly isGood: true; readonly occurrences: readonly Occurrence[] }
  | { readonly isGood: false; readonly faults: readonly FieldFault[] };

const CLOCK = "yyyy-MM-dd'T'HH:mm:ss";
const UTC = "yyyyMMdd'T'HHmmss'Z'";
const LAST_YEAR = 2199;

/** All days of a rule, those left out too. A start that the clock skips (summer time) is no day of it, as RFC 5545 has it. */
export function expand({ rrule, zone, firstStart, except }: SeriesRule): Expansion {
  const rule = readRule(rrule);
  if (rule === undefined) return faulty({ path: 'rrule', rule: 'format' });
  if (rule.count === null && rule.until === null) return faulty({ path: 'rrule', rule: 'endless' });
  if ((rule.count ?? 0) > MOST_OCCURRENCES) return tooMany();
  const starts = startsOf(rrule, zone, firstStart);
  if (starts === undefined) return faulty({ path: 'rrule', rule: 'format' });
  if (starts.length > MOST_OCCURRENCES) return tooMany();
  const occurrences = starts.map((startsAt): Occurrence => {
    const day = dayIn(zone, startsAt);
    return { day, startsAt, isLeftOut: except.includes(day) };
  });
  if (occurrences.every(({ isLeftOut }) => isLeftOut)) return faulty({ path: 'rrule', rule: 'no-dates' });
  return { isGood: true, occurrences };
}

/** `2026-07-03T10:00:00` on the zone's clock. */
export function clockIn(zone: string, at: Date): string {
  return DateTime.fromJSDate(at, { zone }).toFormat(CLOCK);
}

export function dayIn(zone: string, at: Date): string {
  return clockIn(zone, at).slice(0, 10);
}

/** The instant of that day at which the zone's clock shows what it shows at `like`; one that it skips is the next it shows. */
export function sameClock(zone: string, day: string, like: Date): Date {
  return DateTime.fromISO(day + clockIn(zone, like).slice(10), { zone }).toJSDate();
}

/** The rule as it was until before that day. */
export function ruleBefore(series: SeriesRule, day: string): SeriesRule {
  const rule = readRule(series.rrule);
  if (rule === undefined) throw new Error('A series has a rule that can be read');
  const until = DateTime.fromISO(day, { zone: series.zone }).minus({ seconds: 1 }).toUTC().toFormat(UTC);
  return {
    ...series,
    rrule: writeRule({ ...rule, count: null, until }),
    except: series.except.filter((one) => one < day),
  };
}

/** The rule from that day on, which it recurs at; the days before it no longer count. */
export function ruleFrom(series: SeriesRule, day: string): SeriesRule {
  const rule = readRule(series.rrule);
  const all = expand(series);
  if (rule === undefined || !all.isGood) throw new Error('A series has a rule that can be read');
  const before = all.occurrences.filter((one) => one.day < day).length;
  const count = rule.count === null ? null : rule.count - before;
  return {
    ...series,
    firstStart: day + series.firstStart.slice(10),
    rrule: writeRule({ ...rule, count }),
    except: series.except.filter((one) => one >= day),
  };
}

/** The rule going on, and the dates that come of it. */
export type Lengthened =
  | { readonly isGood: true; readonly rrule: string; readonly starts: readonly Date[] }
  | { readonly isGood: false; readonly faults: readonly FieldFault[] };

/** So many times more, or until that day of the zone. One that ended by a day goes on from its last date all the same. */
export function lengthen(
  series: SeriesRule,
  { more, until }: { more?: number | undefined; until?: string | undefined },
): Lengthened {
  const rule = readRule(series.rrule);
  const before = expand(series);
  if (rule === undefined || !before.isGood) throw new Error('A series has a rule that can be read');
  const path = until === undefined ? 'more' : 'until';
  const end =
    until === undefined
      ? { count: before.occurrences.length + (more ?? 0), until: null }
      : { count: null, until: endOfDay(series.zone, until.replaceAll('-', '')) };
  const rrule = writeRule({ ...rule, ...end });
  const after = expand({ ...series, rrule });
  if (!after.isGood) return { isGood: false, faults: after.faults.map((fault) => ({ ...fault, path })) };
  const last = before.occurrences.at(-1)?.startsAt ?? new Date(0);
  const starts = after.occurrences.flatMap(({ startsAt, isLeftOut }) =>
    startsAt > last && !isLeftOut ? [startsAt] : [],
  );
  if (starts.length === 0) return { isGood: false, faults: [{ path, rule: 'no-dates' }] };
  return { isGood: true, rrule, starts };
}

/** A day so many days later, or earlier. */
export function dayAfter(day: string, byDays: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: byDays }).toFormat('yyyy-MM-dd');
}

/**
 * The rule with all its days so many days later. Undefined where no rule says that: the second Friday of a month is no
 * fixed number of days away from its second Sunday, and a fortnight's Sunday and Monday may part at the week's end.
 */
export function ruleShifted(series: SeriesRule, byDays: number): SeriesRule | undefined {
  if (byDays === 0) return series;
  const rule = readRule(series.rrule);
  if (rule === undefined) throw new Error('A series has a rule that can be read');
  const { frequency, days, until, monthDays, others } = rule;
  const isByDay = (frequency === 'WEEKLY' || frequency === 'DAILY') && monthDays.length === 0;
  if (!isByDay || Object.keys(others).some((part) => part !== 'WKST')) return undefined;
  const shifted = {
    ...series,
    firstStart: dayAfter(series.firstStart.slice(0, 10), byDays) + series.firstStart.slice(10),
    except: series.except.map((day) => dayAfter(day, byDays)),
    rrule: writeRule({
      ...rule,
      days: days.map(({ day, nth }) => ({ nth, day: weekdayAfter(day, byDays) })),
      until: until === null ? null : endOfDay(series.zone, until, byDays),
    }),
  };
  return datesOf(shifted).join() === datesOf(series, byDays).join() ? shifted : undefined;
}

/** Its days, each so many days later. */
function datesOf(series: SeriesRule, byDays = 0): string[] {
  const all = expand(series);
  return all.isGood ? all.occurrences.map(({ day }) => dayAfter(day, byDays)) : [];
}

function weekdayAfter(day: Weekday, byDays: number): Weekday {
  const at = (WEEKDAYS.indexOf(day) + byDays) % WEEKDAYS.length;
  return WEEKDAYS.at(at) ?? day;
}

/** The same days at another time of the day. */
export function ruleAt(series: SeriesRule, clock: string): SeriesRule {
  const rule = readRule(series.rrule);
  if (rule === undefined) throw new Error('A series has a rule that can be read');
  // The end of the last day, so that a later hour of it is still within.
  const until = rule.until === null ? null : endOfDay(series.zone, rule.until);
  return { ...series, firstStart: series.firstStart.slice(0, 10) + clock, rrule: writeRule({ ...rule, until }) };
}

/** What does not fit the calendar (BYMONTHDAY=30 in February) is found by the library only when it looks. */
function startsOf(rrule: string, zone: string, firstStart: string): Date[] | undefined {
  const first = firstStart.replaceAll(/[-:]/g, '');
  try {
    const rule = new RRuleTemporal({
      rruleString: `DTSTART;TZID=${zone}:${first}\nRRULE:${rrule}`,
      maxIterations: 5_000,
    });
    const starts = rule.all((_, index) => index <= MOST_OCCURRENCES).map((one) => new Date(one.epochMilliseconds));
    return starts.some((at) => at.getUTCFullYear() > LAST_YEAR) ? undefined : starts;
  } catch {
    return undefined;
  }
}

function endOfDay(zone: string, until: string, plusDays = 0): string {
  const at = until.endsWith('Z')
    ? DateTime.fromFormat(until, UTC, { zone: 'utc' }).setZone(zone)
    : DateTime.fromFormat(until, 'yyyyMMdd', { zone });
  return at.plus({ days: plusDays }).endOf('day').startOf('second').toUTC().toFormat(UTC);
}

function faulty(fault: FieldFault): Expansion {
  return { isGood: false, faults: [fault] };
}

function tooMany(): Expansion {
  return faulty({ path: 'rrule', rule: 'too-many-dates', limit: MOST_OCCURRENCES });
}
