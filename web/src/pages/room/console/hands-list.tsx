// Whose hands are up, first up first; each is taken down after its turn.
import { Button, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { staffQueries } from '../../../api/staff-queries.js';
import { useReader } from '../../../app/me.js';
import { useWords } from '../../../i18n/i18n.js';
import { clockTime } from '../../../time/time.js';
import { MoreButton } from '../../../ui/more-button.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import { useCalmly } from './use-calmly.js';
import { console as words } from './words.js';

/** Hands of many go up at once: the list is not read anew for each. */
const SOONEST_MS = 1_000;

interface HandsListProps {
  room: Room;
  sessionId: string;
  /** Whether this reader may take hands down. */
  mayLower: boolean;
}

export function HandsList({ room, sessionId, mayLower }: HandsListProps) {
  const t = useWords(words);
  const reader = useReader();
  const { run } = useCommand();
  const count = room.state.pulse?.hands ?? 0;
  const query = useInfiniteQuery(staffQueries.hands(sessionId));
  const { refetch } = query;
  // Not by how many are up: one goes down while another goes up, and the wrong one would be called.
  const handsSeq = useCalmly(room.state.handsSeq, SOONEST_MS);
  useEffect(() => {
    void refetch();
  }, [handsSeq, refetch]);
  const hands = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (hands.length === 0) return null;
  return (
    <section className={classes.hands} aria-labelledby="tangan">
      <Title id="tangan" order={3} size="h5" className={classes.listTitle}>
        {t('hands.title', { count: Math.max(count, hands.length) })}
      </Title>
      <ol className={classes.plain}>
        {hands.map(({ memberId, name, raisedAt, isHere }, place) => (
          <li key={memberId} className={classes.person}>
            <div className={classes.personText}>
              <Text fw={600} size="sm">
                {place + 1}. {name}
              </Text>
              <Text size="sm" c="dimmed">
                {t('people.since', { time: clockTime(raisedAt, reader) })}
                {!isHere && ` · ${t('hands.away')}`}
              </Text>
            </div>
            {mayLower && (
              <Button
                size="compact-md"
                mih={44}
                variant="default"
                aria-label={t('hands.lower.of', { name })}
                onClick={() => {
                  void run<'hand.lower'>(room.act('hand.lower', { memberId }), { onDone: () => void refetch() });
                }}
              >
                {t('hands.lower')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <MoreButton query={query} />
    </section>
  );
}
