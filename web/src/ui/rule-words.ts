// How a series recurs, in words: "Setiap Jumat, 8 kali".
import { readRule, WEEKDAYS, type RecurrenceRule, type Weekday } from '../../../src/contracts/recurrence.js';
import type { Language } from '../../../src/contracts/languages.js';
import { webSeriesWords } from '../../../src/contracts/words/web-series.js';
import { area, useLanguage, useWords } from '../i18n/i18n.js';

export const series = area('series', webSeriesWords);

type SeriesT = ReturnType<typeof useWords<keyof (typeof webSeriesWords)['id']>>;

interface Rule {
  rrule: string;
  zone: string;
  /** `2026-07-03T10:00:00` */
  firstStart: string;
}

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;

/** In the reader's language; a rule without an end is told without one. */
export function useRuleWords(): (rule: Rule) => string {
  const t = useWords(series);
  const language = useLanguage();
  return (rule) => inWords(rule, t, language);
}

/** "Senin"; the first of 2024 was one. */
export function weekdayName(day: Weekday, language: Language): string {
  const at = new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)));
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(at);
}

/** The weekday of a `2026-07-03…`. */
export function weekdayOf(day: string): Weekday {
  const fromSunday = new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(fromSunday + 6) % 7] ?? 'MO';
}

function inWords({ rrule, zone, firstStart }: Rule, t: SeriesT, language: Language): string {
  const rule = readRule(rrule);
  if (!rule) return t('rule.other');
  const words = whenOf(rule, firstStart, t, language);
  if (rule.count !== null) return t('rule.count', { rule: words, count: rule.count });
  return rule.until === null ? words : t('rule.until', { rule: words, day: lastDay(rule.until, zone, language) });
}

function whenOf(rule: RecurrenceRule, firstStart: string, t: SeriesT, language: Language): string {
  const { interval, days, monthDays, others } = rule;
  if (Object.keys(others).some((part) => part !== 'WKST')) return t('rule.other');
  switch (rule.frequency) {
    case 'DAILY':
      return t('rule.daily', { interval });
    case 'WEEKLY': {
      const names = (days.length > 0 ? days.map(({ day }) => day) : [weekdayOf(firstStart)]).map((day) =>
        weekdayName(day, language),
      );
      return t('rule.weekly', { interval, days: listOf(names, language) });
    }
    case 'MONTHLY': {
      const parts = days.map(({ day, nth }) => nthOf(weekdayName(day, language), nth, t));
      const dates = monthDays.length + days.length > 0 ? monthDays : [Number(firstStart.slice(8, 10))];
      const all = [...parts, ...dates.map((date) => (date === -1 ? t('rule.last-date') : t('rule.date', { date })))];
      return t('rule.monthly', { interval, days: listOf(all, language) });
    }
    case 'YEARLY':
      return t('rule.yearly', { interval });
  }
}

function nthOf(day: string, nth: number | null, t: SeriesT): string {
  if (nth === null) return day;
  if (nth === -1) return t('rule.last', { day });
  return nth > 0 ? t('rule.nth', { day, nth }) : t('rule.nth-last', { day, nth: -nth });
}

/** "a, b dan c"; as a disjunction "a, b atau c". */
export function listOf(
  names: string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(LOCALES[language], { type }).format(names);
}

/** @param until `20261231`, or `20261231T165959Z` as the day it is in the zone */
function lastDay(until: string, zone: string, language: Language): string {
  const [year, month, day] = [until.slice(0, 4), until.slice(4, 6), until.slice(6, 8)];
  const clock = until.endsWith('Z')
    ? `${until.slice(9, 11)}:${until.slice(11, 13)}:${until.slice(13, 15)}`
    : '12:00:00';
  const timeZone = until.endsWith('Z') ? zone : 'UTC';
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(
    new Date(`${year}-${month}-${day}T${clock}Z`),
  );
}
