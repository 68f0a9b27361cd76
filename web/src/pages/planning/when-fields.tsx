// When a session is, on a clock in its own zone; what that is elsewhere, and whom it keeps away.
import { Alert, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { allZones, INDONESIAN_ZONES, zoneName } from '../../time/time.js';
import { DayAndTimeInput } from '../../ui/day-and-time-input.js';
import { instantOf, later } from './editor-values.js';
import { useWarnings } from './use-warnings.js';
import { staff } from './words.js';

interface When {
  startsAt: string | null;
  endsAt: string | null;
  zone: string;
}

/** Any form with these three fields. */
interface WhenForm {
  values: When;
  getInputProps: (path: keyof When) => GetInputPropsReturnType;
  setFieldValue: (path: 'startsAt' | 'endsAt', value: string | null) => void;
}

interface WhenFieldsProps {
  form: WhenForm;
  /** How long it lasts where nobody has said. */
  usualMinutes: number;
}

export function WhenFields({ form, usualMinutes }: WhenFieldsProps) {
  const t = useWords(staff);
  const language = useLanguage();
  const { startsAt, endsAt, zone } = form.values;
  const start = instantOf(startsAt, zone);
  const end = instantOf(endsAt, zone);
  const zones = [...new Set<string>([...INDONESIAN_ZONES, zone])];
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayAndTimeInput
          label={t('edit.start')}
          placeholder={t('edit.pick')}
          {...form.getInputProps('startsAt')}
          onChange={(value) => {
            form.setFieldValue('startsAt', value);
            // An end before its start helps nobody: keep the length, or begin with the usual one.
            if (value && (!endsAt || endsAt <= value)) form.setFieldValue('endsAt', later(value, usualMinutes));
          }}
        />
        <DayAndTimeInput label={t('edit.end')} placeholder={t('edit.pick')} {...form.getInputProps('endsAt')} />
      </SimpleGrid>
      <NativeSelect
        label={t('edit.zone')}
        data={zones.map((value) => ({ value, label: `${zoneName(value, start ?? '2026-01-01')} (${value})` }))}
        {...form.getInputProps('zone')}
      />
      {start && <Text c="dimmed">{t('edit.all-zones', { times: allZones(start, language) })}</Text>}
      {start && end && <Warnings start={start} end={end} />}
    </>
  );
}

export function Warnings({ start, end }: { start: string; end: string }) {
  const warnings = useWarnings(start, end);
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} />} role="status">
      <Stack gap={4}>
        {warnings.map((warning) => (
          <Text key={warning} size="sm">
            {warning}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
