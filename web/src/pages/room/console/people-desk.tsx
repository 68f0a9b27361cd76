// Who is in the room, by name; each may be muted or sent out, with a reason.
import { ActionIcon, Avatar, Menu, Text, Title } from '@mantine/core';
import { IconDotsVertical, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schema } from '../../../api/client.js';
import { queries } from '../../../api/queries.js';
import { useReader } from '../../../app/me.js';
import { useWords } from '../../../i18n/i18n.js';
import { clockTime } from '../../../time/time.js';
import { MoreButton } from '../../../ui/more-button.js';
import { Empty, Failed, Loading } from '../../../ui/states.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import { HandsList } from './hands-list.js';
import { HeldList } from './held-list.js';
import type { Hold } from './hold-window.js';
import { console as words } from './words.js';

const REFRESH_MS = 10_000;

interface PeopleDeskProps {
  session: Schema<'SessionDetail'>;
  room: Room;
  /** Whether this reader may mute and remove. */
  mayModerate: boolean;
  onHold: (hold: Hold) => void;
}

export function PeopleDesk({ session, room, mayModerate, onHold }: PeopleDeskProps) {
  const t = useWords(words);
  // Changes the moment somebody comes or goes; the names follow.
  const { count } = room.state;
  const query = useInfiniteQuery({ ...queries.peopleHere(session.id), refetchInterval: REFRESH_MS });
  const { refetch } = query;
  useEffect(() => {
    void refetch();
  }, [count, refetch]);
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const guests = query.data?.pages[0]?.guests ?? [];
  const staff = new Set(session.facilitators.map(({ memberId }) => memberId));
  return (
    <section className={classes.desk} aria-labelledby="di-ruang">
      <HandsList room={room} sessionId={session.id} mayLower={mayModerate} />
      <Title id="di-ruang" order={2} size="h3" mb="xs">
        {t('people.title', { count })}
      </Title>
      {query.isPending && <Loading rows={4} height={48} />}
      {query.isError && people.length === 0 && <Failed error={query.error} onRetry={() => void refetch()} />}
      {query.isSuccess && people.length === 0 && <Empty icon={<IconUsersGroup size={28} />} title={t('people.none')} />}
      <ul className={classes.plain}>
        {guests.map(({ guestId, name }) => (
          <li key={guestId} className={classes.person}>
            <Avatar name={name} color="brand" size={36} alt="" />
            <div className={classes.personText}>
              <Text fw={600} size="sm">
                {name}
              </Text>
              <Text size="sm" c="dimmed">
                {t('people.guest')}
              </Text>
            </div>
          </li>
        ))}
        {people.map((person) => (
          <Person
            key={person.memberId}
            person={person}
            isStaff={staff.has(person.memberId)}
            onHold={mayModerate ? onHold : undefined}
          />
        ))}
      </ul>
      <MoreButton query={query} />
      {mayModerate && <HeldList sessionId={session.id} onHold={onHold} />}
    </section>
  );
}

interface PersonProps {
  person: Schema<'PersonHere'>;
  isStaff: boolean;
  onHold: ((hold: Hold) => void) | undefined;
}

function Person({ person, isStaff, onHold }: PersonProps) {
  const t = useWords(words);
  const reader = useReader();
  const { memberId, name, unit, since, devices } = person;
  const facts = [
    isStaff ? t('people.staff') : undefined,
    unit,
    t('people.since', { time: clockTime(since, reader) }),
    devices > 1 ? t('people.devices', { count: devices }) : undefined,
  ];
  const hold = (kind: Hold['kind']) => {
    onHold?.({ kind, isUndone: false, person: { memberId, name } });
  };
  return (
    <li className={classes.person}>
      <Avatar name={name} color="brand" size={36} alt="" />
      <div className={classes.personText}>
        <Text fw={600} size="sm">
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      {!isStaff && onHold && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('people.tools', { name })}>
              <IconDotsVertical size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              mih={44}
              onClick={() => {
                hold('mute');
              }}
            >
              {t('hold.mute')}
            </Menu.Item>
            <Menu.Item
              mih={44}
              onClick={() => {
                hold('remove');
              }}
            >
              {t('hold.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
