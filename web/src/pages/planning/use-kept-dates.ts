// The dates that a rule makes which is not saved yet, but those that were left out.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { staffQueries } from '../../api/staff-queries.js';
import { previewOf, type First, type RepeatValues } from './repeat-values.js';

const NONE: { startsAt: string; endsAt: string }[] = [];

/** The same list for as long as it says the same. @param first undefined until both its times are chosen. */
export function useKeptDates(repeat: RepeatValues, first: First | undefined): { startsAt: string; endsAt: string }[] {
  const isAsked = repeat.isOn && first !== undefined;
  const preview = useQuery({
    ...staffQueries.seriesPreview(previewOf(repeat, first ?? NOWHERE)),
    enabled: isAsked,
  });
  const dates = isAsked ? preview.data?.dates : undefined;
  const { except } = repeat;
  return useMemo(
    () =>
      dates?.filter(({ day }) => !except.includes(day)).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) ?? NONE,
    [dates, except],
  );
}

const NOWHERE: First = { wall: '', zone: '', startsAt: '', endsAt: '' };
