// While a question is typed: what others have asked already, to vote for instead of asking twice.
import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { SimilarQuestions as Answers } from '../../../../src/contracts/room-questions.js';
import { applyVote } from '../../../../src/contracts/room-state.js';
import { useWords } from '../../i18n/i18n.js';
import { Tag } from '../../ui/tag.js';
import classes from './panels.module.css';
import { useCommand } from './use-command.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

const REST_MS = 500;
/** Shorter than this says too little to compare. */
const SHORTEST = 8;

type Similar = Answers['questions'][number];

export function SimilarQuestions({ room, text }: { room: Room; text: string }) {
  const t = useWords(words);
  const [asked] = useDebouncedValue(text.trim(), REST_MS);
  const [found, setFound] = useState<readonly Similar[]>([]);
  const { ask } = room;
  useEffect(() => {
    let isStale = false;
    const look = async () => {
      const answer = asked.length < SHORTEST ? undefined : await ask('question.similar', { text: asked });
      if (!isStale) setFound(answer && 'ok' in answer ? answer.questions : []);
    };
    void look();
    return () => {
      isStale = true;
    };
  }, [asked, ask]);
  const given = room.state.room?.mine.votes ?? [];
  const open = text.trim() === '' ? [] : found.filter(({ id }) => !given.includes(id));
  return (
    <div role="status">
      {open.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('questions.similar', { count: open.length })}
          </Text>
          <ul className={classes.list}>
            {open.map((question) => (
              <SimilarQuestion key={question.id} question={question} room={room} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** To vote for while that is possible; one's own, and what has had its answer, is only shown. */
function SimilarQuestion({ question: { id, text, votes, state }, room }: { question: Similar; room: Room }) {
  const t = useWords(words);
  const now = room.state.room?.questions.find((one) => one.id === id)?.state ?? state;
  const isMine = room.state.room?.mine.questions.includes(id) ?? false;
  return (
    <li className={classes.similar}>
      <span>
        {text} · {t('questions.votes', { count: votes })}
      </span>
      {isMine && <Tag>{t('questions.mine')}</Tag>}
      {now !== 'approved' && <Tag tone={now === 'answered' ? 'good' : 'brand'}>{t(`question.${now}`)}</Tag>}
      {!isMine && now === 'approved' && <VoteInstead id={id} room={room} />}
    </li>
  );
}

function VoteInstead({ id, room }: { id: string; room: Room }) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  return (
    <Button
      size="compact-md"
      mih={44}
      variant="light"
      loading={isBusy}
      onClick={() => {
        void run<'question.vote'>(room.act('question.vote', { questionId: id, isFor: true }), {
          onDone: () => {
            room.note((now) => applyVote(now, id, true));
          },
        });
      }}
    >
      {t('questions.vote-instead')}
    </Button>
  );
}
