// How the catalogue is narrowed: words always in sight, everything else behind one button that says how much is asked.
import { Badge, Button, Collapse, Group, NativeSelect, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../api/queries.js';
import { TIMES, type CatalogueSearch } from '../../app/catalogue-search.js';
import { useWords } from '../../i18n/i18n.js';
import { countOf } from './catalogue-filter.js';
import { useDebouncedAsk } from '../../ui/use-debounced-ask.js';
import { sessions } from './words.js';

/** The values of the address as they are typed; the router's `validateSearch` drops what makes no sense. */
export type Asked = Partial<Record<keyof CatalogueSearch, string | undefined>>;

interface FiltersProps {
  search: CatalogueSearch;
  onAsk: (asked: Asked) => void;
}

export function CatalogueFilters({ search, onAsk }: FiltersProps) {
  const t = useWords(sessions);
  const count = countOf(search);
  const [isOpen, setOpen] = useState(count > 0);
  return (
    <Stack gap="sm" role="search">
      <Group gap="sm" wrap="nowrap">
        <Words value={search.cari ?? ''} onAsk={onAsk} />
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={20} />}
          rightSection={count > 0 && <Badge circle>{count}</Badge>}
          aria-expanded={isOpen}
          aria-controls="saringan"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('list.filter')}
        </Button>
      </Group>
      <Collapse expanded={isOpen} id="saringan">
        <Choices search={search} onAsk={onAsk} />
      </Collapse>
    </Stack>
  );
}

/** Asks when the reader pauses, not at every letter. */
function Words({ value, onAsk }: { value: string; onAsk: FiltersProps['onAsk'] }) {
  const t = useWords(sessions);
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const ask = useDebouncedAsk((cari) => {
    setAsked(cari);
    onAsk({ cari });
  });
  // The address changed by itself: by the way back, or by clearing it all.
  if (value !== asked && value !== asked.trim()) {
    setAsked(value);
    setText(value);
  }
  return (
    <TextInput
      type="search"
      style={{ flex: 1 }}
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconSearch size={18} aria-hidden />}
      maxLength={100}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        ask(currentTarget.value);
      }}
    />
  );
}

function Choices({ search, onAsk }: FiltersProps) {
  const t = useWords(sessions);
  const topics = useQuery(queries.topics());
  const ways = (['virtual', 'onsite', 'hybrid'] as const).map((value) => ({ value, label: t(`list.way.${value}`) }));
  const languages = (['id', 'en'] as const).map((value) => ({ value, label: t(`session.language.${value}`) }));
  const names = (topics.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const times = TIMES.map((value) => ({ value, label: t(`list.when.${value}`) }));
  return (
    <Stack gap="sm" pt={4}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Choice label={t('list.when')} any={t('list.when.open')} name="waktu" data={times} {...{ search, onAsk }} />
        <Choice label={t('list.topic')} any={t('list.topic.all')} name="topik" data={names} {...{ search, onAsk }} />
        {search.waktu === 'tanggal' && (
          <>
            <Day label={t('list.from')} name="dari" {...{ search, onAsk }} />
            <Day label={t('list.to')} name="sampai" {...{ search, onAsk }} />
          </>
        )}
        <Choice label={t('list.way')} any={t('list.way.all')} name="cara" data={ways} {...{ search, onAsk }} />
        <Choice
          label={t('session.language')}
          any={t('list.language.all')}
          name="bahasa"
          data={languages}
          {...{ search, onAsk }}
        />
      </SimpleGrid>
      <Switch
        label={t('list.seats')}
        checked={search.kursi === 'ada'}
        onChange={({ currentTarget }) => {
          onAsk({ kursi: currentTarget.checked ? 'ada' : undefined });
        }}
      />
    </Stack>
  );
}

interface ChoiceProps extends FiltersProps {
  label: string;
  any: string;
  name: 'waktu' | 'topik' | 'cara' | 'bahasa';
  data: readonly { value: string; label: string }[];
}

function Choice({ label, any, name, data, search, onAsk }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      value={search[name] ?? ''}
      data={[{ value: '', label: any }, ...data]}
      onChange={({ currentTarget }) => {
        onAsk({ [name]: currentTarget.value || undefined });
      }}
    />
  );
}

interface DayProps extends FiltersProps {
  label: string;
  name: 'dari' | 'sampai';
}

function Day({ label, name, search, onAsk }: DayProps) {
  const t = useWords(sessions);
  const { dari, sampai } = search;
  const isBackwards = name === 'sampai' && dari !== undefined && sampai !== undefined && sampai < dari;
  return (
    <TextInput
      type="date"
      label={label}
      value={search[name] ?? ''}
      error={isBackwards && t('list.to.before')}
      onChange={({ currentTarget }) => {
        onAsk({ [name]: currentTarget.value || undefined });
      }}
    />
  );
}
