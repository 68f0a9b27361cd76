// Hours at which some members cannot come, and days on which many are away. The editor says so and forbids nothing.
import type { Holiday } from '../../../../src/contracts/holidays.js';
import { dayKey, INDONESIAN_ZONES, zoneName } from '../../time/time.js';

type Warning = { word: 'edit.warn.friday' | 'edit.warn.early' | 'edit.warn.late'; zone: string };

type HolidayWarning = Pick<Holiday, 'name' | 'kind'> & { zones: 'all' | string[] };

const EARLY = 7 * 60;
const LATE = 21 * 60;
const PRAYER = { from: 11 * 60 + 30, to: 13 * 60 + 15 };

/** @param startsAt ISO 8601; @param endsAt ISO 8601 */
export function warningsFor(startsAt: string, endsAt: string): Warning[] {
  return INDONESIAN_ZONES.flatMap((zone) => {
    const start = wallClock(startsAt, zone);
    const end = wallClock(endsAt, zone);
    const name = zoneName(zone, startsAt);
    const found: Warning[] = [];
    const isSameDay = start.day === end.day;
    if (start.day === 'Fri' && start.minutes < PRAYER.to && (!isSameDay || end.minutes > PRAYER.from)) {
      found.push({ word: 'edit.warn.friday', zone: name });
    }
    if (start.minutes < EARLY) found.push({ word: 'edit.warn.early', zone: name });
    if (!isSameDay || end.minutes > LATE) found.push({ word: 'edit.warn.late', zone: name });
    return found;
  });
}

/** The listed days that a session touches, and in which zones: near midnight it is not the same day everywhere. */
export function holidaysDuring(startsAt: string, endsAt: string, days: readonly Holiday[]): HolidayWarning[] {
  return days.flatMap(({ day, name, kind }): HolidayWarning[] => {
    const zones = INDONESIAN_ZONES.filter((zone) => isOn(day, startsAt, endsAt, zone));
    if (zones.length === 0) return [];
    const isAll = zones.length === INDONESIAN_ZONES.length;
    return [{ name, kind, zones: isAll ? 'all' : zones.map((zone) => zoneName(zone, startsAt)) }];
  });
}

/** The years that a session is in, in whichever zone. */
export function yearsOf(startsAt: string, endsAt: string): number[] {
  const days = INDONESIAN_ZONES.flatMap((zone) => [dayKey(startsAt, zone), dayKey(endsAt, zone)]);
  return [...new Set(days.map((day) => Number(day.slice(0, 4))))];
}

/** One that ends at midnight is not on the next day. */
function isOn(day: string, startsAt: string, endsAt: string, zone: string): boolean {
  const lastMoment = new Date(Math.max(Date.parse(startsAt), Date.parse(endsAt) - 1));
  return dayKey(startsAt, zone) <= day && day <= dayKey(lastMoment, zone);
}

function wallClock(at: string, zone: string): { day: string; minutes: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: part('weekday'), minutes: Number(part('hour')) * 60 + Number(part('minute')) };
}
