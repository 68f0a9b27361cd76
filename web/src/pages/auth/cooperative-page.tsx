// A cooperative's public page: who they are, what is coming up, and the way in.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { queries } from '../../api/queries.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Pages } from '../../ui/pages.js';
import { Empty, Loaded, Loading } from '../../ui/states.js';
import { Timeline } from '../sessions/timeline.js';
import classes from './auth.module.css';
import { useCooperative } from './use-cooperative.js';
import { auth } from './words.js';

export function CooperativePage() {
  const t = useWords(auth);
  const words = useWords(common);
  const { slug } = useParams({ from: '/open/k/$slug' });
  const cooperative = useCooperative(slug);
  const sessions = useInfiniteQuery(queries.publicSessions(slug));
  usePageTitle(t('public.sessions'));
  return (
    <Loaded query={cooperative} skeleton={<Loading rows={4} />}>
      {({ name }) => (
        <Stack gap="xl" pt={{ base: 'md', sm: 40 }}>
          <Group gap="lg" align="center">
            <span className={classes.crest} aria-hidden>
              {name.replace(/^koperasi\s+/i, '').charAt(0)}
            </span>
            <div style={{ flex: 1, minWidth: 220 }}>
              <Title order={1}>{name}</Title>
              <Text c="dimmed">{t('public.lead')}</Text>
            </div>
            <Button component={Link} to={`/k/${slug}/masuk`} size="md">
              {words('act.sign-in')}
            </Button>
          </Group>
          <section aria-labelledby="jadwal">
            <Title order={2} id="jadwal" mb="md">
              {t('public.sessions')}
            </Title>
            <Pages query={sessions}>
              {(items) =>
                items.length === 0 ? (
                  <Empty icon={<IconCalendarOff size={30} />} title={t('public.empty')} text={t('public.empty.text')} />
                ) : (
                  <Timeline sessions={items} isPublic />
                )
              }
            </Pages>
          </section>
        </Stack>
      )}
    </Loaded>
  );
}
