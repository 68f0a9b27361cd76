// Where the broadcast comes from: what this deployment offers, with what each means for attendance.
import { Radio, Stack, TextInput } from '@mantine/core';
import '@mantine/core/styles/Radio.css';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { StageKind } from '../../../../src/contracts/stage.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Panel } from '../../ui/panel.js';
import { hasAddress, type EditorValues } from './editor-values.js';
import { stage as words } from './words.js';

const ALWAYS: StageKind[] = ['jitsi', 'youtube', 'link', 'none'];

export function StagePanel({ form }: { form: UseFormReturnType<EditorValues> }) {
  const t = useWords(words);
  const offer = useQuery(staffQueries.stages());
  const { kind } = form.values.stage;
  // One that was chosen stays to be seen, even where it is offered no more.
  const kinds = [...new Set([...(offer.data?.kinds ?? ALWAYS), kind])];
  const sites = offer.data?.embedHosts.join(', ') ?? '';
  const { 'stage.kind': refused } = form.errors;
  return (
    <Panel title={t('edit.stage')}>
      <Radio.Group
        aria-label={t('edit.stage')}
        value={kind}
        error={refused}
        onChange={(value) => {
          const chosen = kinds.find((one) => one === value);
          if (chosen) form.setFieldValue('stage.kind', chosen);
        }}
      >
        <Stack gap="md">
          {kinds.map((value) => (
            <Radio
              key={value}
              value={value}
              size="md"
              label={t(`edit.stage.${value}`)}
              description={t(`edit.stage.${value}.hint`, { sites })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {hasAddress(kind) && (
        <TextInput
          label={t('edit.stage.url')}
          type="url"
          inputMode="url"
          placeholder={kind === 'youtube' ? 'https://www.youtube.com/live/' : 'https://'}
          {...form.getInputProps('stage.url')}
        />
      )}
    </Panel>
  );
}
