// The sessions that I run, each with the way to where I run it. Nothing where I run none.
import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { shortDay, timeSpan } from '../../time/time.js';
import { Tag } from '../../ui/tag.js';
import { answers } from '../answers/words.js';
import { sessions } from '../sessions/words.js';
import classes from './duties.module.css';

/** A phone's worth; all of them are in the planning. */
const SHOWN = 4;

export function Duties() {
  const t = useWords(sessions);
  const left = useWords(answers);
  const reader = useReader();
  const duties = (useQuery(queries.myDuties()).data ?? []).slice(0, SHOWN);
  if (duties.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('home.duties')}
      </Title>
      <Stack gap="sm">
        {duties.map(({ sessionId, title, startsAt, endsAt, role, state }) => (
          <Link
            key={sessionId}
            className={classes.duty}
            to={role === 'speaker' ? '/sesi/$id' : '/sesi/$id/konsol'}
            params={{ id: sessionId }}
          >
            <span>
              <Text component="span" display="block" fw={600}>
                {title}
              </Text>
              <Text component="span" display="block" size="sm" c="dimmed">
                {shortDay(startsAt, reader)} · {timeSpan(startsAt, endsAt, reader)}
              </Text>
            </span>
            <Tag tone={state === 'live' ? 'good' : 'plain'}>
              {state === 'live' ? t('home.now') : t(`staff.${role}`)}
            </Tag>
          </Link>
        ))}
      </Stack>
      <Button component={Link} to="/kelola/pertanyaan" variant="subtle" mt="xs">
        {left('left.title')}
      </Button>
    </section>
  );
}
