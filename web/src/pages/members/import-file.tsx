// The first step of an import: the file.
import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useWords } from '../../i18n/i18n.js';
import { Panel } from '../../ui/panel.js';
import { problemText } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { members } from './words.js';

export function ImportFile({ onUploaded }: { onUploaded: (id: string) => void }) {
  const t = useWords(members);
  const upload = useAct(
    (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return answer(api.POST('/api/roster-imports', { body: { file: file.name }, bodySerializer: () => form }));
    },
    {
      onDone: ({ id }) => {
        onUploaded(id);
      },
      // Said beside the button.
      onProblem: () => true,
    },
  );
  const { error } = upload;
  const detail = error instanceof ApiProblem ? error.fields.map(({ message }) => message).join(' ') : '';
  return (
    <Panel title={t('in.file.title')} text={t('in.file.text')}>
      <Stack align="flex-start" gap="sm">
        <FileButton
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(file) => {
            if (file) upload.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} size="lg" leftSection={<IconUpload size={20} />} loading={upload.isPending}>
              {t('in.file.pick')}
            </Button>
          )}
        </FileButton>
        <div role="status">
          {upload.isPending && <Text c="dimmed">{t('in.file.sending', { name: upload.variables.name })}</Text>}
        </div>
        {error && (
          <Text c="red" role="alert">
            {problemText(error)} {detail}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
