// The chat: messages in the room's order, mine that still wait, and the line to write in. Silent for screen readers by
// default, with "read new" to jump to what came in.
import { ActionIcon, Button, Text, Textarea } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { IconArrowDown, IconSend2 } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ChatMessage } from '../../../../src/contracts/room-chat.js';
import { readText, useDraft } from './drafts.js';
import { LONGEST_TEXT } from './limits.js';
import { useWords } from '../../i18n/i18n.js';
import { Lines } from './lines.js';
import { Waiting } from './waiting.js';
import classes from './chat.module.css';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

/** This near to the end a reader is following, and new lines scroll into view. */
const NEAR_PX = 80;
/** Typing is told once in so long, however fast it is. */
const TYPING_MS = 3_000;

interface ChatProps {
  room: Room;
  /** What can be done with a message; the same function from one render to the next. */
  actions: (message: ChatMessage) => ReactNode;
}

export function Chat({ room, actions }: ChatProps) {
  const t = useWords(words);
  const { state } = room;
  const log = useRef<HTMLDivElement>(null);
  // Undefined while the reader follows the end; else the last seq they saw before they scrolled up.
  const [leftAt, setLeftAt] = useState<number>();
  const isFollowing = leftAt === undefined;
  const unseen = isFollowing ? 0 : (state.room?.chat ?? []).filter(({ seq }) => seq > leftAt).length;

  useLayoutEffect(() => {
    if (isFollowing) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [isFollowing, state.lastSeq, state.outgoing.length]);

  const follow = () => {
    setLeftAt(undefined);
  };
  const hindrance = hindranceOf(state);
  const tellTyping = useThrottledCallback(() => {
    // Whoever reads text only counts their kilobytes.
    if (state.mode === 'full') void room.ask('room.typing', {});
  }, TYPING_MS);
  return (
    <section className={classes.chat} aria-label={t('chat.title')}>
      <div
        ref={log}
        className={classes.log}
        role="log"
        aria-live="off"
        aria-label={t('chat.log')}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
          setLeftAt((before) => (isNear ? undefined : (before ?? state.lastSeq)));
        }}
      >
        {state.room?.chat.length === 0 && state.outgoing.length === 0 && state.link === 'here' && (
          <Text c="dimmed" ta="center" py="xl">
            {t('chat.empty')}
          </Text>
        )}
        <Older room={room} />
        <Lines state={state} actions={actions} />
        <Waiting room={room} />
      </div>
      {state.unreadChat > 0 && (
        <Button
          className={classes.fresh}
          size="compact-md"
          mih={44}
          leftSection={<IconArrowDown size={16} />}
          onClick={() => void room.loadNew()}
        >
          {t('chat.unread', { count: state.unreadChat })}
        </Button>
      )}
      {unseen > 0 && state.unreadChat === 0 && (
        <Button
          className={classes.fresh}
          size="compact-md"
          mih={44}
          leftSection={<IconArrowDown size={16} />}
          onClick={follow}
        >
          {t('chat.new', { count: unseen })}
        </Button>
      )}
      <Typing count={state.pulse?.typing ?? 0} />
      <Composer
        room={room}
        onTyping={tellTyping}
        isAble={state.link !== 'gone' && hindrance === undefined}
        hindrance={hindrance && t(hindrance)}
        onPost={(text) => {
          follow();
          room.post(text);
        }}
      />
    </section>
  );
}

function Typing({ count }: { count: number }) {
  const t = useWords(words);
  return count > 0 && <p className={classes.typing}>{t('chat.typing', { count })}</p>;
}

/** A snapshot holds the latest messages; what came before is loaded when asked for. */
function Older({ room }: { room: Room }) {
  const t = useWords(words);
  const { chat = [] } = room.state.room ?? {};
  if (!room.state.hasOlder || chat.length === 0) return null;
  return (
    <Button variant="subtle" fullWidth mih={44} onClick={() => void room.loadOlder()}>
      {t('chat.older')}
    </Button>
  );
}

/** Why nothing can be written here now, if so. */
function hindranceOf({ room, me }: Room['state']): 'chat.muted' | 'chat.staff-only' | undefined {
  if (room?.mine.isMuted) return 'chat.muted';
  return room?.settings.chat === 'staff-only' && !me?.isStaff ? 'chat.staff-only' : undefined;
}

interface ComposerProps {
  room: Room;
  isAble: boolean;
  hindrance: string | undefined;
  onTyping: () => void;
  onPost: (text: string) => void;
}

function Composer({ room, isAble, hindrance, onTyping, onPost }: ComposerProps) {
  const t = useWords(words);
  const [text, setText] = useDraft(room, 'chat', readText);
  const left = LONGEST_TEXT - text.trim().length;
  const canSend = isAble && text.trim() !== '' && left >= 0;
  const send = () => {
    if (!canSend) return;
    onPost(text.trim());
    setText('');
  };
  const onKey = (event: KeyboardEvent) => {
    // Enter sends, Shift+Enter is a new line; an input method's own Enter is neither.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        className={classes.input}
        aria-label={t('chat.write')}
        placeholder={hindrance ?? t('chat.write')}
        autosize
        minRows={1}
        maxRows={4}
        radius="lg"
        value={text}
        disabled={!isAble}
        error={left < 0}
        description={left < 60 ? t('chat.left', { count: left }) : undefined}
        inputWrapperOrder={['input', 'description']}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onTyping();
        }}
        onKeyDown={onKey}
      />
      <ActionIcon type="submit" variant="filled" aria-label={t('chat.send')} disabled={!canSend} radius="xl">
        <IconSend2 size={20} />
      </ActionIcon>
    </form>
  );
}
