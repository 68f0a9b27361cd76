// Messages that members asked staff to look at: what was said, by whom, and why it was reported.
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../i18n/i18n.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import type { Hold } from './hold-window.js';
import { MessageTools } from './message-tools.js';
import { console as words } from './words.js';

export function Reported({ room, onHold }: { room: Room; onHold: (hold: Hold) => void }) {
  const t = useWords(words);
  const [seenUpTo, setSeenUpTo] = useState<Readonly<Record<number, number>>>({});
  const { room: now } = room.state;
  const reports = now?.reports ?? [];
  // One reported again after it was seen stands here again.
  const fresh = reports.filter(({ message, seq }) => seq > (seenUpTo[message] ?? 0));
  const messages = [...new Set(fresh.map(({ message }) => message))];
  return (
    <div role="status">
      {messages.length > 0 && (
        <section className={classes.reported} aria-labelledby="dilaporkan">
          <Title id="dilaporkan" order={3} size="h5">
            {t('reported.title', { count: messages.length })}
          </Title>
          <ul className={classes.plain}>
            {messages.map((seq) => {
              const message = now?.chat.find((one) => one.seq === seq);
              const about = fresh.filter((report) => report.message === seq);
              return (
                <li key={seq} className={classes.person}>
                  <div className={classes.personText}>
                    <Text size="sm">
                      {message && <strong>{message.author.name}</strong>}{' '}
                      {message ? (message.text ?? t('reported.gone')) : t('reported.older')}
                    </Text>
                    {about.map(({ seq: key, by, reason }) => (
                      <Text key={key} size="sm" c="dimmed">
                        {t('reported.by', { by: by.name, reason })}
                      </Text>
                    ))}
                  </div>
                  <Button
                    size="compact-md"
                    mih={44}
                    variant="default"
                    onClick={() => {
                      setSeenUpTo({ ...seenUpTo, [seq]: room.state.lastSeq });
                    }}
                  >
                    {t('reported.seen')}
                  </Button>
                  {message && (
                    <MessageTools
                      act={room.act}
                      message={message}
                      isPinned={now?.pinned?.seq === seq}
                      onHold={onHold}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
