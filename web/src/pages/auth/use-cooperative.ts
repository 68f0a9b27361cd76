// The cooperative whose page is open, whether or not anybody is signed in; the app takes on its name and colour.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../../api/queries.js';
import { setBrand } from '../../app/brand.js';
import { hasChosenLanguage, switchLanguage } from '../../i18n/i18n.js';

export function useCooperative(slug: string) {
  const query = useQuery(queries.cooperative(slug));
  const { data } = query;
  useEffect(() => {
    if (!data) return;
    setBrand(data);
    if (!hasChosenLanguage()) switchLanguage(data.language);
  }, [data]);
  return query;
}
