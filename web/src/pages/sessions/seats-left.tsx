// How many seats are left, where they are counted.
import { Badge } from '@mantine/core';
import { useWords } from '../../i18n/i18n.js';
import { sessions } from './words.js';

interface Seats {
  state: string;
  /** Null: unlimited. Undefined: not known here. */
  seatsLeft?: number | null;
}

/** At this many or fewer, the number is a reason to decide. */
const FEW = 10;

export function SeatsLeft({ session: { state, seatsLeft } }: { session: Seats }) {
  const t = useWords(sessions);
  if (seatsLeft === undefined || (state !== 'published' && state !== 'live')) return null;
  if (seatsLeft === null) return <Badge color="gray">{t('seats.free')}</Badge>;
  if (seatsLeft <= 0) return <Badge color="yellow">{t('seats.full')}</Badge>;
  return <Badge color={seatsLeft <= FEW ? 'orange' : 'brand'}>{t('seats.left', { count: seatsLeft })}</Badge>;
}
