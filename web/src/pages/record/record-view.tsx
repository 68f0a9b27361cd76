// A record of learning: the sums, each year by topic, and the sessions behind them.
import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { count, hours, mediumDay } from '../../time/time.js';
import { Pages } from '../../ui/pages.js';
import { Panel } from '../../ui/panel.js';
import classes from './record.module.css';
import { record } from './words.js';

type Data = Schema<'MemberRecord'>;
type TopicSum = Data['topics'][number];

export function RecordView({ data }: { data: Data }) {
  const t = useWords(record);
  const { language } = useReader();
  const attended = useInfiniteQuery(queries.myAttended());
  return (
    <Stack gap="lg">
      <dl className={classes.sums}>
        <Sum name={t('hours')} value={hours(data.minutes, language)} />
        <Sum name={t('sessions')} value={count(data.sessions, language)} />
        <Sum name={t('topics')} value={count(data.topics.length, language)} />
      </dl>
      {data.years.map(({ year, topics, minutes }) => (
        <Panel
          key={year}
          title={t('year', { year: String(year) })}
          action={<strong>{t('hours.unit', { hours: hours(minutes, language) })}</strong>}
        >
          <Topics topics={topics} />
        </Panel>
      ))}
      <Panel title={t('attended')}>
        <Pages query={attended}>{(items) => <Attended items={items} />}</Pages>
      </Panel>
    </Stack>
  );
}

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div className={classes.sum}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Topics({ topics }: { topics: readonly TopicSum[] }) {
  const t = useWords(record);
  const { language } = useReader();
  const most = Math.max(1, ...topics.map(({ minutes }) => minutes));
  return (
    <ul className={classes.topics} aria-label={t('by-topic')}>
      {topics.map(({ topicId, topic, minutes, sessions }) => {
        const name = topic ?? t('no-topic');
        return (
          <li key={topicId ?? 'none'}>
            <span className={classes.topicText}>
              {t('by-topic.of', { topic: name, hours: hours(minutes, language), count: sessions })}
            </span>
            <span className={classes.track} aria-hidden>
              <span className={classes.fill} style={{ width: `${(minutes / most) * 100}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Attended({ items }: { items: readonly Schema<'AttendedSession'>[] }) {
  const t = useWords(record);
  const reader = useReader();
  return (
    <ul className={classes.attended}>
      {items.map(({ sessionId, title, topic, startsAt, minutes }) => (
        <li key={sessionId}>
          <div>
            <Link to="/sesi/$id" params={{ id: sessionId }} className={classes.title}>
              {title}
            </Link>
            <Text size="sm" c="dimmed">
              {[mediumDay(startsAt, reader), topic].filter(Boolean).join(' · ')}
            </Text>
          </div>
          <span className={classes.minutes}>{t('attended.minutes', { minutes })}</span>
        </li>
      ))}
    </ul>
  );
}
