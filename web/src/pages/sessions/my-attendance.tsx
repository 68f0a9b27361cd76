// After a session: the bar of the time that was counted for me, and what became of it.
import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.js';
import type { Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { timeSpan } from '../../time/time.js';
import classes from './my-attendance.module.css';
import { sessions } from './words.js';
import { Tag } from '../../ui/tag.js';

const TONES = { present: 'good', partial: 'wait', absent: 'plain', 'awaiting-evidence': 'wait' } as const;

export function MyAttendance({ session }: { session: Schema<'SessionDetail'> }) {
  const isOver = session.state === 'ended';
  const { data } = useQuery({ ...queries.myAttendance(session.id), enabled: isOver });
  return isOver && data?.verdict ? <Verdict own={data} verdict={data.verdict} /> : null;
}

interface Stretch {
  from: string;
  to: string;
}

interface VerdictProps {
  own: Schema<'OwnAttendance'>;
  verdict: NonNullable<Schema<'OwnAttendance'>['verdict']>;
}

function Verdict({ own, verdict }: VerdictProps) {
  const t = useWords(sessions);
  const reader = useReader();
  const { countedSeconds, broadcastSeconds, reason, broadcast, spans, breaks } = own;
  const times = (spells: readonly Stretch[]) => spells.map(({ from, to }) => timeSpan(from, to, reader)).join(', ');
  const minutes = (seconds: number | null) => Math.round((seconds ?? 0) / 60);
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3">
          {t('attendance.title')}
        </Title>
        <Tag tone={TONES[verdict]}>{t(`attendance.${verdict}`)}</Tag>
      </Group>
      {broadcast && verdict !== 'awaiting-evidence' && (
        <>
          <Bar broadcast={broadcast} spans={spans} breaks={breaks} />
          <Text size="sm" c="dimmed">
            {t('attendance.counted', { minutes: minutes(countedSeconds), total: minutes(broadcastSeconds) })} ·{' '}
            {timeSpan(broadcast.from, broadcast.to, reader)}
            {breaks.length > 0 && ` · ${t('attendance.breaks', { times: times(breaks) })}`}
          </Text>
        </>
      )}
      {verdict === 'awaiting-evidence' && <Text c="dimmed">{t('attendance.evidence.text')}</Text>}
      {reason && <Text mt={4}>{reason}</Text>}
    </section>
  );
}

interface BarProps {
  broadcast: Stretch;
  spans: readonly Stretch[];
  breaks: readonly Stretch[];
}

/** The broadcast from its start to its end, with the counted time filled in and breaks hatched. The line below says the same. */
function Bar({ broadcast, spans, breaks }: BarProps) {
  const start = Date.parse(broadcast.from);
  const length = Math.max(1, Date.parse(broadcast.to) - start);
  const place = ({ from, to }: Stretch) => ({
    left: `${((Date.parse(from) - start) / length) * 100}%`,
    width: `${((Date.parse(to) - Date.parse(from)) / length) * 100}%`,
  });
  return (
    <div className={classes.bar} aria-hidden>
      {breaks.map((pause) => (
        <span key={pause.from} className={classes.pause} style={place(pause)} />
      ))}
      {spans.map((span) => (
        <span key={span.from} className={classes.span} style={place(span)} />
      ))}
    </div>
  );
}
