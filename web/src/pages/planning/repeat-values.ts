// How a new session recurs, as its form holds it, and the rule (RFC 5545) that this is.
import type { Weekday } from '../../../../src/contracts/recurrence.js';
import { weekdayOf } from '../../ui/rule-words.js';

export const HOWS = ['weekly', 'monthly-nth', 'monthly-last', 'monthly-date'] as const;
export type How = (typeof HOWS)[number];

export interface RepeatValues {
  isOn: boolean;
  how: How;
  /** Of a week; none: the day of the first session. */
  days: Weekday[];
  end: 'count' | 'until';
  count: number | string;
  /** `2026-12-31` */
  until: string | null;
  except: string[];
  isWhole: boolean;
}

/** The session that recurs: its start on the clock of its zone (`2026-07-03 10:00:00`), and both its instants. */
export interface First {
  wall: string;
  zone: string;
  startsAt: string;
  endsAt: string;
}

export const NO_REPEAT: RepeatValues = {
  ...{ isOn: false, how: 'weekly', days: [], end: 'count', count: 8, until: null, except: [], isWhole: false },
};

/** The ways that a day of a month can recur: the fifth Friday of one is the last, as a rule. */
export function howsFor(day: string): How[] {
  const { nth, isLast } = placeInMonth(day);
  return HOWS.filter((how) => (how === 'monthly-nth' ? nth < 5 : how !== 'monthly-last' || isLast));
}

/** Without its end. @param start `2026-07-03 10:00:00` on the session's clock */
export function recurrenceOf({ how, days }: Pick<RepeatValues, 'how' | 'days'>, start: string): string {
  const weekday = weekdayOf(start);
  switch (how) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${(days.length > 0 ? days : [weekday]).join(',')}`;
    case 'monthly-nth':
      return `FREQ=MONTHLY;BYDAY=${String(placeInMonth(start).nth)}${weekday}`;
    case 'monthly-last':
      return `FREQ=MONTHLY;BYDAY=-1${weekday}`;
    case 'monthly-date':
      return `FREQ=MONTHLY;BYMONTHDAY=${String(Number(start.slice(8, 10)))}`;
  }
}

/** What is not filled in is left for the server to refuse. */
export function rruleOf(values: RepeatValues, start: string): string {
  const until = values.until?.replaceAll('-', '') ?? '';
  const end = values.end === 'count' ? `COUNT=${String(values.count || 0)}` : `UNTIL=${until}`;
  const hasEnd = values.end === 'count' ? Number(values.count) > 0 : until !== '';
  return hasEnd ? `${recurrenceOf(values, start)};${end}` : recurrenceOf(values, start);
}

/** What its dates are asked with; what is left out is left out on screen only, so that it can be taken back. */
export function previewOf(
  values: RepeatValues,
  { wall, zone, startsAt, endsAt }: First,
): { rrule: string; except: string[]; zone: string; startsAt: string; endsAt: string } {
  return { rrule: rruleOf(values, wall), except: [], zone, startsAt, endsAt };
}

function placeInMonth(day: string): { nth: number; isLast: boolean } {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { nth: Math.ceil(date / 7), isLast: date + 7 > length };
}
