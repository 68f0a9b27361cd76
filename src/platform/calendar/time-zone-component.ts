// Describes an IANA zone to a calendar that may not know it: a VTIMEZONE with the changes around some time.

import { DateTime } from 'luxon';

const DAYS_AROUND = 400;
const MOST_KNOWN = 500;
const known = new Map<string, string>();

/**
 * Zones without daylight saving, as Indonesia's, have one part; others one part a change from 400 days before the month
 * of `from` to 400 days after that of `until`. Kept by month: looking at every day of years is slow, and all mails of a
 * session ask the same.
 */
export function timeZoneComponent(zone: string, from: Date, until: Date): string {
  const first = DateTime.fromJSDate(from, { zone }).startOf('month');
  const last = DateTime.fromJSDate(until, { zone }).startOf('month');
  const key = `${zone} ${first.toFormat('yyyy-MM')} ${last.toFormat('yyyy-MM')}`;
  const component = known.get(key) ?? componentOf(zone, first, last);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, component);
  return component;
}

function componentOf(zone: string, first: DateTime, last: DateTime): string {
  const from = first.minus({ days: DAYS_AROUND });
  const until = last.plus({ days: DAYS_AROUND });
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...part(from, from.offset)];
  let day = from;
  while (day < until) {
    const next = day.plus({ days: 1 });
    if (next.offset !== day.offset) lines.push(...part(changeBetween(day, next), day.offset));
    day = next;
  }
  return [...lines, 'END:VTIMEZONE', ''].join('\r\n');
}

/** @param first the first instant of the offset; @param offsetBefore minutes east of UTC until then. */
function part(first: DateTime, offsetBefore: number): string[] {
  const name = first.isInDST ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    // The onset is written in the local time of before the change.
    `DTSTART:${first.toUTC().plus({ minutes: offsetBefore }).toFormat("yyyyMMdd'T'HHmmss")}`,
    `TZOFFSETFROM:${offset(offsetBefore)}`,
    `TZOFFSETTO:${offset(first.offset)}`,
    `END:${name}`,
  ];
}

/** The first minute of the new offset. */
function changeBetween(day: DateTime, next: DateTime): DateTime {
  let minutes = Math.round(next.diff(day, 'minutes').minutes);
  let start = day;
  while (minutes > 1) {
    const half = Math.floor(minutes / 2);
    const middle = start.plus({ minutes: half });
    if (middle.offset === day.offset) {
      start = middle;
      minutes -= half;
    } else {
      minutes = half;
    }
  }
  return start.plus({ minutes: 1 });
}

function offset(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${sign}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
}
