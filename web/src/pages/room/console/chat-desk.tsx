// The chat as staff run it: how fast and by whom it is written, what is pinned, and each message with what may be done.
import { Button, NativeSelect, Switch, Title } from '@mantine/core';
import { IconPinned } from '@tabler/icons-react';
import { useCallback } from 'react';
import type { ChatMessage } from '../../../../../src/contracts/room-chat.js';
import { mayInRoom } from '../../../../../src/contracts/room-permissions.js';
import { useWords } from '../../../i18n/i18n.js';
import { Chat } from '../chat.js';
import { LinkStatus } from '../link-status.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import type { Hold } from './hold-window.js';
import { MessageTools } from './message-tools.js';
import { Reported } from './reported.js';
import { console as words } from './words.js';

/** Seconds between two messages of one member. */
const PACES = [0, 5, 10, 30, 60, 300];

export function ChatDesk({ room, onHold }: { room: Room; onHold: (hold: Hold) => void }) {
  const t = useWords(words);
  const { run } = useCommand();
  const { settings, pinned } = room.state.room ?? {};
  const role = room.state.me?.role ?? null;
  const mayModerate = mayInRoom(role, 'chat.moderate');
  const pinnedSeq = pinned?.seq;
  const { act } = room;
  const actions = useCallback(
    (message: ChatMessage) =>
      mayModerate && <MessageTools act={act} message={message} isPinned={message.seq === pinnedSeq} onHold={onHold} />,
    [act, mayModerate, pinnedSeq, onHold],
  );
  return (
    <div className={classes.chat}>
      <div className={classes.chatHead}>
        <Title order={2} size="h3">
          {t('chat.title')}
        </Title>
        {settings && mayInRoom(role, 'room.configure') && (
          <>
            <NativeSelect
              aria-label={t('chat.slow')}
              data={[...new Set([...PACES, settings.slowSeconds])]
                .sort((a, b) => a - b)
                .map((seconds) => ({
                  value: String(seconds),
                  label: seconds === 0 ? t('chat.slow.off') : t('chat.slow.on', { seconds }),
                }))}
              value={String(settings.slowSeconds)}
              onChange={({ currentTarget: { value } }) => {
                void run<'room.configure'>(room.act('room.configure', { slowSeconds: Number(value) }));
              }}
            />
            <Switch
              size="md"
              className={classes.switch}
              label={t('chat.staff-only')}
              checked={settings.chat === 'staff-only'}
              onChange={({ currentTarget: { checked } }) => {
                void run<'room.configure'>(room.act('room.configure', { chat: checked ? 'staff-only' : 'open' }));
              }}
            />
          </>
        )}
      </div>
      {mayModerate && <Reported room={room} onHold={onHold} />}
      <LinkStatus link={room.state.link} />
      {pinned?.text && (
        <p className={classes.pinned}>
          <IconPinned size={16} aria-label={t('message.pinned')} />
          <span>
            <strong>{pinned.author.name}</strong> {pinned.text}
          </span>
          {mayModerate && (
            <Button
              size="compact-md"
              mih={44}
              variant="default"
              onClick={() => {
                void run<'chat.pin'>(room.act('chat.pin', { message: null }));
              }}
            >
              {t('message.unpin')}
            </Button>
          )}
        </p>
      )}
      <Chat room={room} actions={actions} />
    </div>
  );
}
