// What became of my registration before: refused or cancelled by staff, with why, or an offer I did not take; and what now.
import { IconInfoCircle } from '@tabler/icons-react';
import { Text } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime } from '../../time/time.js';
import { Say } from './say.js';
import { sessions } from './words.js';

export function LastAnswer({ last: { state, reason, at } }: { last: Schema<'LastAnswer'> }) {
  const t = useWords(sessions);
  const reader = useReader();
  return (
    <Say
      icon={<IconInfoCircle size={28} color="var(--sinau-brand-text)" style={{ flex: 'none' }} aria-hidden />}
      title={t(`last.${state}.title`)}
      text={t(`last.${state}.text`, { when: dayAndTime(at, reader) })}
    >
      {reason !== null && <Text>{t('last.reason', { reason })}</Text>}
    </Say>
  );
}
