// The room for a guest speaker: chat, questions, and the way onto the stage. Their cookie is for this session alone.
import { Button, Center, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconExternalLink, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ChatMessage } from '../../../../src/contracts/room-chat.js';
import { answer, api, type Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import { Chat } from '../room/chat.js';
import { QuestionWindow } from '../room/console/question-windows.js';
import { QuestionsDesk } from '../room/console/questions-desk.js';
import { StageNow } from '../room/console/stage-now.js';
import { useQuestionActs } from '../room/console/use-question-acts.js';
import { LinkStatus } from '../room/link-status.js';
import { OwnActions } from '../room/own-actions.js';
import classes from '../room/room.module.css';
import { BreakStrip } from '../room/break-strip.js';
import { useRoomAs, type Room } from '../room/use-room.js';
import { room as roomWords } from '../room/words.js';
import { guest } from './words.js';

export function GuestRoomPage() {
  const visit = useQuery({ queryKey: ['guest', 'visit'], queryFn: askVisit, staleTime: 0 });
  return (
    <Loaded query={visit} skeleton={<Loading rows={1} height={400} />}>
      {(data) => (data ? <GuestRoom visit={data} /> : <Broken />)}
    </Loaded>
  );
}

/** Null for a link that was taken back: whoever has no sign-in is not sent to sign in. */
async function askVisit(): Promise<Schema<'GuestVisit'> | null> {
  const call = api.GET('/api/guests/me');
  return (await call).response.status === 401 ? null : answer(call);
}

function Broken() {
  const t = useWords(guest);
  return (
    <Center component="main" id="isi" mih="70vh" p="lg">
      <Stack align="center" maw={380} ta="center" gap="sm">
        <Title order={1}>{t('door.broken.title')}</Title>
        <Text c="dimmed">{t('door.broken.text')}</Text>
      </Stack>
    </Center>
  );
}

function GuestRoom({ visit }: { visit: Schema<'GuestVisit'> }) {
  const t = useWords(guest);
  const room = useRoomAs({ sessionId: visit.sessionId, memberId: visit.guestId, as: 'guest' });
  const { link, count } = room.state;
  usePageTitle(visit.title);
  return (
    <div className={classes.room}>
      <header className={classes.head}>
        <div className={classes.headText}>
          <h1 className={classes.title}>{visit.title}</h1>
          <p className={classes.quiet}>{t('room.guest', { name: visit.name })}</p>
        </div>
        <p className={classes.count} aria-live="off">
          <IconUsers size={18} aria-hidden /> {t('room.people', { count })}
        </p>
      </header>
      <main id="isi" className={classes.body}>
        {link === 'gone' ? <Gone room={room} /> : <Talk visit={visit} room={room} />}
      </main>
    </div>
  );
}

function Talk({ visit, room }: { visit: Schema<'GuestVisit'>; room: Room }) {
  const t = useWords(guest);
  const acts = useQuestionActs(room);
  const { act } = room;
  const ownId = visit.guestId;
  const actions = useCallback(
    (message: ChatMessage) => message.author.memberId === ownId && <OwnActions message={message} act={act} isMine />,
    [act, ownId],
  );
  return (
    <div className={classes.talk}>
      <LinkStatus link={room.state.link} />
      <BreakStrip session={room.state.room?.session} />
      {visit.hasStage && <StageWay />}
      <Tabs defaultValue="chat" keepMounted={false} className={classes.tabs}>
        <Tabs.List grow>
          <Tabs.Tab value="chat" mih={48}>
            {t('room.chat')}
          </Tabs.Tab>
          <Tabs.Tab value="questions" mih={48}>
            {t('room.questions')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chat" className={classes.tab}>
          <Chat room={room} actions={actions} />
        </Tabs.Panel>
        <Tabs.Panel value="questions" className={classes.tab} p="sm" style={{ overflowY: 'auto' }}>
          <StageNow room={room} acts={acts} />
          <QuestionsDesk room={room} acts={acts} sessionId={visit.sessionId} staffHere={0} />
        </Tabs.Panel>
      </Tabs>
      <QuestionWindow acts={acts} room={room} />
    </div>
  );
}

/** First asked for, since a meeting may have to be opened; then a link, which no browser keeps from opening. */
function StageWay() {
  const t = useWords(guest);
  const way = useAct(() => answer(api.POST('/api/guests/stage')));
  if (way.data) {
    return (
      <Button
        component="a"
        href={way.data.url}
        target="_blank"
        rel="noreferrer"
        m="sm"
        mih={44}
        style={{ flex: 'none' }}
        rightSection={<IconExternalLink size={20} />}
      >
        {t('room.stage.go')}
      </Button>
    );
  }
  return (
    <Button
      variant="light"
      m="sm"
      mih={44}
      style={{ flex: 'none' }}
      loading={way.isPending}
      onClick={() => {
        way.mutate(undefined);
      }}
    >
      {t('room.stage')}
    </Button>
  );
}

function Gone({ room }: { room: Room }) {
  const t = useWords(guest);
  const tr = useWords(roomWords);
  const { gone } = room.state;
  const text = typeof gone === 'object' ? gone.detail : gone && gone !== 'server-restarts' ? tr(`gone.${gone}`) : '';
  return (
    <Center style={{ flex: 1 }} p="lg" role="alert">
      <Stack align="center" maw={380} ta="center" gap="sm">
        <Title order={2}>{t('room.gone')}</Title>
        <Text c="dimmed">{text}</Text>
        <Button onClick={room.again}>{t('room.again')}</Button>
      </Stack>
    </Center>
  );
}
