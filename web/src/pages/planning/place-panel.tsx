// Where people take part, how many fit there, and what they should know before they come.
import { Alert, NumberInput, SegmentedControl, Switch, Textarea } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Schema } from '../../api/client.js';
import { useWords } from '../../i18n/i18n.js';
import { MarkdownField } from '../../ui/markdown-field.js';
import { Panel } from '../../ui/panel.js';
import { DELIVERIES, type EditorValues } from './editor-values.js';
import { staff } from './words.js';

type Form = UseFormReturnType<EditorValues>;

/** Seats given already, by the way that their members come. */
export type Confirmed = Schema<'ConfirmedByMode'>;
export const NOBODY: Confirmed = { virtual: 0, onsite: 0 };

export function PlacePanel({ form, confirmed }: { form: Form; confirmed: Confirmed }) {
  const t = useWords(staff);
  const { delivery } = form.values;
  return (
    <Panel title={t('edit.place')}>
      <SegmentedControl
        aria-label={t('edit.place')}
        size="md"
        fullWidth
        value={delivery}
        data={DELIVERIES.map((value) => ({ value, label: t(`edit.delivery.${value}`) }))}
        onChange={(value) => {
          form.setFieldValue('delivery', value);
        }}
      />
      {delivery !== 'onsite' && <Seats form={form} kind="virtual" confirmed={confirmed} />}
      {delivery !== 'virtual' && <Venue form={form} confirmed={confirmed} />}
    </Panel>
  );
}

function Venue({ form, confirmed }: { form: Form; confirmed: Confirmed }) {
  const t = useWords(staff);
  return (
    <>
      <Textarea
        label={t('edit.venue')}
        description={t('edit.venue.hint')}
        autosize
        minRows={2}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('venue')}
      />
      <Seats form={form} kind="onsite" confirmed={confirmed} />
      <MarkdownField
        label={t('edit.protocol')}
        hint={t('edit.protocol.hint')}
        minRows={3}
        language={form.values.language}
        text={form.values.protocol}
        inputProps={form.getInputProps('protocol')}
      />
    </>
  );
}

const FIELDS = {
  virtual: { isUnlimited: 'isUnlimited', capacity: 'capacity' },
  onsite: { isUnlimited: 'isOnsiteUnlimited', capacity: 'onsiteCapacity' },
} as const;

export function Seats({ form, kind, confirmed }: { form: Form; kind: keyof typeof FIELDS; confirmed: Confirmed }) {
  const t = useWords(staff);
  const fields = FIELDS[kind];
  const isUnlimited = form.values[fields.isUnlimited];
  // Where there is but one way all come that way, whatever they once chose.
  const count = form.values.delivery === 'hybrid' ? confirmed[kind] : confirmed.virtual + confirmed.onsite;
  const isLower = !isUnlimited && Number(form.values[fields.capacity]) < count;
  return (
    <>
      <Switch
        size="md"
        label={t(`edit.unlimited.${kind}`)}
        {...form.getInputProps(fields.isUnlimited, { type: 'checkbox' })}
      />
      {!isUnlimited && (
        <NumberInput
          label={t(`edit.capacity.${kind}`)}
          min={1}
          max={100_000}
          maw={260}
          {...form.getInputProps(fields.capacity)}
        />
      )}
      {isLower && (
        <Alert color="yellow" icon={<IconAlertTriangle size={20} />}>
          {t('edit.capacity.lower', { confirmed: count })}
        </Alert>
      )}
    </>
  );
}
