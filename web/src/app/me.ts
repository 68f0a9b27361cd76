// Who is reading: signed in or not, in which language and zone.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Schema } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useLanguage } from '../i18n/i18n.js';
import type { Reader } from '../time/time.js';

/** On pages behind the sign-in: the guard has loaded it. */
export function useMe(): Schema<'Me'> {
  return useSuspenseQuery(queries.me()).data;
}

/** The member's own zone; a visitor has the one of their device. */
export function useReader(): Reader {
  const language = useLanguage();
  const { data } = useQuery({ ...queries.me(), enabled: false });
  return { language, zone: data?.member.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone };
}
