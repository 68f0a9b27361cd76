// Picks one file and sends it at once: how far it is, a way to stop it, and what was wrong with it stand beside the button.
import { Button, FileButton, Group, Progress, Stack, Text, type ButtonProps } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import type { QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newClientId } from '../api/client-id.js';
import { ApiProblem } from '../api/problem.js';
import type { Sending } from '../api/upload.js';
import { common } from '../i18n/common.js';
import { useLanguage, useWords } from '../i18n/i18n.js';
import { percent } from '../time/time.js';
import { files } from './file-words.js';
import { problemText } from './problem-text.js';
import { useAct } from './use-act.js';

interface UploadButtonProps<Result> extends Pick<ButtonProps, 'size' | 'variant'> {
  label: string;
  accept: string;
  refresh?: QueryKey[];
  /** @param id this file's, the same when it is chosen again after it did not arrive. */
  send: (sending: Sending, id: string) => Promise<Result>;
  onDone: (result: Result) => void;
}

export function UploadButton<Result>(props: UploadButtonProps<Result>) {
  const { label, accept, variant = 'default', size = 'md' } = props;
  const { upload, share, cancel } = useUpload(props);
  const { error } = upload;
  const faults = error instanceof ApiProblem ? error.fields.map(({ message }) => message).join(' ') : '';
  return (
    <Stack gap="xs" align="stretch" maw={420}>
      <FileButton
        accept={accept}
        onChange={(file) => {
          if (file) upload.mutate(file);
        }}
      >
        {(picker) => (
          <Button
            {...picker}
            variant={variant}
            size={size}
            leftSection={<IconUpload size={20} />}
            disabled={upload.isPending}
            style={{ alignSelf: 'flex-start' }}
          >
            {label}
          </Button>
        )}
      </FileButton>
      {upload.isPending && <OnItsWay name={upload.variables.name} share={share} onCancel={cancel} />}
      {error && (
        <Text c="red" role="alert">
          {faults || problemText(error)}
        </Text>
      )}
    </Stack>
  );
}

function OnItsWay({ name, share, onCancel }: { name: string; share: number; onCancel: () => void }) {
  const t = useWords(files);
  const words = useWords(common);
  const language = useLanguage();
  const isSent = share >= 1;
  return (
    <>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text role="status" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t(isSent ? 'files.keeping' : 'files.sending', { name })}
        </Text>
        <Text fw={600}>{percent(share, language)}</Text>
      </Group>
      <Progress aria-label={t('files.progress', { name })} value={share * 100} animated={isSent} />
      {/* Once all of it is there the server keeps it, whoever still listens. */}
      {!isSent && (
        <Button variant="subtle" color="gray" onClick={onCancel} style={{ alignSelf: 'flex-start' }}>
          {words('act.cancel')}
        </Button>
      )}
    </>
  );
}

/** One upload at a time; it goes on when its reader leaves for another page. */
function useUpload<Result>({ refresh = [], send, onDone }: UploadButtonProps<Result>) {
  const [share, setShare] = useState(0);
  const underWay = useRef<AbortController>(null);
  const attempt = useRef<{ file: string; id: string }>(null);
  const idOf = ({ name, size, lastModified }: File): string => {
    const file = JSON.stringify([name, size, lastModified]);
    if (attempt.current?.file !== file) attempt.current = { file, id: newClientId() };
    return attempt.current.id;
  };
  const upload = useAct(
    (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      const controller = new AbortController();
      underWay.current = controller;
      setShare(0);
      return send({ form, signal: controller.signal, onProgress: setShare }, idOf(file));
    },
    // Its problem is said beside the button.
    {
      refresh,
      onDone: (result) => {
        attempt.current = null;
        onDone(result);
      },
      onProblem: () => true,
    },
  );
  const cancel = () => {
    underWay.current?.abort();
    upload.reset();
  };
  return { upload, share, cancel };
}
