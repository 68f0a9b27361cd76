// Hours at which some members cannot come. The editor says so and forbids nothing.
import { INDONESIAN_ZONES, zoneName } from '../../time/time.js';

type Warning = { word: 'edit.warn.friday' | 'edit.warn.early' | 'edit.warn.late'; zone: string };

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
