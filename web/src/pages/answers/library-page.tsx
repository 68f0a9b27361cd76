// What was answered in writing in any session of the cooperative, to be found by its words and its topic.
import { NativeSelect, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { IconMessageQuestion, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { answersSearch, type AnswersSearch } from '../../app/answers-search.js';
import { may } from '../../app/guards.js';
import { useMe, useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { longDay } from '../../time/time.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { useDebouncedAsk } from '../../ui/use-debounced-ask.js';
import classes from './answers.module.css';
import { answers } from './words.js';

/** For staff alone: no member waits for it. */
const EntryActs = lazy(() => import('./entry-acts.js').then((module) => ({ default: module.EntryActs })));

export function LibraryPage() {
  const t = useWords(answers);
  const search = useSearch({ from: '/member/jawaban' });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Filters search={search} />
      <Results search={search} />
    </Page>
  );
}

function Filters({ search }: { search: AnswersSearch }) {
  const t = useWords(answers);
  const navigate = useNavigate({ from: '/jawaban' });
  const topics = useQuery(queries.topics());
  const isStaff = may(useMe(), 'sessions.host') || search.rak !== undefined;
  const [text, setText] = useState(search.cari ?? '');
  const ask = (asked: Record<string, unknown>) => {
    void navigate({ search: answersSearch({ ...search, ...asked }), replace: true, resetScroll: false });
  };
  const askLater = useDebouncedAsk((cari) => {
    ask({ cari });
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} role="search">
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          askLater(currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label={t('topic')}
        data={[
          { value: '', label: t('topic.all') },
          ...(topics.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.topik ?? ''}
        onChange={({ currentTarget }) => {
          ask({ topik: currentTarget.value });
        }}
      />
      {isStaff && (
        <NativeSelect
          aria-label={t('shelf')}
          data={[
            { value: '', label: t('shelf.open') },
            { value: 'arsip', label: t('shelf.put-away') },
          ]}
          value={search.rak ?? ''}
          onChange={({ currentTarget }) => {
            ask({ rak: currentTarget.value });
          }}
        />
      )}
    </SimpleGrid>
  );
}

function Results({ search }: { search: AnswersSearch }) {
  const t = useWords(answers);
  const query = useInfiniteQuery({ ...queries.answers(search), placeholderData: keepPreviousData });
  if (query.isPending) return <Loading rows={4} height={120} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const found = query.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    const { rak, ...narrowing } = search;
    const isNarrowed = Object.keys(narrowing).length > 0;
    const nothing = rak ? ('put-away.empty' as const) : ('empty' as const);
    return (
      <Empty
        icon={<IconMessageQuestion size={30} />}
        title={t(isNarrowed ? 'none.title' : nothing)}
        text={t(isNarrowed ? 'none.text' : `${nothing}.text`)}
      />
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {found.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
}

function Entry({ entry }: { entry: Schema<'LibraryEntry'> }) {
  const t = useWords(answers);
  const reader = useReader();
  const { text, answer, session, mayCorrect, mayArchive } = entry;
  return (
    <li className={classes.card}>
      <Title order={2} size="h4">
        {text}
      </Title>
      <p className={classes.answer}>{answer.text}</p>
      {answer.correctedAt && (
        <Text size="sm" c="dimmed">
          {t('corrected', { when: longDay(answer.correctedAt, reader) })}
        </Text>
      )}
      <Link to="/sesi/$id" params={{ id: session.id }} className={classes.from}>
        {t('from', { title: session.title })}
      </Link>
      {(mayCorrect || mayArchive) && (
        <Suspense>
          <EntryActs entry={entry} />
        </Suspense>
      )}
    </li>
  );
}
