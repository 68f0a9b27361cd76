// What happened in the room, line by line, in order.
import { Divider } from '@mantine/core';
import { memo } from 'react';
import type { RoomEvent } from '../../../../src/contracts/room-protocol.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { clockTime } from '../../time/time.js';
import classes from './chat.module.css';
import { LinkText } from './link-text.js';
import type { RoomState } from './room-state.js';
import { room as words } from './words.js';
import { Tag } from '../../ui/tag.js';

export function Lines({ state: { events, markers, me } }: { state: RoomState }) {
  const t = useWords(words);
  return events.map((event, place) => {
    const before = events[place - 1];
    const marker = markers.find(({ afterSeq }) => (before?.seq ?? 0) <= afterSeq && event.seq > afterSeq);
    return (
      <div key={event.seq}>
        {marker && (
          <Divider
            my="sm"
            label={marker.kind === 'snapshot' ? t('snapshot') : t('caught-up', { count: marker.count })}
          />
        )}
        <Line event={event} isMine={event.kind === 'chat.posted' && event.author.memberId === me?.memberId} />
      </div>
    );
  });
}

const Line = memo(function Line({ event, isMine }: { event: RoomEvent; isMine: boolean }) {
  const t = useWords(words);
  const reader = useReader();
  const time = clockTime(event.at, reader);
  if (event.kind === 'session.changed') {
    return (
      <p className={classes.notice}>
        {t(noticeOf(event.session.state))} · {time}
      </p>
    );
  }
  return (
    <div className={isMine ? classes.mine : classes.message}>
      <p className={classes.author}>
        <strong>{isMine ? t('chat.me') : event.author.name}</strong>
        {event.author.isStaff && <Tag tone="brand">{t('chat.staff')}</Tag>}
        <time dateTime={event.at}>{time}</time>
      </p>
      <p className={classes.text}>
        <LinkText text={event.text} />
      </p>
    </div>
  );
});

function noticeOf(state: string) {
  if (state === 'live') return 'event.live';
  if (state === 'ended') return 'event.ended';
  return state === 'cancelled' ? 'event.cancelled' : 'event.reopened';
}
