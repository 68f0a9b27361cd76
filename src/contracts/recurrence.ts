// A recurrence rule (RFC 5545 RRULE) as far as sessions recur by one: whole days, and an end.

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** More at once than that is a mistake, or a second series. */
export const MOST_OCCURRENCES = 104;

/** A weekday; `nth` of the month (2: the second; -1: the last), null for every one. */
export interface RuleDay {
  readonly day: Weekday;
  readonly nth: number | null;
}

export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly days: readonly RuleDay[];
  readonly monthDays: readonly number[];
  readonly count: number | null;
  /** `20261231` (that day too) or `20261231T165959Z`. */
  readonly until: string | null;
  /** Parts that are kept as they were written: BYMONTH, BYSETPOS, WKST. */
  readonly others: Readonly<Record<string, string>>;
}

const DAY = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/;
const VALUES: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z)?$/,
  BYDAY: /^[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)){0,20}$/,
  BYMONTHDAY: /^-?[1-9]\d?(,-?[1-9]\d?){0,30}$/,
  BYMONTH: /^\d{1,2}(,\d{1,2}){0,11}$/,
  BYSETPOS: /^-?[1-9]\d?(,-?[1-9]\d?){0,10}$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};
const READ = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY'];

/** The value of an RRULE property (`FREQ=WEEKLY;BYDAY=FR;COUNT=8`); undefined for what is none, or recurs within a day. */
export function readRule(text: string): RecurrenceRule | undefined {
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (rest.length > 0 || parts.has(name) || VALUES[name]?.test(value) !== true) return undefined;
    parts.set(name, value);
  }
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  const count = parts.get('COUNT');
  const until = parts.get('UNTIL');
  if (frequency === undefined || (count !== undefined && until !== undefined)) return undefined;
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: listOf(parts.get('BYDAY')).flatMap(dayOf),
    monthDays: listOf(parts.get('BYMONTHDAY')).map(Number),
    count: count === undefined ? null : Number(count),
    until: until ?? null,
    others: Object.fromEntries([...parts].filter(([name]) => !READ.includes(name))),
  };
}

export function writeRule({ frequency, interval, days, monthDays, count, until, others }: RecurrenceRule): string {
  const parts: [string, string | null][] = [
    ['FREQ', frequency],
    ['INTERVAL', interval === 1 ? null : String(interval)],
    ['BYDAY', days.map(({ day, nth }) => `${nth === null ? '' : String(nth)}${day}`).join(',')],
    ['BYMONTHDAY', monthDays.join(',')],
    ...Object.entries(others),
    ['COUNT', count === null ? null : String(count)],
    ['UNTIL', until],
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join(';');
}

function listOf(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(',');
}

function dayOf(text: string): RuleDay[] {
  const [, nth, name] = DAY.exec(text) ?? [];
  const day = WEEKDAYS.find((one) => one === name);
  return day === undefined ? [] : [{ day, nth: nth === undefined ? null : Number(nth) }];
}
