// Staff register a list of members from a CSV file: looked through first, with every line that names nobody, then taken by
// the server while they do something else.
import { Button, FileButton, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import '@mantine/core/styles/Progress.css';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { count as inLanguage } from '../../time/time.js';
import { DataTable } from '../../ui/data-table.js';
import { problemText } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { staff } from './words.js';

type Import = Schema<'RegistrationImport'>;
/** How often one that runs is asked how far it has come. */
const ASK_MS = 1_500;

export function ImportRegistrants({ sessionId }: { sessionId: string }) {
  const t = useWords(staff);
  const says = useWords(common);
  const [isOpen, setOpen] = useState(false);
  const [chosenId, setChosenId] = useState<string>();
  const list = useImports(sessionId);
  // One that runs, whoever left it alone, else the one that was just sent.
  const running = list.find(({ state }) => state === 'applying');
  const current = list.find(({ id }) => id === chosenId) ?? running;
  const close = (): void => {
    setOpen(false);
    setChosenId(current?.state === 'applying' ? current.id : undefined);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={20} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {running ? t('reg.import.running', { percent: percentOf(running) }) : t('reg.import')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('reg.import.title')}
        closeButtonProps={{ 'aria-label': says('act.close') }}
      >
        <Stack gap="md">
          {current?.state !== 'applying' && (
            <PickFile sessionId={sessionId} isAgain={current !== undefined} onSent={setChosenId} />
          )}
          <div aria-live="polite">{current && <Current sessionId={sessionId} list={current} />}</div>
          {current?.state === 'applied' && (
            <Group justify="flex-end">
              <Button onClick={close}>{says('act.close')}</Button>
            </Group>
          )}
        </Stack>
      </Modal>
    </>
  );
}

/** The last lists; the table of registrants is read anew when one of them has come to its end. */
function useImports(sessionId: string): readonly Import[] {
  const client = useQueryClient();
  const query = useQuery({
    ...staffQueries.registrationImports(sessionId),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'applying') ? ASK_MS : false),
  });
  const items = query.data?.items ?? [];
  const isRunning = items.some(({ state }) => state === 'applying');
  useEffect(() => {
    if (!isRunning) return undefined;
    return () => {
      void client.invalidateQueries({ queryKey: ['planning', 'registrants'] });
    };
  }, [client, isRunning]);
  return items;
}

interface PickFileProps {
  sessionId: string;
  isAgain: boolean;
  onSent: (id: string) => void;
}

function PickFile({ sessionId, isAgain, onSent }: PickFileProps) {
  const t = useWords(staff);
  const send = useAct(
    (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      const path = '/api/sessions/{id}/registrations/imports';
      const params = { path: { id: sessionId } };
      return answer(api.POST(path, { params, body: { file: file.name }, bodySerializer: () => form }));
    },
    {
      refresh: [['registration-imports', sessionId]],
      onDone: ({ id }) => {
        onSent(id);
      },
      // Its problem is said below the button.
      onProblem: () => true,
    },
  );
  return (
    <>
      <Text>{t('reg.import.text')}</Text>
      <FileButton
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onChange={(file) => {
          if (file) send.mutate(file);
        }}
      >
        {(props) => (
          <Button {...props} variant="light" leftSection={<IconUpload size={20} />} loading={send.isPending}>
            {t(isAgain ? 'reg.import.again' : 'reg.import.pick')}
          </Button>
        )}
      </FileButton>
      {send.error && (
        <Text c="red" role="alert">
          {faultsOf(send.error)}
        </Text>
      )}
    </>
  );
}

/** What the list shows now: what would be done, how far it has come, or what came of it. */
function Current({ sessionId, list }: { sessionId: string; list: Import }) {
  switch (list.state) {
    case 'checked':
    case 'failed':
      return <Seen sessionId={sessionId} seen={list} />;
    case 'applying':
      return <Running list={list} />;
    case 'applied':
      return <Outcome list={list} />;
  }
}

function Seen({ sessionId, seen }: { sessionId: string; seen: Import }) {
  const t = useWords(staff);
  const { found, already, bad, badLines, state } = seen;
  const start = useAct(
    () =>
      answer(
        api.POST('/api/sessions/{id}/registrations/imports/{importId}/start', {
          params: { path: { id: sessionId, importId: seen.id } },
          body: { mode: 'good' },
        }),
      ),
    { refresh: [['registration-imports', sessionId]] },
  );
  return (
    <Stack gap="sm">
      {state === 'failed' && (
        <Text c="red" role="alert">
          {t('reg.import.failed')}
        </Text>
      )}
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
      <Group justify="flex-end">
        <Button
          disabled={found === 0}
          loading={start.isPending}
          onClick={() => {
            start.mutate(undefined);
          }}
        >
          {t('reg.import.yes', { count: found })}
        </Button>
      </Group>
    </Stack>
  );
}

function Running({ list }: { list: Import }) {
  const t = useWords(staff);
  const { language } = useReader();
  const text = t('reg.bulk.progress', {
    done: inLanguage(list.done, language),
    total: inLanguage(list.total, language),
  });
  return (
    <Stack gap="xs" role="status">
      <Progress value={percentOf(list)} size="xl" radius="xl" animated aria-label={text} />
      <Text>{text}</Text>
      <Text c="dimmed">{t('reg.import.leave')}</Text>
    </Stack>
  );
}

function Outcome({ list: { outcome } }: { list: Import }) {
  const t = useWords(staff);
  const { confirmed = 0, queued = 0, refused = 0, refusedLines = [] } = outcome ?? {};
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('reg.import.done', { confirmed, queued, refused })}</Text>
      {refused > 0 && (
        <DataTable
          caption={t('reg.import.refused', { count: refused })}
          columns={[
            { key: 'line', head: t('reg.import.line'), cell: ({ line }) => line },
            { key: 'given', head: t('reg.import.given'), cell: ({ given }) => given },
            { key: 'why', head: t('reg.move.why'), cell: ({ code }) => t(whyOf(code)) },
          ]}
          rows={refusedLines}
          keyOf={({ line }) => String(line)}
        />
      )}
    </Stack>
  );
}

function whyOf(code: NonNullable<Import['outcome']>['refusedLines'][number]['code']) {
  return code === 'registration-closed' || code === 'not-found'
    ? (`reg.move.why.${code}` as const)
    : 'reg.move.why.other';
}

function percentOf({ done, total }: Pick<Import, 'done' | 'total'>): number {
  return total === 0 ? 100 : Math.floor((done / total) * 100);
}

function faultsOf(error: Error): string {
  const faults = error instanceof ApiProblem ? error.fields.map(({ message }) => message).join(' ') : '';
  return faults || problemText(error);
}
