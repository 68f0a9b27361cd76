// Questions to moderate: those that wait first, then what is shown, then what is done with.
import { Alert, Button, Group, NativeSelect, Switch, Text, Title, VisuallyHidden } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { questionOrder } from '../../../../../src/contracts/question-order.js';
import { mayInRoom } from '../../../../../src/contracts/room-permissions.js';
import type { RoomSettings } from '../../../../../src/contracts/room-chat.js';
import type { QuestionState, RoomQuestion } from '../../../../../src/contracts/room-questions.js';
import { common } from '../../../i18n/common.js';
import { useWords } from '../../../i18n/i18n.js';
import { MoreQuestions } from '../more-questions.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import { QuestionList } from './question-list.js';
import { useCalmly } from './use-calmly.js';
import type { QuestionActs } from './use-question-acts.js';
import { console as words } from './words.js';

/** Where the focus goes when a window closes and what opened it is gone. */
export const QUESTIONS_HEADING = 'tanya-jawab';
/** How often a screen reader is told how many wait. */
const CALM_MS = 10_000;
const PUT_AWAY: readonly QuestionState[] = ['rejected', 'merged', 'withdrawn', 'archived'];

interface QuestionsDeskProps {
  room: Room;
  acts: QuestionActs;
  sessionId: string;
  /** How many of the session's staff are in the room. */
  staffHere: number;
}

export function QuestionsDesk({ room, acts, sessionId, staffHere }: QuestionsDeskProps) {
  const t = useWords(words);
  const mayConfigure = mayInRoom(room.state.me?.role ?? null, 'room.configure');
  // Before the start it is usual to be the first.
  const isAlone = staffHere === 1 && mayConfigure && room.state.room?.session.state === 'live';
  const all = room.state.room?.questions ?? [];
  const waiting = inStates(all, ['pending']).sort((a, b) => a.askedAt.localeCompare(b.askedAt));
  const approved = inStates(all, ['approved']).sort(questionOrder);
  const answered = inStates(all, ['answered']).sort(questionOrder);
  const putAway = inStates(all, PUT_AWAY);
  const told = useCalmly(waiting.length, CALM_MS);
  return (
    <section className={classes.desk} aria-labelledby={QUESTIONS_HEADING}>
      <Title id={QUESTIONS_HEADING} order={2} size="h3" tabIndex={-1}>
        {t('questions.title')}
      </Title>
      <VisuallyHidden role="status">{t('questions.waiting.told', { count: told })}</VisuallyHidden>
      {mayConfigure && <QuestionSettings room={room} />}
      <Beaten acts={acts} />
      {isAlone && <PublishAtOnce room={room} sessionId={sessionId} />}
      <QuestionList
        id="menunggu"
        title={t('questions.waiting', { count: waiting.length })}
        empty={t('questions.waiting.none')}
        questions={waiting}
        acts={acts}
      />
      <MoreQuestions room={room} shelves={['pending']} />
      <QuestionList
        id="disetujui"
        title={t('questions.approved', { count: approved.length })}
        empty={t('questions.approved.none')}
        questions={approved}
        acts={acts}
      />
      <MoreQuestions room={room} shelves={['open']} />
      <Folded title={t('questions.answered', { count: answered.length })}>
        <QuestionList id="terjawab" title={t('questions.answered.title')} empty="" questions={answered} acts={acts} />
        <MoreQuestions room={room} shelves={['answered']} />
      </Folded>
      <Folded title={t('questions.put-away', { count: putAway.length })}>
        <QuestionList id="disisihkan" title={t('questions.put-away.title')} empty="" questions={putAway} acts={acts} />
        <MoreQuestions room={room} shelves={['put-away']} />
      </Folded>
    </section>
  );
}

function inStates(questions: readonly RoomQuestion[], states: readonly QuestionState[]): RoomQuestion[] {
  return questions.filter(({ state }) => states.includes(state));
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={classes.folded}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Somebody else was faster: what stands now. */
export function Beaten({ acts: { beaten, forgetBeaten } }: { acts: QuestionActs }) {
  const t = useWords(words);
  const tc = useWords(common);
  return (
    <div role="status">
      {beaten && (
        <Alert
          color="yellow"
          withCloseButton
          closeButtonLabel={tc('act.close')}
          onClose={forgetBeaten}
          title={t('beaten.title')}
          my="xs"
        >
          <Text size="sm">
            {t('beaten.text', { text: beaten.text, state: t(`state.${beaten.state}`) })}
            {beaten.reason && ` ${t('question.reason', { reason: beaten.reason })}`}
          </Text>
        </Alert>
      )}
    </div>
  );
}

function QuestionSettings({ room }: { room: Room }) {
  const t = useWords(words);
  const { run } = useCommand();
  const settings = room.state.room?.settings;
  if (!settings) return null;
  const set = (change: Partial<RoomSettings>) => void run<'room.configure'>(room.act('room.configure', change));
  return (
    <Group gap="sm" align="center">
      <NativeSelect
        aria-label={t('settings.questions')}
        data={[
          { value: 'moderated', label: t('settings.questions.moderated') },
          { value: 'open', label: t('settings.questions.open') },
          { value: 'closed', label: t('settings.questions.closed') },
        ]}
        value={settings.questions}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'moderated' || value === 'open' || value === 'closed') set({ questions: value });
        }}
      />
      <Switch
        size="md"
        className={classes.switch}
        label={t('settings.anonymous')}
        checked={settings.anonymous}
        onChange={({ currentTarget: { checked } }) => {
          set({ anonymous: checked });
        }}
      />
    </Group>
  );
}

/** Offered once to who is alone at the desk: nobody else would let questions through while they speak. */
function PublishAtOnce({ room, sessionId }: { room: Room; sessionId: string }) {
  const t = useWords(words);
  const { run } = useCommand();
  const [isAnswered, setAnswered] = useSessionStorage({ key: `sinau.console.alone.${sessionId}`, defaultValue: false });
  if (isAnswered || room.state.room?.settings.questions !== 'moderated') return null;
  return (
    <Alert color="brand" title={t('alone.title')} my="xs" role="status">
      <Text size="sm" mb="xs">
        {t('alone.text')}
      </Text>
      <Group gap="xs">
        <Button
          size="sm"
          mih={44}
          onClick={() => {
            void run<'room.configure'>(room.act('room.configure', { questions: 'open' }), {
              onDone: () => {
                setAnswered(true);
              },
            });
          }}
        >
          {t('alone.yes')}
        </Button>
        <Button
          size="sm"
          mih={44}
          variant="default"
          onClick={() => {
            setAnswered(true);
          }}
        >
          {t('alone.no')}
        </Button>
      </Group>
    </Alert>
  );
}
