// Registering: on the phone or at the venue where there is a choice, and the venue's protocol read before.
import { Button, Checkbox, Group, Radio, Stack, Text, Title } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Radio.css';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { ApiProblem, isProblem } from '../../api/problem.js';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime } from '../../time/time.js';
import { notifyDone } from '../../ui/problem-text.js';
import { series } from '../../ui/rule-words.js';
import { useAct } from '../../ui/use-act.js';
import { answersToSend } from './answer-values.js';
import { focusRefused } from './focus-refused.js';
import { QuestionFields, type AnswersForm } from './question-fields.js';
import { SeatsLeft } from './seats-left.js';
import { sessions } from './words.js';

type Session = Schema<'SessionDetail'>;
export type Mode = Schema<'ModeSeats'>['mode'];

export function RegisterForm({ session, terms }: { session: Session; terms: Schema<'MyRegistrationTerms'> }) {
  const reader = useReader();
  const t = useWords(sessions);
  const w = useWords(series);
  const [mode, setMode] = useState<Mode>(() => firstMode(session, terms));
  const [acknowledged, setAcknowledged] = useState(false);
  const client = useQueryClient();
  const form = useForm<AnswersForm>({ initialValues: { answers: {} } });
  const [isUnread, setUnread] = useState(false);
  const isFull = !terms.openModes.includes(mode);
  // Seats that are left, but for others.
  const isKept = isFull && terms.quotasUntil !== null && session.seats.find((one) => one.mode === mode)?.left !== 0;
  const part = isKept ? 'kept' : isFull ? 'full' : session.state === 'live' ? 'live' : 'open';
  const register = useAct(
    ({ answers }: AnswersForm) =>
      answer(
        api.POST('/api/sessions/{id}/registration', {
          params: { path: { id: session.id } },
          body: {
            ...{ mode, answers: answersToSend(terms.questions, answers) },
            ...(mode === 'onsite' ? { acknowledged } : {}),
          },
        }),
      ),
    {
      form,
      refresh: [['sessions'], ['my-registrations']],
      onDone: ({ state, others }) => {
        notifyDone(others.length > 0 ? w('whole.done', tally(state, others)) : t(DONE[state] ?? 'session.queued'));
      },
      onProblem: (error) => {
        setUnread(isRefused(error, 'acknowledged'));
        if (isProblem(error, 'invalid-input')) {
          // What is asked may have changed; what was typed stays.
          void client.invalidateQueries({ queryKey: queries.myTerms(session.id).queryKey });
          focusRefused(error);
        }
        return false;
      },
    },
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        register.mutate(values);
      })}
    >
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div style={{ flex: 1, minWidth: 200 }}>
            <Title order={2} size="h3">
              {t(`session.${part}.title`)}
            </Title>
            <Text c="dimmed">
              {t(`session.${part}.text`, { when: dayAndTime(terms.quotasUntil ?? session.startsAt, reader) })}
            </Text>
            {session.series?.registration === 'whole' && <Text c="dimmed">{w('whole')}</Text>}
            {terms.needsApproval && <Text c="dimmed">{t('session.needs-approval')}</Text>}
            {terms.closesAt !== null && (
              <Text c="dimmed">{t('session.closes', { when: dayAndTime(terms.closesAt, reader) })}</Text>
            )}
          </div>
          {session.seats.length === 1 && <SeatsLeft session={session} />}
        </Group>
        {session.seats.length > 1 && <ModeChoice session={session} mode={mode} onChange={setMode} />}
        {mode === 'onsite' && session.protocolHtml !== '' && (
          <Acknowledge
            isChecked={acknowledged}
            isUnread={isUnread}
            onChange={(value) => {
              setAcknowledged(value);
              setUnread(false);
            }}
          />
        )}
        <QuestionFields asked={terms.questions} form={form} />
        <Button type="submit" size="lg" fullWidth loading={register.isPending}>
          {t(isFull ? 'session.join-queue' : 'session.register')}
        </Button>
      </Stack>
    </form>
  );
}

function ModeChoice({ session, mode, onChange }: { session: Session; mode: Mode; onChange: (mode: Mode) => void }) {
  const t = useWords(sessions);
  return (
    <Radio.Group label={t('mode.choose')} value={mode}>
      <Stack gap="xs" mt="xs">
        {session.seats.map((seats) => (
          <Group key={seats.mode} justify="space-between" wrap="nowrap" gap="sm" mih={44}>
            <Radio
              size="md"
              value={seats.mode}
              label={t(`mode.${seats.mode}`)}
              onChange={() => {
                onChange(seats.mode);
              }}
            />
            <SeatsLeft session={{ state: session.state, seatsLeft: seats.left }} />
          </Group>
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface AcknowledgeProps {
  isChecked: boolean;
  isUnread: boolean;
  onChange: (isChecked: boolean) => void;
}

/** The protocol itself stands on the page below. */
export function Acknowledge({ isChecked, isUnread, onChange }: AcknowledgeProps) {
  const t = useWords(sessions);
  return (
    <Checkbox
      size="md"
      data-path="acknowledged"
      label={t('protocol.acknowledge')}
      checked={isChecked}
      error={isUnread ? t('protocol.unread') : undefined}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}

const DONE: Partial<Record<Schema<'Registration'>['state'], 'session.registered' | 'session.asked'>> = {
  confirmed: 'session.registered',
  pending: 'session.asked',
};

/** The one with room, if only one has. */
function firstMode({ seats }: Session, { openModes }: Pick<Schema<'MyRegistrationTerms'>, 'openModes'>): Mode {
  return (seats.find(({ mode }) => openModes.includes(mode)) ?? seats[0])?.mode ?? 'virtual';
}

/** In how many sessions of a series there is a seat, a wait, or nothing. */
function tally(state: Schema<'Registered'>['state'], others: Schema<'SeriesPlace'>[]) {
  const states = [state, ...others.map((one) => one.state)];
  const seats = states.filter((one) => one === 'confirmed').length;
  const refused = states.filter((one) => one === null).length;
  return { seats, refused, queued: states.length - seats - refused };
}

function isRefused(error: unknown, path: string): boolean {
  return error instanceof ApiProblem && error.fields.some((field) => field.path === path);
}
