// Instants as a reader understands them: in their zone, with the zone's name, in their language's format.
import type { Language } from '../../../src/contracts/languages.js';

export interface Reader {
  language: Language;
  /** IANA */
  zone: string;
}

const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
// What people here call their zones; elsewhere the browser knows a name.
const ZONE_NAMES: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
export const INDONESIAN_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${reader.language} ${reader.zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[reader.language], { timeZone: reader.zone, ...options });
  formats.set(key, made);
  return made;
}

/** "WITA" for Asia/Makassar; "GMT+9" where nobody has a name for it. */
export function zoneName(zone: string, at: string): string {
  const known = ZONE_NAMES[zone];
  if (known) return known;
  const parts = format({ language: 'en', zone }, { timeZoneName: 'short' }).formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** "14.00" */
export function clockTime(at: string, reader: Reader): string {
  return format(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
}

/** "14.00 WITA" */
export function timeInZone(at: string, reader: Reader): string {
  return `${clockTime(at, reader)} ${zoneName(reader.zone, at)}`;
}

/** "14.00–15.30 WITA" */
export function timeSpan(from: string, to: string, reader: Reader): string {
  return `${clockTime(from, reader)}–${timeInZone(to, reader)}`;
}

/** "Jumat, 3 Juli 2026" */
export function longDay(at: string, reader: Reader): string {
  return format(reader, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
}

/** "Jum, 3 Jul" */
export function shortDay(at: string, reader: Reader): string {
  return format(reader, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at));
}

/** "3 Jul 2026" */
export function mediumDay(at: string, reader: Reader): string {
  return format(reader, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
}

/** "3 Juli", "Jumat": the two lines beside a day's sessions. */
export function dayAndMonth(at: string, reader: Reader): string {
  return format(reader, { day: 'numeric', month: 'long' }).format(new Date(at));
}

export function weekday(at: string, reader: Reader): string {
  return format(reader, { weekday: 'long' }).format(new Date(at));
}

/** The parts of a calendar leaf: "Jul" and "3". */
export function leaf(at: string, reader: Reader): { month: string; day: string } {
  const date = new Date(at);
  return {
    month: format(reader, { month: 'short' }).format(date),
    day: format(reader, { day: 'numeric' }).format(date),
  };
}

/** "3 Jul 2026, 14.00 WITA" */
export function dayAndTime(at: string, reader: Reader): string {
  return `${mediumDay(at, reader)}, ${timeInZone(at, reader)}`;
}

/** The same instant for everybody: "13.00 WIB / 14.00 WITA / 15.00 WIT". */
export function allZones(at: string, language: Language): string {
  return INDONESIAN_ZONES.map((zone) => timeInZone(at, { language, zone })).join(' / ');
}

/** A key that is equal for two instants of one day in the reader's zone ("2026-07-03"). */
export function dayKey(at: string | Date, zone: string): string {
  return format({ language: 'en', zone }, { year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(new Date(at))
    .split('/')
    .reverse()
    .join('-');
}

/** How many calendar days `at` is from today, in the reader's zone: 0 is today, 1 tomorrow. */
export function daysFrom(now: Date, at: string, zone: string): number {
  return Math.round((Date.parse(dayKey(at, zone)) - Date.parse(dayKey(now, zone))) / DAY);
}

/** "dalam 12 menit", "3 jam yang lalu" */
export function fromNow(at: string, now: Date, language: Language): string {
  const difference = new Date(at).getTime() - now.getTime();
  const relative = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' });
  const size = Math.abs(difference);
  if (size < HOUR) return relative.format(Math.round(difference / MINUTE), 'minute');
  if (size < DAY) return relative.format(Math.round(difference / HOUR), 'hour');
  return relative.format(Math.round(difference / DAY), 'day');
}

/** "01:21:40", for a clock that runs. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Minutes as hours with one decimal, in the language's format: "6,5". */
export function hours(minutes: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(minutes / 60);
}

/** "42%", of 0.42. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent' }).format(share);
}

export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}
