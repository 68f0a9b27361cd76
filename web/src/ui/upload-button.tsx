// Picks one file and sends it at once; what was wrong with it stands beside the button.
import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import type { QueryKey } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';
import { useWords } from '../i18n/i18n.js';
import { files } from './file-words.js';
import { problemText } from './problem-text.js';
import { useAct } from './use-act.js';

interface UploadButtonProps {
  label: string;
  accept: string;
  refresh: QueryKey[];
  send: (form: FormData) => Promise<unknown>;
  onDone: () => void;
}

export function UploadButton({ label, accept, refresh, send, onDone }: UploadButtonProps) {
  const t = useWords(files);
  const upload = useAct(
    (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return send(form);
    },
    // Its problem is said beside the button.
    { refresh, onDone, onProblem: () => true },
  );
  const { error } = upload;
  const faults = error instanceof ApiProblem ? error.fields.map(({ message }) => message).join(' ') : '';
  return (
    <Stack gap="xs" align="flex-start">
      <FileButton
        accept={accept}
        onChange={(file) => {
          if (file) upload.mutate(file);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={20} />} loading={upload.isPending}>
            {label}
          </Button>
        )}
      </FileButton>
      <div role="status">
        {upload.isPending && <Text c="dimmed">{t('files.sending', { name: upload.variables.name })}</Text>}
      </div>
      {error && (
        <Text c="red" role="alert">
          {faults || problemText(error)}
        </Text>
      )}
    </Stack>
  );
}
