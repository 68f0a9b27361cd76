// Writes an instant for a reader: in their zone, with its name, and in all three zones of Indonesia.

import { DateTime } from 'luxon';
import type { Language } from '../../contracts/languages.js';

const INDONESIA = [
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
] as const;
const NAMES: Record<string, string> = { ...Object.fromEntries(INDONESIA), 'Asia/Pontianak': 'WIB' };
const LOCALE: Record<Language, string> = { id: 'id', en: 'en-GB' };
const CLOCK_FORMAT: Record<Language, string> = { id: 'HH.mm', en: 'HH:mm' };
const DATE_FORMAT = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "Kamis, 2 Juli 2026, 10.00–11.30 WIB"; an end on another day is written with its day. */
export function spanIn(zone: string, language: Language, startsAt: Date, endsAt: Date): string {
  const start = inZone(startsAt, zone, language);
  const end = inZone(endsAt, zone, language);
  const until = start.hasSame(end, 'day') ? clock(end, language) : `${date(end)}, ${clock(end, language)}`;
  return `${date(start)}, ${clock(start, language)}–${until} ${zoneName(start, zone)}`;
}

/** "Kamis, 2 Juli 2026, 17.00 WIB" */
export function momentIn(zone: string, language: Language, at: Date): string {
  const local = inZone(at, zone, language);
  return `${date(local)}, ${clock(local, language)} ${zoneName(local, zone)}`;
}

/** "23.30 WIB / 00.30 WITA (+1 hari) / 01.30 WIT (+1 hari)": where it is already tomorrow, `plusDay` says so. */
export function acrossIndonesia(at: Date, language: Language, plusDay: string): string {
  const firstDay = inZone(at, INDONESIA[0][0], language).toISODate();
  return INDONESIA.map(([zone, name]) => {
    const local = inZone(at, zone, language);
    return `${clock(local, language)} ${name}${local.toISODate() === firstDay ? '' : ` ${plusDay}`}`;
  }).join(' / ');
}

function inZone(at: Date, zone: string, language: Language): DateTime {
  return DateTime.fromJSDate(at, { zone }).setLocale(LOCALE[language]);
}

function date(at: DateTime): string {
  return at.toLocaleString(DATE_FORMAT);
}

function clock(at: DateTime, language: Language): string {
  return at.toFormat(CLOCK_FORMAT[language]);
}

function zoneName(at: DateTime, zone: string): string {
  return NAMES[zone] ?? `UTC${at.toFormat('Z')}`;
}
