// Start, end, and undo the end: each asked once, with the number of people it touches; and the clock that runs.
import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { RoomSession } from '../../../../src/contracts/room-protocol.js';
import { answer, api, type Schema } from '../../api/client.js';
import { useMe, useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { clockTime, dayAndTime, stopwatch } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { usePreFlight } from './console/pre-flight.js';
import { console as consoleWords } from './console/words.js';
import classes from './room.module.css';
import { room as words } from './words.js';

const MINUTE_MS = 60_000;

interface HostBarProps {
  session: Schema<'SessionDetail'>;
  /** What the room last said of the session; undefined until it is joined. */
  live: RoomSession | undefined;
  count: number;
  /** What else can be done from here. */
  children?: ReactNode;
}

export function HostBar({ session, live, count, children }: HostBarProps) {
  const t = useWords(words);
  const reader = useReader();
  const now = useNow(1_000);
  const undoMs = useMe().cooperative.policies.undoEndMinutes * MINUTE_MS;
  const { state, wentLiveAt, endedAt } = live ?? session;
  const canUndo = endedAt !== null && now.getTime() - Date.parse(endedAt) < undoMs;
  const isEnded = state === 'ended' && endedAt !== null;
  return (
    <div className={classes.bar}>
      <p className={classes.clock}>
        {state === 'live' &&
          wentLiveAt &&
          t('console.clock', { time: stopwatch(now.getTime() - Date.parse(wentLiveAt)) })}
        {state === 'published' && t('console.not-started', { when: dayAndTime(session.startsAt, reader) })}
        {isEnded &&
          (canUndo
            ? t('console.ended', { when: clockTime(endedAt, reader), until: undoUntil(endedAt) })
            : t('console.ended.final', { when: clockTime(endedAt, reader) }))}
        {state === 'live' && <TimeLeft endsAt={session.endsAt} now={now} />}
      </p>
      {children}
      {state === 'published' && <StartButton session={session} count={count} />}
      {state === 'live' && <EndButton session={session} count={count} />}
      {isEnded && canUndo && <UndoButton session={session} />}
    </div>
  );

  function undoUntil(at: string): string {
    return clockTime(new Date(Date.parse(at) + undoMs).toISOString(), reader);
  }
}

/** Until the planned end, or since. */
function TimeLeft({ endsAt, now }: { endsAt: string; now: Date }) {
  const t = useWords(consoleWords);
  const minutes = Math.ceil((Date.parse(endsAt) - now.getTime()) / MINUTE_MS);
  return (
    <span className={minutes < 0 ? classes.over : classes.left}>
      {minutes < 0 ? t('clock.over', { minutes: -minutes }) : t('clock.left', { minutes })}
    </span>
  );
}

function StartButton({ session, count }: { session: Schema<'SessionDetail'>; count: number }) {
  const t = useWords(words);
  const tc = useWords(consoleWords);
  const [isAsking, setAsking] = useState(false);
  const reader = useReader();
  const hint = useId();
  const now = useNow();
  const isOpen = now.getTime() >= Date.parse(session.room.opensAt);
  const early = Math.round((Date.parse(session.startsAt) - now.getTime()) / MINUTE_MS);
  const start = useAct(() => answer(api.POST('/api/sessions/{id}/go-live', { params: { path: { id: session.id } } })), {
    refresh: [['sessions'], ['planning']],
    onDone: () => {
      setAsking(false);
      notifyDone(t('console.started'));
    },
  });
  const { left } = usePreFlight(session.id);
  const unchecked = left.map((check) => tc(`green.${check}`)).join('; ');
  const text = [
    t('console.start.text', { count, registered: session.confirmed ?? 0 }),
    early > 1 ? t('console.start.early', { minutes: early }) : '',
    left.length > 0 ? tc('green.left', { list: unchecked }) : '',
  ].join(' ');
  return (
    <>
      {!isOpen && (
        <Text id={hint} size="sm" c="dimmed">
          {t('console.start.opens', { when: dayAndTime(session.room.opensAt, reader) })}
        </Text>
      )}
      <Button
        leftSection={<IconPlayerPlay size={20} />}
        disabled={!isOpen}
        aria-describedby={isOpen ? undefined : hint}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('console.start')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('console.start.title')}
        text={text}
        yes={t('console.start.yes')}
        isDangerous={false}
        isBusy={start.isPending}
        onYes={() => {
          start.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

function EndButton({ session, count }: { session: Schema<'SessionDetail'>; count: number }) {
  const t = useWords(words);
  const { undoEndMinutes } = useMe().cooperative.policies;
  const [isAsking, setAsking] = useState(false);
  const end = useAct(() => answer(api.POST('/api/sessions/{id}/end', { params: { path: { id: session.id } } })), {
    refresh: [['sessions'], ['planning']],
    onDone: () => {
      setAsking(false);
      notifyDone(t('console.finished'));
    },
  });
  return (
    <>
      <Button
        color="red"
        leftSection={<IconPlayerStop size={20} />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('console.end')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('console.end.title')}
        text={t('console.end.text', { count, minutes: undoEndMinutes })}
        yes={t('console.end.yes')}
        isBusy={end.isPending}
        onYes={() => {
          end.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

function UndoButton({ session }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(words);
  const undo = useAct(() => answer(api.POST('/api/sessions/{id}/undo-end', { params: { path: { id: session.id } } })), {
    refresh: [['sessions'], ['planning']],
    onDone: () => {
      notifyDone(t('console.undone'));
    },
  });
  return (
    <Button
      variant="light"
      leftSection={<IconArrowBackUp size={20} />}
      loading={undo.isPending}
      onClick={() => {
        undo.mutate(undefined);
      }}
    >
      {t('console.undo')}
    </Button>
  );
}
