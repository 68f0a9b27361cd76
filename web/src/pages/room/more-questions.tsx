// Questions that a full room's snapshot has no place for: loaded when asked for, and told of from then on like the others.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { shelfOf, SNAPSHOT_QUESTIONS } from '../../../../src/contracts/question-order.js';
import type { QuestionShelf } from '../../../../src/contracts/question-shelves.js';
import { withLoadedQuestions } from '../../../../src/contracts/room-state.js';
import { useWords } from '../../i18n/i18n.js';
import { useCommand } from './use-command.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

/** How far a shelf has been loaded. */
interface Loaded {
  upTo: number;
  hasMore: boolean;
}

const AT_FIRST: Loaded = { upTo: SNAPSHOT_QUESTIONS, hasMore: true };

/** @param shelves in the order in which they are loaded */
export function MoreQuestions({ room, shelves }: { room: Room; shelves: readonly QuestionShelf[] }) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const [loaded, setLoaded] = useState<Partial<Record<QuestionShelf, Loaded>>>({});
  const questions = room.state.room?.questions ?? [];
  const next = shelves.find((shelf) => {
    const { upTo, hasMore } = loaded[shelf] ?? AT_FIRST;
    return hasMore && questions.filter((one) => shelfOf(one) === shelf).length >= upTo;
  });
  if (next === undefined) return null;
  const { upTo } = loaded[next] ?? AT_FIRST;
  const load = () => {
    void run<'question.load'>(room.ask('question.load', { shelf: next, skip: upTo }), {
      onDone: (answer) => {
        room.note((now) => withLoadedQuestions(now, answer.questions));
        setLoaded({ ...loaded, [next]: { upTo: upTo + answer.questions.length, hasMore: answer.hasMore } });
      },
    });
  };
  return (
    <Button variant="default" mih={44} my="sm" fullWidth loading={isBusy} onClick={load}>
      {t('questions.more')}
    </Button>
  );
}
