// The fields of a session: what, when, how many, where, and who.
import { Autocomplete, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { LANGUAGES } from '../../../../src/contracts/languages.js';
import { queries } from '../../api/queries.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { MarkdownField } from '../../ui/markdown-field.js';
import { Panel } from '../../ui/panel.js';
import type { EditorValues } from './editor-values.js';
import { PlacePanel, type Confirmed } from './place-panel.js';
import { StagePanel } from './stage-panel.js';
import { OtherDescription } from './other-description.js';
import { StaffPanel, type OtherDate } from './staff-panel.js';
import { WhenFields } from './when-fields.js';
import { staff } from './words.js';

type Form = UseFormReturnType<EditorValues>;
const USUAL_MINUTES = 90;

interface SessionFormProps {
  form: Form;
  confirmed: Confirmed;
  /** How long it lasts where nobody has said. */
  usualMinutes?: number;
  /** Undefined for one that is not made yet. */
  sessionId?: string;
  /** Kept as one list for as long as it says the same. */
  otherDates?: OtherDate[];
}

/** One for all: another one at each drawing would be asked about anew. */
const ALONE: OtherDate[] = [];

export function SessionForm(props: SessionFormProps) {
  const { form, confirmed, sessionId, usualMinutes = USUAL_MINUTES, otherDates = ALONE } = props;
  return (
    <>
      <WhatPanel form={form} />
      <WhenPanel form={form} usualMinutes={usualMinutes} />
      <PlacePanel form={form} confirmed={confirmed} />
      {form.values.delivery !== 'onsite' && <StagePanel form={form} />}
      <StaffPanel form={form} sessionId={sessionId} otherDates={otherDates} />
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
      <MarkdownField
        label={t('edit.description')}
        minRows={5}
        language={form.values.language}
        text={form.values.description}
        inputProps={form.getInputProps('description')}
      />
      <OtherDescription form={form} />
    </Panel>
  );
}

function WhenPanel({ form, usualMinutes }: { form: Form; usualMinutes: number }) {
  const t = useWords(staff);
  return (
    <Panel title={t('edit.when')}>
      <WhenFields form={form} usualMinutes={usualMinutes} />
    </Panel>
  );
}
