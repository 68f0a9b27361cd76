// The catalogue: search and filters that live in its address; seats left on every card.
import { Button } from '@mantine/core';
import { IconCalendarSearch, IconMessageQuestion } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { queries, type CatalogueFilter } from '../../api/queries.js';
import { catalogueSearch } from '../../app/catalogue-search.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { zoneName } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { answers } from '../answers/words.js';
import { filterOf } from './catalogue-filter.js';
import { CatalogueFilters } from './catalogue-filters.js';
import { Timeline } from './timeline.js';
import { sessions } from './words.js';

export function CataloguePage() {
  const t = useWords(sessions);
  const reader = useReader();
  const now = useNow(3_600_000);
  const search = useSearch({ from: '/member/jadwal' });
  const navigate = useNavigate({ from: '/jadwal' });
  const isBackwards = search.dari !== undefined && search.sampai !== undefined && search.sampai < search.dari;
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead', { zone: zoneName(reader.zone, now.toISOString()) })}
      actions={<AnswersLink />}
    >
      <CatalogueFilters
        search={search}
        onAsk={(asked) => {
          void navigate({ search: catalogueSearch({ ...search, ...asked }), replace: true, resetScroll: false });
        }}
      />
      {!isBackwards && (
        <Results
          filter={filterOf(search, now, reader.zone)}
          isNarrowed={Object.keys(search).length > 0}
          onClear={() => {
            void navigate({ search: {}, replace: true });
          }}
        />
      )}
    </Page>
  );
}

function AnswersLink() {
  const t = useWords(answers);
  return (
    <Button component={Link} to="/jawaban" variant="default" leftSection={<IconMessageQuestion size={20} />}>
      {t('open')}
    </Button>
  );
}

interface ResultsProps {
  filter: CatalogueFilter;
  isNarrowed: boolean;
  onClear: () => void;
}

function Results({ filter, isNarrowed, onClear }: ResultsProps) {
  const t = useWords(sessions);
  const query = useInfiniteQuery({ ...queries.sessions(filter), placeholderData: keepPreviousData });
  if (query.isPending) return <Loading rows={4} height={124} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const found = query.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    const [title, text] = isNarrowed
      ? [t('list.empty'), t('list.empty.text')]
      : [t('list.nothing'), t('list.nothing.text')];
    return (
      <Empty icon={<IconCalendarSearch size={30} />} title={title} text={text}>
        {isNarrowed && (
          <Button variant="light" onClick={onClear} mt="xs">
            {t('list.clear')}
          </Button>
        )}
      </Empty>
    );
  }
  return (
    <>
      <Timeline sessions={found} />
      <MoreButton query={query} />
    </>
  );
}
