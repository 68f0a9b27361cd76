// What became of my registration, in two words.
import { Badge } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { sessions } from './words.js';

const COLOURS: Record<Schema<'Registration'>['state'], string> = {
  confirmed: 'green',
  waitlisted: 'yellow',
  offered: 'green',
  pending: 'yellow',
  cancelled: 'gray',
  expired: 'gray',
  rejected: 'gray',
};

export function MineBadge({
  registration: { state, place },
}: {
  registration: Pick<Schema<'Registration'>, 'state' | 'place'>;
}) {
  const t = useWords(sessions);
  return <Badge color={COLOURS[state]}>{t(`mine.${state}`, { place: place ?? 0 })}</Badge>;
}
