// Who is in the room, by name; each may be muted or sent out, with a reason.
import { ActionIcon, Avatar, Menu, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue, useThrottledValue } from '@mantine/hooks';
import { IconDotsVertical, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
/** Of many pages each is asked for anew: then less often, and not because one came or went. */
const LONG_REFRESH_MS = 60_000;
const FEW_PAGES = 3;
/** In a full room somebody comes or goes at every moment. */
const CHANGE_MS = 5_000;
const TYPING_MS = 300;

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
  const changed = useThrottledValue(count, CHANGE_MS);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), TYPING_MS);
  const query = useInfiniteQuery({
    ...queries.peopleHere(session.id, q),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= FEW_PAGES ? REFRESH_MS : LONG_REFRESH_MS),
  });
  const { refetch } = query;
  const isShort = (query.data?.pages.length ?? 0) <= FEW_PAGES;
  useEffect(() => {
    if (isShort) void refetch();
  }, [changed, isShort, refetch]);
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const guests = (query.data?.pages[0]?.guests ?? []).filter(({ name }) => isNamed(name, q));
  const staff = new Set(session.facilitators.map(({ memberId }) => memberId));
  return (
    <section className={classes.desk} aria-labelledby="di-ruang">
      <HandsList room={room} sessionId={session.id} mayLower={mayModerate} />
      <Title id="di-ruang" order={2} size="h3" mb="xs">
        {t('people.title', { count })}
      </Title>
      {query.isPending && <Loading rows={4} height={48} />}
      {query.isError && people.length === 0 && <Failed error={query.error} onRetry={() => void refetch()} />}
      <TextInput
        type="search"
        mb="xs"
        aria-label={t('people.find')}
        placeholder={t('people.find')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      {query.isSuccess && people.length + guests.length === 0 && (
        <Empty icon={<IconUsersGroup size={28} />} title={t(q === '' ? 'people.none' : 'people.none-found')} />
      )}
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

/** A guest has no number, and is found here by their name alone. */
function isNamed(name: string, q: string): boolean {
  return name.toLocaleLowerCase().includes(q.toLocaleLowerCase());
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
