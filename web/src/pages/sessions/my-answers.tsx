// What I answered when I registered: to read, and to change until registration closes.
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { wordingIn } from '../../../../src/contracts/questions.js';
import { answer, api, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { notifyDone } from '../../ui/problem-text.js';
import { questions as questionWords } from '../../ui/question-words.js';
import { useAct } from '../../ui/use-act.js';
import { answersToSend, isUnanswered, type AnswerValue, type AskedQuestion } from './answer-values.js';
import { focusRefused } from './focus-refused.js';
import { QuestionFields, type AnswersForm } from './question-fields.js';
import classes from './session-page.module.css';

type Mine = Schema<'MyAnswers'>;

export function MyAnswers({ session: { id, registration } }: { session: Schema<'SessionDetail'> }) {
  return registration && <Answers key={registration.id} sessionId={id} registrationId={registration.id} />;
}

interface AnswersProps {
  sessionId: string;
  registrationId: string;
}

function Answers({ sessionId, registrationId }: AnswersProps) {
  const t = useWords(questionWords);
  const { data: mine } = useQuery(queries.myAnswers(sessionId, registrationId));
  if (!mine || mine.questions.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3" className={classes.sectionTitle}>
        {t('mine.title')}
      </Title>
      {mine.canChange ? (
        <Change sessionId={sessionId} registrationId={registrationId} mine={mine} />
      ) : (
        <Read mine={mine} />
      )}
    </section>
  );
}

function Change({ sessionId, registrationId, mine }: AnswersProps & { mine: Mine }) {
  const t = useWords(questionWords);
  const client = useQueryClient();
  const { queryKey } = queries.myAnswers(sessionId, registrationId);
  const form = useForm<AnswersForm>({ initialValues: { answers: mine.answers } });
  const isLacking = mine.questions.some((one) => one.isRequired && isUnanswered(one, mine.answers[one.id]));
  const save = useAct(
    ({ answers }: AnswersForm) =>
      answer(
        api.PUT('/api/sessions/{id}/registration/answers', {
          params: { path: { id: sessionId } },
          body: { answers: answersToSend(mine.questions, answers) },
        }),
      ),
    {
      form,
      onDone: (saved) => {
        client.setQueryData(queryKey, saved);
        form.setValues({ answers: saved.answers });
        form.resetDirty({ answers: saved.answers });
        notifyDone(t('mine.saved'));
      },
      onProblem: (error) => {
        void client.invalidateQueries({ queryKey });
        focusRefused(error);
        return false;
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
        {isLacking ? <Alert color="yellow">{t('mine.lacking')}</Alert> : <Text c="dimmed">{t('mine.text')}</Text>}
        <QuestionFields asked={mine.questions} form={form} />
        <Button type="submit" variant="light" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('mine.save')}
        </Button>
      </Stack>
    </form>
  );
}

function Read({ mine }: { mine: Mine }) {
  const t = useWords(questionWords);
  const language = useLanguage();
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('mine.closed')}</Text>
      <dl style={{ margin: 0 }}>
        {mine.questions.map((question) => (
          <div key={question.id} style={{ marginBottom: 8 }}>
            <Text component="dt" size="sm" c="dimmed">
              {wordingIn(question.label, language)}
            </Text>
            <Text component="dd" m={0} style={{ whiteSpace: 'pre-line' }}>
              {shown(question, mine.answers[question.id]) ?? t('unanswered')}
            </Text>
          </div>
        ))}
      </dl>
    </Stack>
  );

  function shown(question: AskedQuestion, value: AnswerValue | undefined): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'number') return t('agreed');
    if (question.options.length === 0) return String(value);
    const chosen = question.options.filter((option) => [value].flat().includes(option.id));
    return chosen.map((option) => wordingIn(option.label, language)).join('; ');
  }
}
