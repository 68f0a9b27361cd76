// What a session asks of those who register: written, put in order, and said how long it is kept.
import { ActionIcon, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { QUESTION_LIMITS } from '../../../../src/contracts/questions.js';
import { answer, api, done, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Panel } from '../../ui/panel.js';
import { notifyDone } from '../../ui/problem-text.js';
import { questions as questionWords } from '../../ui/question-words.js';
import { series } from '../../ui/rule-words.js';
import { Stale } from '../../ui/stale.js';
import { Loaded, Loading } from '../../ui/states.js';
import { useGuardedAct } from '../../ui/use-act.js';
import { QuestionEditor, type QuestionsForm } from './question-editor.js';
import { newQuestion, questionsInputOf, questionsValuesOf, type QuestionsValues } from './questions-values.js';
import { ScopeConfirm } from './scope-confirm.js';
import type { EditScope } from './use-change.js';
import { staff } from './words.js';

type Session = Schema<'SessionDetail'>;

export function QuestionsPanel({ session }: { session: Session }) {
  const t = useWords(questionWords);
  const query = useQuery(staffQueries.registrationQuestions(session.id));
  return (
    <Panel title={t('title')} text={t('text')}>
      <Loaded query={query} skeleton={<Loading rows={1} height={96} />}>
        {(data) => (
          <ListForm key={data.version} session={session} current={data} onReload={() => void query.refetch()} />
        )}
      </Loaded>
    </Panel>
  );
}

interface ListFormProps {
  session: Session;
  current: Schema<'RegistrationQuestions'>;
  onReload: () => void;
}

function ListForm({ session, current, onReload }: ListFormProps) {
  const t = useWords(questionWords);
  const words = useWords(staff);
  const form = useForm<QuestionsValues>({ initialValues: questionsValuesOf(current.questions, session.language) });
  const w = useWords(series);
  const [isAsking, setAsking] = useState(false);
  const { save, isStale } = useGuardedAct(
    ({ values, scope }: { values: QuestionsValues; scope: EditScope }) =>
      saveQuestions(session.id, questionsInputOf(values, session.language, current.version), scope).finally(() => {
        setAsking(false);
      }),
    {
      form,
      refresh: [['planning', 'questions'], ['sessions']],
      onDone: () => {
        notifyDone(t('saved'));
      },
    },
  );
  const { questions } = form.values;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (session.series === null) save.mutate({ values, scope: 'one' });
        else setAsking(true);
      })}
    >
      <Stack gap="md">
        {isStale && <Stale title={words('edit.conflict')} onReload={onReload} />}
        {questions.length === 0 && <Text c="dimmed">{t('none')}</Text>}
        {questions.length > 0 && (
          <Switch
            size="md"
            label={t(session.language === 'id' ? 'both' : 'both.other')}
            {...form.getInputProps('isBoth', { type: 'checkbox' })}
          />
        )}
        {questions.map((question, nth) => (
          <div key={question.id} role="group" aria-label={t('nth', { nth: nth + 1 })} data-path={`questions.${nth}`}>
            <Stack gap="sm">
              <Head form={form} nth={nth} count={questions.length} />
              <QuestionEditor form={form} nth={nth} language={session.language} />
            </Stack>
          </div>
        ))}
        <Group gap="sm">
          <Button
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden />}
            disabled={questions.length >= QUESTION_LIMITS.questions}
            onClick={() => {
              form.insertListItem('questions', newQuestion());
            }}
          >
            {t('add')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
      <ScopeConfirm
        isOpen={isAsking}
        text={w('scope.questions')}
        yes={t('save')}
        isBusy={save.isPending}
        onYes={(scope) => {
          save.mutate({ values: form.values, scope });
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </form>
  );
}

async function saveQuestions(id: string, body: Schema<'RegistrationQuestionsInput'>, scope: EditScope): Promise<void> {
  const params = { path: { id } };
  if (scope === 'one') await answer(api.PUT('/api/sessions/{id}/registration-questions', { params, body }));
  else await done(api.PUT('/api/sessions/{id}/series/registration-questions', { params, body: { ...body, scope } }));
}

/** The number of a question, and the buttons that move it; the focus goes with it, so that a key can be pressed again. */
function Head({ form, nth, count }: { form: QuestionsForm; nth: number; count: number }) {
  const t = useWords(questionWords);
  const number = nth + 1;
  const move = (to: number, button: HTMLElement): void => {
    if (to < 0 || to >= count) return;
    flushSync(() => {
      form.reorderListItem('questions', { from: nth, to });
      form.clearErrors();
    });
    button.focus();
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text fw={600}>{t('nth', { nth: number })}</Text>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          color="gray"
          aria-label={t('up', { nth: number })}
          aria-disabled={nth === 0}
          onClick={({ currentTarget }) => {
            move(nth - 1, currentTarget);
          }}
        >
          <IconArrowUp size={20} />
        </ActionIcon>
        <ActionIcon
          color="gray"
          aria-label={t('down', { nth: number })}
          aria-disabled={number === count}
          onClick={({ currentTarget }) => {
            move(nth + 1, currentTarget);
          }}
        >
          <IconArrowDown size={20} />
        </ActionIcon>
        <ActionIcon
          color="red"
          aria-label={t('remove', { nth: number })}
          onClick={() => {
            form.removeListItem('questions', nth);
          }}
        >
          <IconTrash size={20} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
