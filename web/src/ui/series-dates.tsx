// The sessions of a series, each a way to its page.
import { List, Text } from '@mantine/core';
import '@mantine/core/styles/List.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../api/queries.js';
import type { Schema } from '../api/client.js';
import { useReader } from '../app/me.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';
import { mediumDay, timeSpan } from '../time/time.js';
import { series as words, useRuleWords } from './rule-words.js';
import { Loaded, Loading } from './states.js';

interface SeriesDatesProps {
  series: NonNullable<Schema<'SessionDetail'>['series']>;
  /** The session that it stands with. */
  sessionId: string;
  /** To its page, or to its editor. */
  area: '/sesi/$id' | '/kelola/sesi/$id';
}

export function SeriesDates({ series, sessionId, area }: SeriesDatesProps) {
  const inWords = useRuleWords();
  const query = useQuery(queries.series(series.id));
  return (
    <>
      <Text mb="xs">{inWords(series)}</Text>
      <Loaded query={query} skeleton={<Loading rows={2} height={28} />}>
        {({ sessions }) => (
          <List spacing={4} listStyleType="none">
            {sessions.map((session) => (
              <List.Item key={session.id}>
                <OneDate session={session} isHere={session.id === sessionId} area={area} />
              </List.Item>
            ))}
          </List>
        )}
      </Loaded>
    </>
  );
}

interface OneDateProps {
  session: Schema<'SeriesSession'>;
  isHere: boolean;
  area: SeriesDatesProps['area'];
}

function OneDate({ session: { id, state, startsAt, endsAt, mine }, isHere, area }: OneDateProps) {
  const t = useWords(words);
  const states = useWords(common);
  const reader = useReader();
  const when = `${mediumDay(startsAt, reader)}, ${timeSpan(startsAt, endsAt, reader)}`;
  const notes = [
    ...(isHere ? [t('here')] : []),
    ...(state === 'published' ? [] : [states(`session.state.${state}`)]),
    ...(mine ? [t(`mine.${mine}`)] : []),
  ];
  return (
    <>
      {isHere ? (
        <strong>{when}</strong>
      ) : (
        <Link to={area} params={{ id }}>
          {when}
        </Link>
      )}
      {notes.length > 0 && (
        <Text span size="sm" c="dimmed">
          {' '}
          · {notes.join(' · ')}
        </Text>
      )}
    </>
  );
}
