// What was said in the room, line by line, in order, and what happened between.
import { Divider } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { ChatMessage } from '../../../../src/contracts/room-chat.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { clockTime } from '../../time/time.js';
import { Tag } from '../../ui/tag.js';
import classes from './chat.module.css';
import { LinkText } from './link-text.js';
import type { Marker, RoomState } from './room-state.js';
import { room as words } from './words.js';

interface LinesProps {
  state: RoomState;
  /** What can be done with a message, beside it. */
  actions: (message: ChatMessage) => ReactNode;
}

export function Lines({ state: { room, markers, me }, actions }: LinesProps) {
  const chat = room?.chat ?? [];
  const last = chat.at(-1)?.seq ?? 0;
  return (
    <>
      {chat.map((message, place) => {
        const before = chat[place - 1]?.seq ?? 0;
        const between = markers.filter(({ afterSeq }) => before <= afterSeq && message.seq > afterSeq);
        return (
          <div key={message.seq}>
            <Markers markers={between} />
            <Line message={message} isMine={message.author.memberId === me?.memberId} actions={actions} />
          </div>
        );
      })}
      <Markers markers={markers.filter(({ afterSeq }) => afterSeq >= last)} />
    </>
  );
}

function Markers({ markers }: { markers: readonly Marker[] }) {
  const t = useWords(words);
  const reader = useReader();
  return markers.map(({ kind, count, at, afterSeq }) => {
    if (kind === 'snapshot') return <Divider key={afterSeq} my="sm" label={t('snapshot')} />;
    if (kind === 'caught-up') return <Divider key={afterSeq} my="sm" label={t('caught-up', { count })} />;
    return (
      <p key={afterSeq} className={classes.notice}>
        {t(noticeOf(kind))} · {at && clockTime(at, reader)}
      </p>
    );
  });
}

interface LineProps {
  message: ChatMessage;
  isMine: boolean;
  actions: (message: ChatMessage) => ReactNode;
}

const Line = memo(function Line({ message, isMine, actions }: LineProps) {
  const t = useWords(words);
  const reader = useReader();
  const { author, text, isEdited } = message;
  return (
    <div className={isMine ? classes.mine : classes.message}>
      <p className={classes.author}>
        <strong>{isMine ? t('chat.me') : author.name}</strong>
        {author.isStaff && <Tag tone="brand">{t(author.isGuest ? 'chat.guest' : 'chat.staff')}</Tag>}
        <time dateTime={message.at}>{clockTime(message.at, reader)}</time>
        {isEdited && text !== null && <span>{t('chat.edited')}</span>}
        {text !== null && actions(message)}
      </p>
      {text === null ? (
        <p className={classes.deleted}>{t('chat.deleted')}</p>
      ) : (
        <p className={classes.text}>
          <LinkText text={text} />
        </p>
      )}
    </div>
  );
});

/** A session that waits for its host again was opened again. */
function noticeOf(kind: Exclude<Marker['kind'], 'snapshot' | 'caught-up'>) {
  return kind === 'published' || kind === 'draft' ? 'event.reopened' : (`event.${kind}` as const);
}
