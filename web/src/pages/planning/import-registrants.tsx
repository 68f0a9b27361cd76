// Staff register a list of members from a CSV file: looked through first, with every line that names nobody, then taken.
import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { DataTable } from '../../ui/data-table.js';
import { notifyDone, problemText } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { staff } from './words.js';

type Import = Schema<'RegistrationImport'>;

export function ImportRegistrants({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  const says = useWords(common);
  const [isOpen, setOpen] = useState(false);
  const [file, setFile] = useState<File>();
  const send = (mode: 'check' | 'good') => (list: File) => {
    const form = new FormData();
    form.append('file', list, list.name);
    const params = { path: { id: sessionId }, query: { mode } };
    const path = '/api/sessions/{id}/registrations/import';
    return answer(api.POST(path, { params, body: { file: list.name }, bodySerializer: () => form }));
  };
  // Its problem is said below the button.
  const check = useAct(send('check'), { onProblem: () => true });
  const take = useAct(send('good'), {
    refresh: [['planning'], ['sessions']],
    onDone: ({ outcome }) => {
      close();
      if (outcome) notifyDone(t('reg.import.done', { ...outcome }));
    },
  });
  const close = (): void => {
    setOpen(false);
    setFile(undefined);
    check.reset();
  };
  const seen = check.data;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={20} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('reg.import')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('reg.import.title')}
        closeButtonProps={{ 'aria-label': says('act.close') }}
      >
        <Stack gap="md">
          <Text>{t('reg.import.text')}</Text>
          <FileButton
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={(chosen) => {
              if (!chosen) return;
              setFile(chosen);
              check.mutate(chosen);
            }}
          >
            {(props) => (
              <Button {...props} variant="light" leftSection={<IconUpload size={20} />} loading={check.isPending}>
                {t(seen ? 'reg.import.again' : 'reg.import.pick')}
              </Button>
            )}
          </FileButton>
          <div aria-live="polite">
            {check.error && (
              <Text c="red" role="alert">
                {faultsOf(check.error)}
              </Text>
            )}
            {seen && <Seen seen={seen} />}
          </div>
          {seen && file && (
            <Group justify="flex-end">
              <Button
                disabled={seen.found === 0}
                loading={take.isPending}
                onClick={() => {
                  take.mutate(file);
                }}
              >
                {t('reg.import.yes', { count: seen.found })}
              </Button>
            </Group>
          )}
        </Stack>
      </Modal>
    </>
  );
}

function Seen({ seen: { found, already, bad, badLines } }: { seen: Import }) {
  const t = useWords(staff);
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('reg.import.found', { count: found })}</Text>
      {already > 0 && <Text c="dimmed">{t('reg.import.already', { count: already })}</Text>}
      {bad > 0 && (
        <>
          <Text c="red">{t('reg.import.bad', { count: bad })}</Text>
          <DataTable
            caption={t('reg.import.bad', { count: bad })}
            columns={[
              { key: 'line', head: t('reg.import.line'), cell: ({ line }) => line },
              { key: 'given', head: t('reg.import.given'), cell: ({ given }) => given },
              { key: 'fault', head: t('reg.import.fault'), cell: ({ fault }) => t(`reg.import.fault.${fault}`) },
            ]}
            rows={badLines}
            keyOf={({ line }) => String(line)}
          />
          {bad > badLines.length && <Text c="dimmed">{t('reg.import.more', { count: bad - badLines.length })}</Text>}
        </>
      )}
    </Stack>
  );
}

function faultsOf(error: Error): string {
  const faults = error instanceof ApiProblem ? error.fields.map(({ message }) => message).join(' ') : '';
  return faults || problemText(error);
}
