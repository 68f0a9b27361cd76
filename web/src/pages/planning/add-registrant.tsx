// Staff register a member: into a seat, or into the queue where none is free.
import { Button, SegmentedControl, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { answersToSend } from '../sessions/answer-values.js';
import { focusRefused } from '../sessions/focus-refused.js';
import { QuestionFields, type AnswersForm } from '../sessions/question-fields.js';
import { MemberSearch } from './member-search.js';
import { staff } from './words.js';

const MODES = ['virtual', 'onsite'] as const;

export function AddRegistrant({ session: { id: sessionId, delivery } }: { session: Schema<'SessionDetail'> }) {
  const t = useWords(staff);
  const [isOpen, setOpen] = useState(false);
  const [member, setMember] = useState<{ id: string; name: string } | null>(null);
  const [mode, setMode] = useState<'virtual' | 'onsite'>('virtual');
  const terms = useQuery({ ...queries.myTerms(sessionId), enabled: isOpen });
  // Nobody consents for another, and staff may leave open what they do not know.
  const asked = (terms.data?.questions ?? [])
    .filter(({ kind }) => kind !== 'consent')
    .map((question) => ({ ...question, isRequired: false }));
  const form = useForm<AnswersForm>({ initialValues: { answers: {} } });
  const add = useAct(
    (memberId: string) =>
      answer(
        api.POST('/api/sessions/{id}/registrations', {
          params: { path: { id: sessionId } },
          body: {
            ...{ memberId, answers: answersToSend(asked, form.getValues().answers) },
            ...(delivery === 'hybrid' ? { mode } : {}),
          },
        }),
      ),
    {
      form,
      refresh: [['planning'], ['sessions']],
      onDone: ({ state }) => {
        setOpen(false);
        setMember(null);
        form.reset();
        notifyDone(t(state === 'confirmed' ? 'reg.added' : 'reg.added.queued'));
      },
      onProblem: (error) => {
        focusRefused(error);
        return false;
      },
    },
  );
  return (
    <>
      <Button
        leftSection={<IconUserPlus size={20} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('reg.add')}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={t('reg.add.title')}
        text={t('reg.add.text')}
        yes={t('reg.add.yes')}
        isDangerous={false}
        isReady={member !== null}
        isBusy={add.isPending}
        onYes={() => {
          if (member) add.mutate(member.id);
        }}
        onClose={() => {
          setOpen(false);
        }}
      >
        <MemberSearch label={t('reg.member')} value={member?.id ?? null} onChoose={setMember} />
        {delivery === 'hybrid' && (
          <SegmentedControl
            aria-label={t('edit.place')}
            size="md"
            value={mode}
            data={MODES.map((value) => ({ value, label: t(`edit.delivery.${value}`) }))}
            onChange={setMode}
          />
        )}
        {asked.length > 0 && (
          <>
            <Text size="sm" c="dimmed">
              {t('reg.add.questions')}
            </Text>
            <QuestionFields asked={asked} form={form} />
          </>
        )}
      </Confirm>
    </>
  );
}
