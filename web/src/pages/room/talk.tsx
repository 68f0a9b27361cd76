// The three ways of taking part, as tabs: chat, questions, polls; what staff say to all stands above them.
import { Badge, Tabs, Text } from '@mantine/core';
import { IconPinned } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { ChatMessage } from '../../../../src/contracts/room-chat.js';
import { useWords } from '../../i18n/i18n.js';
import { Announcer } from './announcer.js';
import { BreakStrip } from './break-strip.js';
import { Chat } from './chat.js';
import { LinkStatus } from './link-status.js';
import { LinkText } from './link-text.js';
import panels from './panels.module.css';
import { OnStage } from './on-stage.js';
import { OwnActions } from './own-actions.js';
import { OwnNews } from './own-news-strip.js';
import { useOwnNews } from './own-news.js';
import { PollsPanel, runOf } from './polls-panel.js';
import { QuestionsPanel } from './questions-panel.js';
import classes from './room.module.css';
import { Signals } from './signals.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

export function Talk({ room }: { room: Room }) {
  const t = useWords(words);
  const { link, room: now } = room.state;
  const { act } = room;
  const memberId = room.state.me?.memberId;
  const [tab, setTab] = useState<string | null>('chat');
  const news = useOwnNews(now, tab === 'questions');
  const actions = useCallback(
    (message: ChatMessage) => <OwnActions message={message} act={act} isMine={message.author.memberId === memberId} />,
    [act, memberId],
  );
  const asked = now?.questions.filter(({ state }) => state === 'approved' || state === 'answering').length ?? 0;
  const toAnswer =
    now?.polls.filter((poll) => poll.state === 'open' && !now.mine.answered.includes(runOf(poll))).length ?? 0;
  return (
    <div className={classes.talk}>
      <LinkStatus link={link} />
      <Announcer now={now} />
      <BreakStrip session={now?.session} />
      {now?.announcement && (
        <p className={panels.banner}>
          <strong>{t('announcement')}</strong> <LinkText text={now.announcement.text} />
        </p>
      )}
      <OnStage now={now} />
      <OwnNews
        news={news}
        onLook={() => {
          setTab('questions');
        }}
      />
      <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.tabs}>
        <Tabs.List grow>
          <Tabs.Tab value="chat" mih={48}>
            {t('chat.title')}
          </Tabs.Tab>
          <Tabs.Tab value="questions" mih={48}>
            {t('questions.tab')} {asked > 0 && asked}{' '}
            {news.length > 0 && (
              <Badge size="sm" color="red" aria-label={t('news.badge', { count: news.length })}>
                {news.length}
              </Badge>
            )}
          </Tabs.Tab>
          <Tabs.Tab value="polls" mih={48}>
            {t('polls.title')}{' '}
            {toAnswer > 0 && (
              <Text span c="red" fw={700} aria-label={t('polls.open')}>
                ●
              </Text>
            )}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chat" className={classes.tab}>
          {now?.pinned?.text && (
            <p className={panels.pinned}>
              <IconPinned size={16} aria-label={t('chat.pinned')} />
              <span>
                <strong>{now.pinned.author.name}</strong> <LinkText text={now.pinned.text} />
              </span>
            </p>
          )}
          <Chat room={room} actions={actions} />
        </Tabs.Panel>
        <Tabs.Panel value="questions" className={classes.tab}>
          <QuestionsPanel room={room} />
        </Tabs.Panel>
        <Tabs.Panel value="polls" className={classes.tab}>
          <PollsPanel room={room} />
        </Tabs.Panel>
      </Tabs>
      <Signals room={room} />
    </div>
  );
}
