// The live room as a member sees it: what is on stage, the chat, and what the connection is doing.
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Loaded, Loading } from '../../ui/states.js';
import { Gone } from './gone.js';
import { RoleNews } from './role-news.js';
import classes from './room.module.css';
import { Stage } from './stage.js';
import { Talk } from './talk.js';
import { useTextOnly } from './text-only.js';
import { useRoom } from './use-room.js';
import { room as words } from './words.js';

export function RoomPage() {
  const { id } = useParams({ from: '/sesi/$id/ruang' });
  const session = useQuery(queries.session(id));
  return (
    <Loaded query={session} skeleton={<Loading rows={1} height={400} />}>
      {(data) => <RoomView session={data} onChanged={() => void session.refetch()} />}
    </Loaded>
  );
}

function RoomView({ session, onChanged }: { session: Schema<'SessionDetail'>; onChanged: () => void }) {
  const t = useWords(words);
  const [isTextOnly, setTextOnly] = useTextOnly();
  const room = useRoom(session.id, isTextOnly ? 'text' : 'full');
  const choose = (value: boolean) => {
    setTextOnly(value);
    room.setMode(value ? 'text' : 'full');
  };
  const { link, gone, count, room: live } = room.state;
  const state = live?.session.state ?? session.state;
  const isOnBreak = live !== undefined && live.session.breakSince !== null;
  usePageTitle(session.title);
  // The stage's address is given when the room opens; what the page knew before may be without it.
  useEffect(() => {
    if (link === 'here') onChanged();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each change of state, not for each new function
  }, [link, state]);
  return (
    <div className={classes.room}>
      <RoleNews me={room.state.me} />
      <header className={classes.head}>
        <ActionIcon component={Link} to={`/sesi/${session.id}`} aria-label={t('back')}>
          <IconArrowLeft size={22} />
        </ActionIcon>
        <div className={classes.headText}>
          <h1 className={classes.title}>{session.title}</h1>
          <p className={state === 'live' && !isOnBreak ? classes.live : classes.quiet}>
            {isOnBreak && t('state.break')}
            {!isOnBreak && (state === 'live' || state === 'ended' ? t(`state.${state}`) : t('state.published'))}
          </p>
        </div>
        <p className={classes.count} aria-live="off">
          <IconUsers size={18} aria-hidden /> {t('people', { count })}
        </p>
      </header>
      {link === 'gone' ? (
        <main id="isi" className={classes.body}>
          <Gone sessionId={session.id} gone={gone} onAgain={room.again} />
        </main>
      ) : (
        <main id="isi" className={classes.body}>
          <Stage session={session} isTextOnly={isTextOnly} onTextOnly={choose} />
          <Talk room={room} />
        </main>
      )}
    </div>
  );
}
