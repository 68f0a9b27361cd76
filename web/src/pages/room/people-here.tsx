// Who is in the room, by name: for staff only.
import { Avatar, Text, Title } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { clockTime } from '../../time/time.js';
import { MoreButton } from '../../ui/more-button.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import classes from './room.module.css';
import { room as words } from './words.js';

const REFRESH_MS = 10_000;

/** @param count changes the moment somebody comes or goes; the names follow. */
export function PeopleHere({ sessionId, count }: { sessionId: string; count: number }) {
  const t = useWords(words);
  const reader = useReader();
  const query = useInfiniteQuery({ ...queries.peopleHere(sessionId), refetchInterval: REFRESH_MS });
  const { refetch } = query;
  useEffect(() => {
    void refetch();
  }, [count, refetch]);
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={classes.people} aria-label={t('console.people')}>
      <Title order={2} size="h3" mb="xs">
        {t('console.people')}
      </Title>
      {query.isPending && <Loading rows={4} height={48} />}
      {query.isError && people.length === 0 && <Failed error={query.error} onRetry={() => void refetch()} />}
      {query.isSuccess && people.length === 0 && (
        <Empty icon={<IconUsersGroup size={28} />} title={t('console.people.empty')} />
      )}
      <ul className={classes.plain}>
        {people.map(({ memberId, name, unit, since, devices }) => (
          <li key={memberId} className={classes.person}>
            <Avatar name={name} color="brand" size={36} alt="" />
            <div>
              <Text fw={600} size="sm">
                {name}
              </Text>
              <Text size="sm" c="dimmed">
                {[
                  unit,
                  t('console.people.since', { time: clockTime(since, reader) }),
                  devices > 1 ? t('console.people.devices', { count: devices }) : undefined,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </section>
  );
}
