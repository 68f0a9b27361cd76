// Whether a new session recurs, on which days, until when; and the dates that come of it, each to be left out.
import {
  Checkbox,
  Chip,
  Group,
  Input,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Switch,
  Text,
} from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Chip.css';
import '@mantine/core/styles/NumberInput.css';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { MOST_OCCURRENCES, WEEKDAYS } from '../../../../src/contracts/recurrence.js';
import type { Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useReader } from '../../app/me.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { longDay, timeSpan } from '../../time/time.js';
import { Panel } from '../../ui/panel.js';
import { problemText } from '../../ui/problem-text.js';
import { useRuleWords, weekdayName } from '../../ui/rule-words.js';
import { HOWS, howsFor, previewOf, recurrenceOf, type First, type How, type RepeatValues } from './repeat-values.js';
import { useWarnings } from './use-warnings.js';
import { plans } from './words.js';

type RepeatForm = UseFormReturnType<RepeatValues>;

interface RepeatPanelProps {
  form: RepeatForm;
  /** Undefined until both its times are chosen. */
  first: First | undefined;
}

export function RepeatPanel({ form, first }: RepeatPanelProps) {
  const t = useWords(plans);
  return (
    <Panel title={t('repeat.title')}>
      <Switch size="md" label={t('repeat.on')} {...form.getInputProps('isOn', { type: 'checkbox' })} />
      {form.values.isOn && !first && <Text c="dimmed">{t('repeat.pick')}</Text>}
      {form.values.isOn && first && (
        <>
          <How form={form} first={first} />
          <End form={form} />
          <Switch
            size="md"
            label={t('repeat.whole')}
            description={t('repeat.whole.hint')}
            {...form.getInputProps('isWhole', { type: 'checkbox' })}
          />
          <Dates form={form} first={first} />
        </>
      )}
    </Panel>
  );
}

function How({ form, first }: { form: RepeatForm; first: First }) {
  const t = useWords(plans);
  const inWords = useRuleWords();
  const language = useLanguage();
  const firstStart = first.wall.replace(' ', 'T');
  const { how, days } = form.values;
  const rule = (one: How) => ({ rrule: recurrenceOf({ how: one, days }, first.wall), zone: first.zone, firstStart });
  return (
    <>
      <NativeSelect
        label={t('repeat.how')}
        value={how}
        data={howsFor(first.wall).map((value) => ({ value, label: inWords(rule(value)) }))}
        onChange={({ currentTarget }) => {
          const value = HOWS.find((one) => one === currentTarget.value);
          if (value) form.setFieldValue('how', value);
        }}
      />
      {how === 'weekly' && (
        <Input.Wrapper label={t('repeat.days')} labelElement="div">
          <Chip.Group
            multiple
            value={days}
            onChange={(chosen) => {
              form.setFieldValue(
                'days',
                WEEKDAYS.filter((day) => chosen.includes(day)),
              );
            }}
          >
            <Group gap="xs" mt={4}>
              {WEEKDAYS.map((day) => (
                <Chip key={day} value={day}>
                  {weekdayName(day, language)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      )}
    </>
  );
}

function End({ form }: { form: RepeatForm }) {
  const t = useWords(plans);
  const language = useLanguage();
  const { end } = form.values;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={t('repeat.end')}
        data={(['count', 'until'] as const).map((value) => ({ value, label: t(`repeat.end.${value}`) }))}
        {...form.getInputProps('end')}
      />
      {end === 'count' ? (
        <NumberInput label={t('repeat.count')} min={1} max={MOST_OCCURRENCES} {...form.getInputProps('count')} />
      ) : (
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
          <DatePickerInput
            size="md"
            label={t('repeat.until')}
            valueFormat="D MMMM YYYY"
            {...form.getInputProps('until')}
          />
        </DatesProvider>
      )}
    </SimpleGrid>
  );
}

function Dates({ form, first }: { form: RepeatForm; first: First }) {
  const t = useWords(plans);
  const { except } = form.values;
  const preview = useQuery(staffQueries.seriesPreview(previewOf(form.values, first)));
  if (preview.isError) {
    return (
      <Text c="var(--mantine-color-error)" role="alert">
        {problemText(preview.error)}
      </Text>
    );
  }
  const dates = preview.data?.dates ?? [];
  const kept = dates.filter(({ day }) => !except.includes(day)).length;
  return (
    <Stack gap="xs" component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fw={600}>
        {t('repeat.dates', { count: kept })}
      </Text>
      <Text c="dimmed" size="sm">
        {t('repeat.dates.hint')}
      </Text>
      {dates.map((date) => (
        <OneDate
          key={date.day}
          date={date}
          isKept={!except.includes(date.day)}
          onChange={(isKept) => {
            form.setFieldValue('except', [...except.filter((day) => day !== date.day), ...(isKept ? [] : [date.day])]);
          }}
        />
      ))}
    </Stack>
  );
}

interface OneDateProps {
  date: Schema<'SeriesDate'>;
  isKept: boolean;
  onChange: (isKept: boolean) => void;
}

function OneDate({ date: { startsAt, endsAt }, isKept, onChange }: OneDateProps) {
  const reader = useReader();
  const warnings = useWarnings(startsAt, endsAt);
  return (
    <Checkbox
      checked={isKept}
      label={`${longDay(startsAt, reader)}, ${timeSpan(startsAt, endsAt, reader)}`}
      description={isKept ? warnings.join(' ') : ''}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.checked);
      }}
    />
  );
}
