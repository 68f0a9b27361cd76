// Who leads a session.
import { Avatar, Text } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import classes from './session-page.module.css';
import { sessions } from './words.js';

export function People({ people }: { people: readonly Schema<'Facilitator'>[] }) {
  const t = useWords(sessions);
  if (people.length === 0) return <Text c="dimmed">{t('session.no-people')}</Text>;
  return (
    <ul className={classes.people}>
      {people.map(({ memberId, name, role }) => (
        <li key={memberId} className={classes.row}>
          <Avatar name={name} color="brand" size={40} alt="" />
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {t(`staff.${role}`)}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
