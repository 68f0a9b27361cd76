// Why a seat came to the reader: by which order of the queue, and what it saw.
import { Text } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { hours } from '../../time/time.js';
import { sessions } from './words.js';

export function WhyNext({ promotion }: { promotion: Schema<'Promotion'> }) {
  const t = useWords(sessions);
  const { language } = useReader();
  const { policy, rank, of, place, minutes, isWithinQuota } = promotion;
  return (
    <Text size="sm" c="dimmed">
      {t(`why.${policy}`, {
        ...{ rank, of, place },
        hours: hours(minutes ?? 0, language),
        quota: isWithinQuota === null ? 'released' : isWithinQuota ? 'left' : 'used',
      })}
    </Text>
  );
}
