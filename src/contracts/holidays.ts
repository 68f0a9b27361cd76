// The days on which a cooperative's members are away: what they are, and those that are on the same day every year.

import type { Language } from './languages.js';

/** A public holiday; a day of joint leave (cuti bersama) beside one; a day of the cooperative itself. */
export const HOLIDAY_KINDS = ['national', 'joint-leave', 'own'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** `day` as `2026-08-17`, wherever in the country one is. */
export interface Holiday {
  day: string;
  name: string;
  kind: HolidayKind;
}

export const HOLIDAY_LIMITS = { days: 100, name: 120 };

/** The first and last year that a list is kept for: those of every instant that can be planned. */
export const HOLIDAY_YEARS = { first: 2000, last: 2199 };

/** The public holidays whose day the calendar fixes (month and day); all others follow the moon or a yearly decision. */
export const FIXED_HOLIDAYS: readonly { day: string; name: Record<Language, string> }[] = [
  { day: '01-01', name: { id: 'Tahun Baru Masehi', en: 'New Year’s Day' } },
  { day: '05-01', name: { id: 'Hari Buruh Internasional', en: 'Labour Day' } },
  { day: '06-01', name: { id: 'Hari Lahir Pancasila', en: 'Pancasila Day' } },
  { day: '08-17', name: { id: 'Hari Kemerdekaan Republik Indonesia', en: 'Independence Day' } },
  { day: '12-25', name: { id: 'Hari Raya Natal', en: 'Christmas Day' } },
];
