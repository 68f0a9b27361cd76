// Messages that members asked staff to look at: what was said, by whom, and why it was reported.
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ChatMessage, ChatReport } from '../../../../../src/contracts/room-chat.js';
import { useWords } from '../../../i18n/i18n.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import type { Hold } from './hold-window.js';
import { MessageTools } from './message-tools.js';
import { console as words } from './words.js';

export function Reported({ room, onHold }: { room: Room; onHold: (hold: Hold) => void }) {
  const t = useWords(words);
  const [seenUpTo, setSeenUpTo] = useState<Readonly<Record<number, number>>>({});
  const reports = room.state.room?.reports ?? [];
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
            {messages.map((seq) => (
              <ReportedMessage
                key={seq}
                seq={seq}
                reports={fresh.filter((report) => report.message === seq)}
                room={room}
                onHold={onHold}
                onSeen={() => {
                  setSeenUpTo({ ...seenUpTo, [seq]: room.state.lastSeq });
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface ReportedMessageProps {
  seq: number;
  reports: readonly ChatReport[];
  room: Room;
  onHold: (hold: Hold) => void;
  onSeen: () => void;
}

/** From the chat as it is here; one that was said long before is opened by hand. */
function ReportedMessage({ seq, reports, room, onHold, onSeen }: ReportedMessageProps) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const [opened, setOpened] = useState<ChatMessage>();
  const { room: now } = room.state;
  const here = now?.chat.find((one) => one.seq === seq);
  const message = here ?? opened;
  const open = () => {
    void run<'chat.load'>(room.ask('chat.load', { after: seq - 1, before: seq + 1, limit: 1 }), {
      onDone: ({ messages: [found] }) => {
        setOpened(found);
      },
    });
  };
  return (
    <li className={classes.person}>
      <div className={classes.personText}>
        <Text size="sm">
          {message && <strong>{message.author.name}</strong>}{' '}
          {message ? (message.text ?? t('reported.gone')) : t('reported.older')}
        </Text>
        {reports.map(({ seq: key, by, reason }) => (
          <Text key={key} size="sm" c="dimmed">
            {t('reported.by', { by: by.name, reason })}
          </Text>
        ))}
      </div>
      {!message && (
        <Button size="compact-md" mih={44} variant="default" loading={isBusy} onClick={open}>
          {t('reported.open')}
        </Button>
      )}
      <Button size="compact-md" mih={44} variant="default" onClick={onSeen}>
        {t('reported.seen')}
      </Button>
      {message && (
        <MessageTools
          act={room.act}
          message={message}
          isPinned={now?.pinned?.seq === seq}
          onHold={onHold}
          {...(here ? {} : { onDeleted: open })}
        />
      )}
    </li>
  );
}
