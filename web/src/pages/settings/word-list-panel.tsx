// Words that no member may write in a room: one a line, changed and saved as one list.
import { Button, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Stale } from '../../ui/stale.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useGuardedAct } from '../../ui/use-act.js';
import { settings } from './words.js';

export function WordListPanel() {
  const t = useWords(settings);
  const query = useQuery(staffQueries.wordList());
  return (
    <Panel title={t('words.title')} text={t('words.text')}>
      <Loaded query={query} skeleton={<Loading rows={1} height={200} />}>
        {(data) => <WordListForm key={data.version} current={data} onReload={() => void query.refetch()} />}
      </Loaded>
    </Panel>
  );
}

function WordListForm({ current, onReload }: { current: Schema<'WordList'>; onReload: () => void }) {
  const t = useWords(settings);
  const form = useForm({ initialValues: { words: current.words.join('\n') } });
  const { save, isStale } = useGuardedAct(
    (values: { words: string }) =>
      answer(api.PUT('/api/moderation/words', { body: { version: current.version, words: linesOf(values.words) } })),
    {
      form,
      refresh: [['word-list']],
      onDone: () => {
        notifyDone(t('words.saved'));
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values);
      })}
    >
      <Stack gap="md">
        {isStale && <Stale title={t('words.stale')} onReload={onReload} />}
        <Textarea label={t('words.label')} autosize minRows={6} maxRows={16} {...form.getInputProps('words')} />
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} style={{ alignSelf: 'flex-start' }}>
          {t('words.save')}
        </Button>
      </Stack>
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
