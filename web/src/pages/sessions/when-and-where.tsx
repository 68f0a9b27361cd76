// A session's day, hours and place: in the reader's zone first, then for everybody in the country.
import { Text } from '@mantine/core';
import { IconLanguage, IconMapPin, IconVideo } from '@tabler/icons-react';
import type { Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { allZones, leaf, longDay, timeSpan } from '../../time/time.js';
import classes from './session-page.module.css';
import { sessions } from './words.js';

export function WhenAndWhere({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(sessions);
  const reader = useReader();
  const { startsAt, endsAt, language, delivery, venue } = session;
  const { month, day } = leaf(startsAt, reader);
  return (
    <div style={{ display: 'grid', gap: '0.875rem' }}>
      <div className={classes.row}>
        <span className={classes.leaf} aria-hidden>
          <span className={classes.leafMonth}>{month}</span>
          <span className={classes.leafDay}>{day}</span>
        </span>
        <div>
          <Text fw={700}>{longDay(startsAt, reader)}</Text>
          <Text>
            <time dateTime={startsAt}>{timeSpan(startsAt, endsAt, reader)}</time>
          </Text>
          <Text size="sm" c="dimmed">
            {allZones(startsAt, reader.language)}
          </Text>
        </div>
      </div>
      <div className={classes.row}>
        <span className={classes.tile} aria-hidden>
          {delivery === 'onsite' ? <IconMapPin size={24} stroke={1.6} /> : <IconVideo size={24} stroke={1.6} />}
        </span>
        <div>
          <Text fw={700}>{t(`session.where.${delivery}`)}</Text>
          {venue !== null && <Text style={{ whiteSpace: 'pre-line' }}>{venue}</Text>}
          <Text size="sm" c="dimmed">
            <IconLanguage size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {t(`session.language.${language}`)}
          </Text>
        </div>
      </div>
    </div>
  );
}
