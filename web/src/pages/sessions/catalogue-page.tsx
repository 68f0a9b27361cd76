// The catalogue: search, topic and time; seats left on every card.
import { Button, Group, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarSearch, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries, type CatalogueFilter } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { zoneName } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { Timeline } from './timeline.js';
import { sessions } from './words.js';

const ALL = 'all';
const TIMES = ['open', 'past'] as const;

export function CataloguePage() {
  const t = useWords(sessions);
  const reader = useReader();
  const now = useNow(3_600_000);
  const topics = useQuery(queries.topics());
  const [text, setText] = useState('');
  const [topic, setTopic] = useState(ALL);
  const [when, setWhen] = useState<CatalogueFilter['when']>('open');
  const [q] = useDebouncedValue(text.trim(), 300);
  const filter = { q, topic: topic === ALL ? '' : topic, when };
  return (
    <Page title={t('list.title')} lead={t('list.lead', { zone: zoneName(reader.zone, now.toISOString()) })}>
      <Stack gap="sm" role="search">
        <TextInput
          type="search"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Group gap="sm">
          <SegmentedControl
            aria-label={t('list.when')}
            size="md"
            value={when}
            data={TIMES.map((value) => ({ value, label: t(`list.when.${value}`) }))}
            onChange={setWhen}
          />
          <Select
            aria-label={t('list.topic')}
            style={{ flex: 1, minWidth: 180 }}
            value={topic}
            data={[
              { value: ALL, label: t('list.topic.all') },
              ...(topics.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => {
              setTopic(value ?? ALL);
            }}
          />
        </Group>
      </Stack>
      <Results
        filter={filter}
        onClear={() => {
          setText('');
          setTopic(ALL);
        }}
      />
    </Page>
  );
}

function Results({ filter, onClear }: { filter: CatalogueFilter; onClear: () => void }) {
  const t = useWords(sessions);
  const query = useInfiniteQuery(queries.sessions(filter));
  if (query.isPending) return <Loading rows={4} height={124} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const found = query.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    return (
      <Empty icon={<IconCalendarSearch size={30} />} title={t('list.empty')} text={t('list.empty.text')}>
        {(filter.q || filter.topic) && (
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
