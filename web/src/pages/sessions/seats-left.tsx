// How many seats are left, where they are counted.

import { useWords } from '../../i18n/i18n.js';
import { sessions } from './words.js';
import { Tag } from '../../ui/tag.js';

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
  if (seatsLeft === null) return <Tag>{t('seats.free')}</Tag>;
  if (seatsLeft <= 0) return <Tag tone="wait">{t('seats.full')}</Tag>;
  return <Tag tone={seatsLeft <= FEW ? 'wait' : 'brand'}>{t('seats.left', { count: seatsLeft })}</Tag>;
}
