// A year's holidays: public ones, joint leave, and the cooperative's own; seen, changed and saved as one list.
import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconCalendarPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FIXED_HOLIDAYS, HOLIDAY_KINDS, HOLIDAY_LIMITS } from '../../../../src/contracts/holidays.js';
import type { Language } from '../../../../src/contracts/languages.js';
import { answer, api, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { dayKey } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { holidays as holidayWords } from '../../ui/holiday-words.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Stale } from '../../ui/stale.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useGuardedAct } from '../../ui/use-act.js';

type Holidays = Schema<'Holidays'>;
type Values = Pick<Holidays, 'days'>;
type Form = UseFormReturnType<Values>;

/** Years to choose from, counted from this one: sessions are planned ahead, and the last year can still be looked up. */
const YEARS = [-1, 0, 1, 2];

export function HolidaysPanel({ cooperative: { language, zone } }: { cooperative: Schema<'Cooperative'> }) {
  const t = useWords(holidayWords);
  const thisYear = Number(dayKey(useNow(), zone).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [isDirty, setDirty] = useState(false);
  const query = useQuery(staffQueries.holidays(year));
  return (
    <Panel title={t('title')} text={t('text')}>
      <Text size="sm">{t('how')}</Text>
      <NativeSelect
        label={t('year')}
        description={isDirty ? t('year.dirty') : undefined}
        disabled={isDirty}
        data={YEARS.map((from) => String(thisYear + from))}
        value={String(year)}
        onChange={({ currentTarget }) => {
          setYear(Number(currentTarget.value));
        }}
      />
      <Loaded query={query} skeleton={<Loading rows={2} height={56} />}>
        {(data) => (
          <YearForm
            key={`${data.year} ${data.version}`}
            current={data}
            language={language}
            onDirty={setDirty}
            onReload={() => void query.refetch()}
          />
        )}
      </Loaded>
    </Panel>
  );
}

interface YearFormProps {
  current: Holidays;
  /** The cooperative's: its list is written in it. */
  language: Language;
  onDirty: (isDirty: boolean) => void;
  onReload: () => void;
}

function YearForm({ current: { year, version, days }, language, onDirty, onReload }: YearFormProps) {
  const t = useWords(holidayWords);
  const form = useForm<Values>({
    initialValues: { days },
    onValuesChange: (values) => {
      onDirty(JSON.stringify(values.days) !== JSON.stringify(days));
    },
  });
  const { save, isStale } = useGuardedAct(
    (values: Values) =>
      answer(api.PUT('/api/holidays/{year}', { params: { path: { year } }, body: { version, ...values } })),
    {
      form,
      refresh: [['holidays']],
      onDone: () => {
        onDirty(false);
        notifyDone(t('saved', { year: String(year) }));
      },
    },
  );
  const listed = form.values.days;
  const missing = fixedIn(year, language).filter(({ day }) => !listed.some((one) => one.day === day));
  const isFull = listed.length >= HOLIDAY_LIMITS.days;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values);
      })}
    >
      <Stack gap="md">
        {isStale && (
          <Stale
            title={t('stale')}
            onReload={() => {
              onDirty(false);
              onReload();
            }}
          />
        )}
        {listed.length === 0 && <Text c="dimmed">{t('none', { year: String(year) })}</Text>}
        {listed.map((_, nth) => (
          <OneDay key={nth} form={form} nth={nth} year={year} />
        ))}
        <Group gap="sm">
          <Button
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden />}
            disabled={isFull}
            onClick={() => {
              form.insertListItem('days', { day: '', name: '', kind: listed.at(-1)?.kind ?? 'national' });
            }}
          >
            {t('add')}
          </Button>
          {missing.length > 0 && (
            <Button
              variant="light"
              leftSection={<IconCalendarPlus size={18} aria-hidden />}
              disabled={isFull}
              onClick={() => {
                form.clearErrors();
                form.setFieldValue('days', byDay([...listed, ...missing]));
              }}
            >
              {t('fixed')}
            </Button>
          )}
          {form.isDirty() && (
            <Button
              variant="subtle"
              onClick={() => {
                form.reset();
                onDirty(false);
              }}
            >
              {t('undo')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function OneDay({ form, nth, year }: { form: Form; nth: number; year: number }) {
  const t = useWords(holidayWords);
  const path = `days.${nth}`;
  const number = nth + 1;
  return (
    <Group gap="xs" align="flex-start">
      <TextInput
        type="date"
        aria-label={t('day', { nth: number })}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        {...form.getInputProps(`${path}.day`)}
      />
      <TextInput
        style={{ flex: '1 1 14rem' }}
        aria-label={t('name', { nth: number })}
        placeholder={t('name.example')}
        maxLength={HOLIDAY_LIMITS.name}
        {...form.getInputProps(`${path}.name`)}
      />
      <NativeSelect
        aria-label={t('kind', { nth: number })}
        data={HOLIDAY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.getInputProps(`${path}.kind`)}
      />
      <ActionIcon
        color="red"
        aria-label={t('remove', { nth: number })}
        onClick={() => {
          form.removeListItem('days', nth);
        }}
      >
        <IconTrash size={20} />
      </ActionIcon>
    </Group>
  );
}

function fixedIn(year: number, language: Language): Holidays['days'] {
  return FIXED_HOLIDAYS.map(({ day, name }) => ({ day: `${year}-${day}`, name: name[language], kind: 'national' }));
}

/** Days that are not chosen yet come last. */
function byDay(days: Holidays['days']): Holidays['days'] {
  return [...days].sort((one, other) => (one.day || '9').localeCompare(other.day || '9'));
}
