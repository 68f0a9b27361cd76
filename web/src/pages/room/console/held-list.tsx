// Who is muted or was sent out, why and by whom; and the way back.
import { Button, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schema } from '../../../api/client.js';
import { staffQueries } from '../../../api/staff-queries.js';
import { useReader } from '../../../app/me.js';
import { useWords } from '../../../i18n/i18n.js';
import { clockTime } from '../../../time/time.js';
import { MoreButton } from '../../../ui/more-button.js';
import classes from './console.module.css';
import type { Hold } from './hold-window.js';
import { console as words } from './words.js';

const REFRESH_MS = 30_000;

export function HeldList({ sessionId, onHold }: { sessionId: string; onHold: (hold: Hold) => void }) {
  const t = useWords(words);
  const query = useInfiniteQuery({ ...staffQueries.peopleHeld(sessionId), refetchInterval: REFRESH_MS });
  const held = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="dibatasi">
      <Title id="dibatasi" order={3} size="h5" className={classes.listTitle}>
        {t('held.title')}
      </Title>
      <ul className={classes.plain}>
        {held.map((person) => (
          <li key={person.memberId} className={classes.held}>
            <HeldLine person={person} kind="mute" onHold={onHold} />
            <HeldLine person={person} kind="remove" onHold={onHold} />
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </section>
  );
}

interface HeldLineProps {
  person: Schema<'PersonHeld'>;
  kind: Hold['kind'];
  onHold: (hold: Hold) => void;
}

function HeldLine({ person: { memberId, name, muted, removed }, kind, onHold }: HeldLineProps) {
  const t = useWords(words);
  const reader = useReader();
  const held = kind === 'mute' ? muted : removed;
  if (!held) return null;
  const label = t(kind === 'mute' ? 'hold.unmute' : 'hold.readmit');
  return (
    <div className={classes.person}>
      <div className={classes.personText}>
        <Text fw={600} size="sm">
          {name} · {t(kind === 'mute' ? 'held.muted' : 'held.removed')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('held.why', { reason: held.reason, by: held.by, time: clockTime(held.at, reader) })}
        </Text>
      </div>
      <Button
        size="compact-md"
        mih={44}
        variant="default"
        aria-label={`${label}: ${name}`}
        onClick={() => {
          onHold({ kind, isUndone: true, person: { memberId, name } });
        }}
      >
        {label}
      </Button>
    </div>
  );
}
