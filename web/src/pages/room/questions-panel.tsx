// Questions of the room as a member sees them: ask, vote, follow what became of one's own.
import { Button, Checkbox, Text, Textarea, Title } from '@mantine/core';
import { IconArrowBigUp, IconArrowBigUpFilled, IconPinned } from '@tabler/icons-react';
import { useState } from 'react';
import { PUBLIC_SHELVES, questionOrder } from '../../../../src/contracts/question-order.js';
import { applyVote } from '../../../../src/contracts/room-state.js';
import type { RoomQuestion } from '../../../../src/contracts/room-questions.js';
import { newClientId } from '../../api/client-id.js';
import { useWords } from '../../i18n/i18n.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { readText, useDraft } from './drafts.js';
import { LONGEST_QUESTION_TEXT } from './limits.js';
import { LinkText } from './link-text.js';
import { MoreQuestions } from './more-questions.js';
import classes from './panels.module.css';
import { SimilarQuestions } from './similar-questions.js';
import { useCommand } from './use-command.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

export function QuestionsPanel({ room }: { room: Room }) {
  const t = useWords(words);
  const now = room.state.room;
  if (!now) return null;
  const isOpen = now.settings.questions !== 'closed';
  const questions = [...now.questions].sort(questionOrder);
  return (
    <section className={classes.panel} aria-label={t('questions.title')}>
      <div className={classes.scroll}>
        {questions.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            {t(isOpen ? 'questions.empty' : 'questions.closed')}
          </Text>
        )}
        <ul className={classes.list}>
          {questions.map((question) => (
            <Question key={question.id} question={question} room={room} />
          ))}
        </ul>
        <MoreQuestions room={room} shelves={PUBLIC_SHELVES} />
      </div>
      {isOpen ? (
        <AskForm room={room} />
      ) : (
        questions.length > 0 && <p className={classes.closed}>{t('questions.closed')}</p>
      )}
    </section>
  );
}

function Question({ question, room }: { question: RoomQuestion; room: Room }) {
  const t = useWords(words);
  const mine = room.state.room?.mine;
  const isMine = mine?.questions.includes(question.id) ?? false;
  const { author, isAnonymous, answer, reason, state } = question;
  const name = isMine ? t('chat.me') : (author?.name ?? t('questions.anonymous'));
  return (
    <li className={state === 'answering' ? classes.onStage : classes.card}>
      <p className={classes.meta}>
        {question.isPinned && <IconPinned size={16} aria-label={t('questions.pinned')} />}
        <strong>{name}</strong>
        {isMine && isAnonymous && <span>{t('questions.without-name')}</span>}
        {state !== 'approved' && <Tag tone={TONES[state] ?? 'plain'}>{t(`question.${state}`)}</Tag>}
      </p>
      <p className={classes.text}>{question.text}</p>
      {reason && <p className={classes.reason}>{t('questions.reason', { reason })}</p>}
      {answer?.text && (
        <blockquote className={classes.answer}>
          <LinkText text={answer.text} />
        </blockquote>
      )}
      <div className={classes.acts}>
        <Vote question={question} room={room} isMine={isMine} />
        {isMine && (state === 'pending' || state === 'approved') && <Withdraw question={question} room={room} />}
      </div>
    </li>
  );
}

const TONES: Partial<Record<RoomQuestion['state'], Tone>> = {
  pending: 'wait',
  answering: 'brand',
  answered: 'good',
  rejected: 'bad',
};

/** A button while it is open for votes and not one's own; the number alone otherwise. */
function Vote({
  question: { id, votes, state },
  room,
  isMine,
}: {
  question: RoomQuestion;
  room: Room;
  isMine: boolean;
}) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const given = room.state.room?.mine.votes ?? [];
  const isGiven = given.includes(id);
  const label = t('questions.votes', { count: votes });
  if (isMine || state !== 'approved') return votes > 0 && <span className={classes.votes}>{label}</span>;
  return (
    <Button
      size="sm"
      mih={44}
      variant={isGiven ? 'light' : 'default'}
      aria-pressed={isGiven}
      loading={isBusy}
      leftSection={isGiven ? <IconArrowBigUpFilled size={18} /> : <IconArrowBigUp size={18} />}
      onClick={() => {
        void run<'question.vote'>(room.act('question.vote', { questionId: id, isFor: !isGiven }), {
          onDone: () => {
            room.note((now) => applyVote(now, id, !isGiven));
          },
        });
      }}
    >
      {t('questions.vote')} · {label}
    </Button>
  );
}

function Withdraw({ question, room }: { question: RoomQuestion; room: Room }) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  return (
    <Button
      size="sm"
      mih={44}
      variant="subtle"
      color="gray"
      loading={isBusy}
      onClick={() => {
        void run<'question.withdraw'>(room.act('question.withdraw', { questionId: question.id }));
      }}
    >
      {t('questions.withdraw')}
    </Button>
  );
}

function AskForm({ room }: { room: Room }) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const [text, setText] = useDraft(room, 'question', readText);
  const [isAnonymous, setAnonymous] = useDraft(room, 'question.anonymous', (kept) => kept === true);
  const [refused, setRefused] = useState<string>();
  // One question, however often it is sent: another text is another one.
  const [id, setId] = useDraft(room, 'question.id', (kept) => readText(kept) || newClientId());
  const settings = room.state.room?.settings;
  const left = LONGEST_QUESTION_TEXT - text.trim().length;
  const canAsk = text.trim() !== '' && left >= 0 && room.state.link === 'here';
  const ask = () => {
    void run<'question.ask'>(room.act('question.ask', { text: text.trim(), isAnonymous }, id), {
      onDone: () => {
        setText('');
        setId(newClientId());
        setRefused(undefined);
      },
      onRefused: ({ detail, fields }) => {
        setRefused(fields?.[0]?.message ?? detail);
        return true;
      },
    });
  };
  return (
    <form
      className={classes.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (canAsk) ask();
      }}
    >
      <Title order={3} size="h5">
        {t('questions.ask.title')}
      </Title>
      <SimilarQuestions room={room} text={text} />
      <Textarea
        aria-label={t('questions.ask.label')}
        placeholder={t('questions.ask.label')}
        autosize
        minRows={1}
        maxRows={4}
        value={text}
        error={refused ?? (left < 0 ? t('chat.left', { count: left }) : undefined)}
        description={left >= 0 && left < 60 ? t('chat.left', { count: left }) : undefined}
        inputWrapperOrder={['input', 'description', 'error']}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setId(newClientId());
          setRefused(undefined);
        }}
      />
      <div className={classes.acts}>
        {settings?.anonymous && (
          <Checkbox
            label={t('questions.ask.anonymous')}
            checked={isAnonymous}
            onChange={(event) => {
              setAnonymous(event.currentTarget.checked);
            }}
          />
        )}
        <Button type="submit" ml="auto" disabled={!canAsk} loading={isBusy}>
          {t('questions.ask')}
        </Button>
      </div>
      {settings?.questions === 'moderated' && (
        <Text size="sm" c="dimmed">
          {t('questions.moderated')}
        </Text>
      )}
    </form>
  );
}
