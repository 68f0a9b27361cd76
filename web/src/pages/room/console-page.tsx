// The facilitator's console: start and end, the clock, the chat and who is here; one screen on a laptop, tabs on a phone.
import { ActionIcon, Button, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Loaded, Loading } from '../../ui/states.js';
import { Chat } from './chat.js';
import { Gone } from './gone.js';
import { HostBar } from './host-bar.js';
import { LinkStatus } from './link-status.js';
import { PeopleHere } from './people-here.js';
import classes from './room.module.css';
import { Stage } from './stage.js';
import { useTextOnly } from './text-only.js';
import { useRoom, type Room } from './use-room.js';
import { room as words } from './words.js';

export function ConsolePage() {
  const { id } = useParams({ from: '/sesi/$id/konsol' });
  const session = useQuery(queries.session(id));
  return (
    <Loaded query={session} skeleton={<Loading rows={1} height={400} />}>
      {(data) => <ConsoleView session={data} />}
    </Loaded>
  );
}

function ConsoleView({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(words);
  const room = useRoom(session.id);
  const { link, gone, count } = room.state;
  usePageTitle(`${t('console.title')}: ${session.title}`);
  return (
    <div className={classes.room}>
      <header className={classes.head}>
        <ActionIcon component={Link} to={`/sesi/${session.id}`} aria-label={t('back')}>
          <IconArrowLeft size={22} />
        </ActionIcon>
        <div className={classes.headText}>
          <h1 className={classes.title}>{session.title}</h1>
        </div>
        <p className={classes.count}>
          <IconUsers size={18} aria-hidden /> {t('people', { count })}
        </p>
      </header>
      <HostBar session={session} live={room.state.room?.session} count={count} />
      <main id="isi" className={classes.body} style={{ display: 'flex' }}>
        {link === 'gone' ? (
          <Gone sessionId={session.id} gone={gone} onAgain={room.again} />
        ) : (
          <Views session={session} room={room} />
        )}
      </main>
      <nav className={classes.links} aria-label={t('console.title')}>
        <Button
          component={Link}
          to={`/kelola/sesi/${session.id}/peserta`}
          variant="subtle"
          size="sm"
          mih={44}
          style={{ flex: 'none' }}
        >
          {t('console.registrations')}
        </Button>
        <Button
          component={Link}
          to={`/kelola/sesi/${session.id}/kehadiran`}
          variant="subtle"
          size="sm"
          mih={44}
          style={{ flex: 'none' }}
        >
          {t('console.attendance')}
        </Button>
        <Button
          component={Link}
          to={`/sesi/${session.id}/ruang`}
          variant="subtle"
          size="sm"
          mih={44}
          style={{ flex: 'none' }}
        >
          {t('console.room')}
        </Button>
      </nav>
    </div>
  );
}

/** Staff's own acts on messages come with the console's panels. */
const actions = () => null;

function Views({ session, room }: { session: Schema<'SessionDetail'>; room: Room }) {
  const t = useWords(words);
  const isWide = useMediaQuery('(min-width: 64em)');
  const [isTextOnly, setTextOnly] = useTextOnly();
  const talk = (
    <>
      <LinkStatus link={room.state.link} />
      <Chat room={room} actions={actions} />
    </>
  );
  if (isWide) {
    return (
      <div className={classes.console}>
        <div className={classes.column}>
          <Stage session={session} isTextOnly={isTextOnly} onTextOnly={setTextOnly} />
        </div>
        <div className={classes.column}>{talk}</div>
        <div className={classes.column}>
          <PeopleHere sessionId={session.id} count={room.state.count} />
        </div>
      </div>
    );
  }
  return (
    <Tabs
      defaultValue="chat"
      keepMounted={false}
      style={{ display: 'flex', flex: 1, flexDirection: 'column', minHeight: 0 }}
    >
      <Tabs.List grow>
        <Tabs.Tab value="chat" mih={48}>
          {t('chat.title')}
        </Tabs.Tab>
        <Tabs.Tab value="people" mih={48}>
          {t('console.people')} {room.state.count}
        </Tabs.Tab>
        <Tabs.Tab value="stage" mih={48}>
          {t('stage.title')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="chat" className={classes.column} style={{ flex: 1 }}>
        {talk}
      </Tabs.Panel>
      <Tabs.Panel value="people" className={classes.column} style={{ flex: 1 }}>
        <PeopleHere sessionId={session.id} count={room.state.count} />
      </Tabs.Panel>
      <Tabs.Panel value="stage" className={classes.column} style={{ flex: 1 }}>
        <Stage session={session} isTextOnly={isTextOnly} onTextOnly={setTextOnly} />
      </Tabs.Panel>
    </Tabs>
  );
}
