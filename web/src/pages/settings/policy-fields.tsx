// One setting of a cooperative: its unit, its bounds, what is usual, and the way back to that.
import { Button, NativeSelect, NumberInput, Stack, Switch } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import {
  FREED,
  POLICY_NUMBERS,
  USUAL_FREED,
  type Freed,
  type PolicyNumberName,
} from '../../../../src/contracts/policy-values.js';
import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { settings } from './words.js';

export type SettingsValues = Omit<Schema<'Cooperative'>, 'id' | 'slug' | 'version'>;

interface FieldProps<Name> {
  form: UseFormReturnType<SettingsValues>;
  name: Name;
  isReadOnly: boolean;
}

interface NumberProps extends FieldProps<Exclude<PolicyNumberName, HourName>> {
  unit: 'percent' | 'seconds' | 'minutes' | 'hours' | 'days' | 'devices';
}

type HourName = 'quietFromHour' | 'quietUntilHour' | 'offerEndsFromHour';
const HINTED = [
  ...(['roomOpensMinutes', 'roomClosesMinutes', 'undoEndMinutes', 'devicesPerRoom', 'roomRetentionDays'] as const),
  ...(['presentPercent', 'bridgedSeconds', 'offerHours'] as const),
];

export function PolicyNumber({ form, name, unit, isReadOnly }: NumberProps) {
  const t = useWords(settings);
  const { min, max, usual } = POLICY_NUMBERS[name];
  const hinted = HINTED.find((one) => one === name);
  const said = t('usual', { value: t(`unit.${unit}`, { value: usual }) });
  return (
    <WithUsual form={form} name={name} usual={usual} isReadOnly={isReadOnly}>
      <NumberInput
        label={t(name)}
        description={hinted ? `${t(`${hinted}.hint`)} ${said}` : said}
        suffix={t(`unit.${unit}`, { value: '' })}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        min={min}
        max={max}
        readOnly={isReadOnly}
        {...form.getInputProps(`policies.${name}`)}
      />
    </WithUsual>
  );
}

/** A full hour of the day. */
export function PolicyHour({ form, name, isReadOnly }: FieldProps<HourName>) {
  const t = useWords(settings);
  const { min, max, usual } = POLICY_NUMBERS[name];
  const hour = (value: number) => t('unit.o-clock', { value: String(value).padStart(2, '0') });
  return (
    <WithUsual form={form} name={name} usual={usual} isReadOnly={isReadOnly}>
      <NativeSelect
        label={t(name)}
        description={t('usual', { value: hour(usual) })}
        data={Array.from({ length: max - min + 1 }, (_, nth) => ({
          value: String(min + nth),
          label: hour(min + nth),
        }))}
        disabled={isReadOnly}
        {...form.getInputProps(`policies.${name}`)}
        value={String(form.values.policies[name])}
        onChange={({ currentTarget }) => {
          form.setFieldValue(`policies.${name}`, Number(currentTarget.value));
        }}
      />
    </WithUsual>
  );
}

export function PolicyFreed({ form, name, isReadOnly }: FieldProps<keyof typeof USUAL_FREED>) {
  const t = useWords(settings);
  return (
    <WithUsual form={form} name={name} usual={USUAL_FREED[name]} isReadOnly={isReadOnly}>
      <NativeSelect
        label={t(name)}
        description={t('usual', { value: t(`freed.${USUAL_FREED[name]}`).toLocaleLowerCase() })}
        data={FREED.map((value) => ({ value, label: t(`freed.${value}`) }))}
        disabled={isReadOnly}
        {...form.getInputProps(`policies.${name}`)}
      />
    </WithUsual>
  );
}

export function PolicySwitch({ form, name, isReadOnly }: FieldProps<'staffSeeAnonymous'>) {
  const t = useWords(settings);
  return (
    <Switch
      label={t(name)}
      description={t(`${name}.hint`)}
      disabled={isReadOnly}
      {...form.getInputProps(`policies.${name}`, { type: 'checkbox' })}
    />
  );
}

interface WithUsualProps extends FieldProps<PolicyNumberName | keyof typeof USUAL_FREED> {
  usual: number | Freed;
  children: ReactNode;
}

function WithUsual({ form, name, usual, isReadOnly, children }: WithUsualProps) {
  const t = useWords(settings);
  const isUsual = form.values.policies[name] === usual;
  return (
    <Stack gap={4} align="stretch">
      {children}
      {!isUsual && !isReadOnly && (
        <Button
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          aria-label={t('usual.back', { name: t(name) })}
          onClick={() => {
            form.clearFieldError(`policies.${name}`);
            form.setFieldValue(`policies.${name}`, usual);
          }}
        >
          {t('usual.back.short')}
        </Button>
      )}
    </Stack>
  );
}
