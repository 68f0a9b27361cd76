// Sessions along a line of days, as a reader plans their week.
import { useMemo } from 'react';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { useReader } from '../../app/me.js';
import { dayAndMonth, dayKey, daysFrom, weekday } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { SessionCard, type CardSession } from './session-card.js';
import classes from './timeline.module.css';

interface TimelineProps {
  sessions: readonly CardSession[];
  /** Visitors see no registration of theirs, and a card leads to the sign-in. */
  isPublic?: boolean;
}

export function Timeline({ sessions, isPublic = false }: TimelineProps) {
  const reader = useReader();
  const days = useMemo(() => byDay(sessions, reader.zone), [sessions, reader.zone]);
  return (
    <ol className={classes.line}>
      {days.map(([key, items]) => (
        <li key={key} className={classes.day}>
          <DayHead at={items[0]?.startsAt ?? key} />
          <ul className={classes.cards}>
            {items.map((session) => (
              <li key={session.id}>
                <SessionCard session={session} isPublic={isPublic} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function DayHead({ at }: { at: string }) {
  const t = useWords(common);
  const reader = useReader();
  const distance = daysFrom(useNow(), at, reader.zone);
  const name = distance === 0 ? t('day.today') : distance === 1 ? t('day.tomorrow') : undefined;
  return (
    <p className={classes.head}>
      <span className={classes.dot} aria-hidden />
      <strong>{name ?? dayAndMonth(at, reader)}</strong>
      <span className={classes.weekday}>{name ? dayAndMonth(at, reader) : weekday(at, reader)}</span>
    </p>
  );
}

function byDay(sessions: readonly CardSession[], zone: string): [string, CardSession[]][] {
  const days = new Map<string, CardSession[]>();
  for (const session of sessions) {
    const key = dayKey(session.startsAt, zone);
    days.set(key, [...(days.get(key) ?? []), session]);
  }
  return [...days];
}
