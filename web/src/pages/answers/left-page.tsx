// What sessions left to be answered: each with an owner and a day, and the place to answer it in.
import { Button, Group, Modal, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMoodCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done, type Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { longDay } from '../../time/time.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { notifyDone } from '../../ui/problem-text.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import classes from './answers.module.css';
import { answers } from './words.js';

type FollowUp = Schema<'QuestionFollowUp'>;

export function LeftPage() {
  const t = useWords(answers);
  return (
    <>
      <ManageTabs />
      <Page title={t('left.title')} lead={t('left.lead')}>
        <FollowUps />
      </Page>
    </>
  );
}

function FollowUps() {
  const t = useWords(answers);
  const query = useInfiniteQuery(staffQueries.followUps());
  const [answering, setAnswering] = useState<FollowUp>();
  if (query.isPending) return <Loading rows={4} height={120} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const open = query.data.pages.flatMap(({ items }) => items);
  if (open.length === 0) {
    return <Empty icon={<IconMoodCheck size={30} />} title={t('left.empty')} text={t('left.empty.text')} />;
  }
  return (
    <>
      <ul className={classes.list}>
        {open.map((one) => (
          <OneLeft
            key={one.question.id}
            left={one}
            onAnswer={() => {
              setAnswering(one);
            }}
          />
        ))}
      </ul>
      <MoreButton query={query} />
      {answering && (
        <AnswerModal
          left={answering}
          onClose={() => {
            setAnswering(undefined);
          }}
        />
      )}
    </>
  );
}

function OneLeft({ left, onAnswer }: { left: FollowUp; onAnswer: () => void }) {
  const t = useWords(answers);
  const reader = useReader();
  const { question, session, owner, dueOn } = left;
  return (
    <li className={classes.card}>
      <Title order={2} size="h4">
        {question.text}
      </Title>
      <Text size="sm" c="dimmed">
        {[session.title, t('left.votes', { count: question.votes })].join(' · ')}
      </Text>
      <Text size="sm">
        {[
          t('left.due', { when: longDay(`${dueOn}T12:00:00Z`, { ...reader, zone: 'UTC' }) }),
          owner ? t('left.owner', { name: owner.name }) : t('left.nobody'),
        ].join(' · ')}
      </Text>
      <Group mt="sm" align="flex-end">
        <Button onClick={onAnswer}>{t('left.answer')}</Button>
        <DueForm left={left} />
      </Group>
    </li>
  );
}

function DueForm({ left: { question, version, dueOn } }: { left: FollowUp }) {
  const t = useWords(answers);
  const form = useForm({ initialValues: { dueOn } });
  const save = useAct(
    (values: { dueOn: string }) =>
      done(
        api.PATCH('/api/questions/{id}/follow-up', {
          params: { path: { id: question.id } },
          body: { version, ...values },
        }),
      ),
    {
      form,
      refresh: [['follow-ups']],
      onDone: () => {
        notifyDone(t('left.changed'));
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
      <Group align="flex-end" gap="xs">
        <TextInput type="date" label={t('left.due.label')} {...form.getInputProps('dueOn')} />
        <Button type="submit" variant="default" loading={save.isPending} disabled={!form.isDirty()}>
          {t('left.due.save')}
        </Button>
      </Group>
    </form>
  );
}

function AnswerModal({ left: { question }, onClose }: { left: FollowUp; onClose: () => void }) {
  const t = useWords(answers);
  const form = useForm({ initialValues: { text: '' } });
  const send = useAct(
    (values: { text: string }) =>
      done(
        api.POST('/api/questions/{id}/answer', {
          params: { path: { id: question.id } },
          body: { version: question.version, ...values },
        }),
      ),
    {
      form,
      refresh: [['follow-ups'], ['answers']],
      onDone: () => {
        onClose();
        notifyDone(t('left.answered'));
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={question.text}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          send.mutate(values);
        })}
      >
        <Stack>
          <Textarea
            label={t('left.answer.label')}
            description={t('left.answer.text')}
            autosize
            minRows={4}
            maxRows={14}
            {...form.getInputProps('text')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={send.isPending} disabled={form.values.text.trim() === ''}>
              {t('left.answer.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
