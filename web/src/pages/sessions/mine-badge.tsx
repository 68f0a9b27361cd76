// What became of my registration, in two words.

import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { sessions } from './words.js';
import { Tag, type Tone } from '../../ui/tag.js';

const TONES: Record<Schema<'Registration'>['state'], Tone> = {
  confirmed: 'good',
  waitlisted: 'wait',
  offered: 'good',
  pending: 'wait',
  cancelled: 'plain',
  expired: 'plain',
  rejected: 'plain',
};

export function MineBadge({
  registration: { state, place },
}: {
  registration: Pick<Schema<'Registration'>, 'state' | 'place'>;
}) {
  const t = useWords(sessions);
  return <Tag tone={TONES[state]}>{t(`mine.${state}`, { place: place ?? 0 })}</Tag>;
}
