// The fields of a session: what, when, how many, where, and who.
import { Alert, Autocomplete, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DateTimePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import 'dayjs/locale/id.js';
import { LANGUAGES } from '../../../../src/contracts/languages.js';
import { queries } from '../../api/queries.js';
import { common } from '../../i18n/common.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { allZones, INDONESIAN_ZONES, zoneName } from '../../time/time.js';
import { Panel } from '../../ui/panel.js';
import { instantOf, later, type EditorValues } from './editor-values.js';
import { PlacePanel } from './place-panel.js';
import { StagePanel } from './stage-panel.js';
import { StaffPanel } from './staff-panel.js';
import { warningsFor } from './when-warnings.js';
import { staff } from './words.js';

type Form = UseFormReturnType<EditorValues>;
const USUAL_MINUTES = 90;

interface SessionFormProps {
  form: Form;
  confirmed: number;
  /** Undefined for one that is not made yet. */
  sessionId?: string;
}

export function SessionForm({ form, confirmed, sessionId }: SessionFormProps) {
  return (
    <>
      <WhatPanel form={form} />
      <WhenPanel form={form} />
      <PlacePanel form={form} confirmed={confirmed} />
      {form.values.delivery !== 'onsite' && <StagePanel form={form} />}
      <StaffPanel form={form} sessionId={sessionId} />
    </>
  );
}

function WhatPanel({ form }: { form: Form }) {
  const t = useWords(staff);
  const words = useWords(common);
  const topics = useQuery(queries.topics());
  return (
    <Panel title={t('edit.what')}>
      <TextInput label={t('edit.name')} {...form.getInputProps('title')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Autocomplete
          size="md"
          label={t('edit.topic')}
          description={t('edit.topic.hint')}
          data={(topics.data ?? []).map(({ name }) => name)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('topic')}
        />
        <NativeSelect
          label={t('edit.language')}
          data={LANGUAGES.map((value) => ({ value, label: words(`language.${value}`) }))}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
      <Textarea
        label={t('edit.description')}
        description={t('edit.description.hint')}
        autosize
        minRows={5}
        maxRows={16}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('description')}
      />
    </Panel>
  );
}

function WhenPanel({ form }: { form: Form }) {
  const t = useWords(staff);
  const language = useLanguage();
  const { startsAt, endsAt, zone } = form.values;
  const start = instantOf(startsAt, zone);
  const end = instantOf(endsAt, zone);
  const zones = [...new Set<string>([...INDONESIAN_ZONES, zone])];
  const format = language === 'id' ? 'dddd, D MMMM YYYY, HH.mm' : 'dddd, D MMMM YYYY, HH:mm';
  return (
    <Panel title={t('edit.when')}>
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DateTimePicker
            size="md"
            label={t('edit.start')}
            placeholder={t('edit.pick')}
            valueFormat={format}
            {...form.getInputProps('startsAt')}
            onChange={(value) => {
              form.setFieldValue('startsAt', value);
              // An end before its start helps nobody: keep the length, or begin with the usual one.
              if (value && (!endsAt || endsAt <= value)) form.setFieldValue('endsAt', later(value, USUAL_MINUTES));
            }}
          />
          <DateTimePicker
            size="md"
            label={t('edit.end')}
            placeholder={t('edit.pick')}
            valueFormat={format}
            {...form.getInputProps('endsAt')}
          />
        </SimpleGrid>
      </DatesProvider>
      <NativeSelect
        label={t('edit.zone')}
        data={zones.map((value) => ({ value, label: `${zoneName(value, start ?? '2026-01-01')} (${value})` }))}
        {...form.getInputProps('zone')}
      />
      {start && <Text c="dimmed">{t('edit.all-zones', { times: allZones(start, language) })}</Text>}
      {start && end && <Warnings start={start} end={end} />}
    </Panel>
  );
}

function Warnings({ start, end }: { start: string; end: string }) {
  const t = useWords(staff);
  const warnings = warningsFor(start, end);
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} />} role="status">
      <Stack gap={4}>
        {warnings.map(({ word, zone }) => (
          <Text key={word + zone} size="sm">
            {t(word, { zone })}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
