// What the editor says against a time: hours at which some members cannot come, and days on which many are away.
import { useQueries } from '@tanstack/react-query';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { holidays as holidayWords } from '../../ui/holiday-words.js';
import { holidaysDuring, warningsFor, yearsOf } from './when-warnings.js';
import { staff } from './words.js';

/** @param startsAt ISO 8601; @param endsAt ISO 8601; @returns sentences, none where all is well */
export function useWarnings(startsAt: string, endsAt: string): string[] {
  const t = useWords(staff);
  const words = useWords(holidayWords);
  const days = useQueries({
    queries: yearsOf(startsAt, endsAt).map((year) => staffQueries.holidays(year)),
    combine: (years) => years.flatMap(({ data }) => data?.days ?? []),
  });
  return [
    ...holidaysDuring(startsAt, endsAt, days).map(({ name, kind, zones }) => {
      const said = { name, kind: words(`warn.${kind}`) };
      return zones === 'all' ? words('warn', said) : words('warn.zones', { ...said, zones: zones.join(', ') });
    }),
    ...warningsFor(startsAt, endsAt).map(({ word, zone }) => t(word, { zone })),
  ];
}
