// What staff do with an answer of the library: put it in other words, put it away, show it again.
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done, type Schema } from '../../api/client.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Stale } from '../../ui/stale.js';
import { useAct, useGuardedAct } from '../../ui/use-act.js';
import { answers } from './words.js';

type Entry = Schema<'LibraryEntry'>;

export function EntryActs({ entry }: { entry: Entry }) {
  const t = useWords(answers);
  const { rak } = useSearch({ from: '/member/jawaban' });
  const [isCorrecting, setCorrecting] = useState(false);
  if (rak) return <Restore entry={entry} />;
  return (
    <Group gap="xs">
      {entry.mayCorrect && (
        <Button
          variant="default"
          aria-label={`${t('correct')}: ${entry.text}`}
          onClick={() => {
            setCorrecting(true);
          }}
        >
          {t('correct')}
        </Button>
      )}
      {entry.mayArchive && <Archive entry={entry} />}
      {isCorrecting && (
        <CorrectModal
          key={entry.version}
          entry={entry}
          onClose={() => {
            setCorrecting(false);
          }}
        />
      )}
    </Group>
  );
}

function Archive({ entry: { id, version, text } }: { entry: Entry }) {
  const t = useWords(answers);
  const [isAsking, setAsking] = useState(false);
  const archive = useAct(
    () => done(api.POST('/api/questions/{id}/archive', { params: { path: { id } }, body: { version } })),
    {
      refresh: [['answers']],
      onDone: () => {
        setAsking(false);
        notifyDone(t('archive.done'));
      },
    },
  );
  return (
    <>
      <Button
        variant="default"
        aria-label={`${t('archive')}: ${text}`}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('archive')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('archive.title')}
        text={t('archive.text', { text })}
        yes={t('archive')}
        isBusy={archive.isPending}
        onYes={() => {
          archive.mutate(undefined);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

function Restore({ entry: { id, version, text } }: { entry: Entry }) {
  const t = useWords(answers);
  const restore = useAct(
    () => done(api.POST('/api/questions/{id}/restore', { params: { path: { id } }, body: { version } })),
    {
      refresh: [['answers']],
      onDone: () => {
        notifyDone(t('restore.done'));
      },
    },
  );
  return (
    <Button
      variant="default"
      aria-label={`${t('restore')}: ${text}`}
      loading={restore.isPending}
      onClick={() => {
        restore.mutate(undefined);
      }}
    >
      {t('restore')}
    </Button>
  );
}

function CorrectModal({ entry: { id, version, text, answer }, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useWords(answers);
  const tc = useWords(common);
  const client = useQueryClient();
  const form = useForm({ initialValues: { text: answer.text } });
  const { save, isStale } = useGuardedAct(
    (values: { text: string }) =>
      done(api.PATCH('/api/questions/{id}/answer', { params: { path: { id } }, body: { version, ...values } })),
    {
      form,
      refresh: [['answers']],
      onDone: () => {
        onClose();
        notifyDone(t('correct.done'));
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t('correct.title')} closeButtonProps={{ 'aria-label': tc('act.close') }}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          save.mutate(values);
        })}
      >
        <Stack>
          {isStale && (
            <Stale
              title={t('correct.stale')}
              onReload={() => void client.invalidateQueries({ queryKey: ['answers'] })}
            />
          )}
          <strong>{text}</strong>
          <Textarea
            label={t('correct.label')}
            description={t('correct.text')}
            autosize
            minRows={4}
            maxRows={14}
            {...form.getInputProps('text')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty() || form.values.text.trim() === ''}>
              {t('correct.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
