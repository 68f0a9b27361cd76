// Questions in one state. After this reader's own act on the focused one the focus goes to the next; when somebody else
// takes it away, to the heading, so that the next key does not fall on a question nobody looked at.
import { Title } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { RoomQuestion } from '../../../../../src/contracts/room-questions.js';
import { useNow } from '../../../time/use-now.js';
import classes from './console.module.css';
import { QuestionCard } from './question-card.js';
import type { QuestionActs } from './use-question-acts.js';

interface QuestionListProps {
  title: string;
  /** Where the focus goes when there is no next question. */
  id: string;
  empty: string;
  questions: readonly RoomQuestion[];
  acts: QuestionActs;
}

export function QuestionList({ title, id, empty, questions, acts }: QuestionListProps) {
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<readonly string[]>([]);
  const lost = useRef<string>(undefined);

  useLayoutEffect(() => {
    const gone = lost.current;
    lost.current = undefined;
    if (gone !== undefined) {
      const place = Math.min(before.current.indexOf(gone), questions.length - 1);
      const next = acts.wasMine(gone) ? questions[place] : undefined;
      const card = next && list.current?.querySelector<HTMLElement>(`[data-question="${next.id}"]`);
      (card ?? heading.current)?.focus();
    }
    before.current = questions.map((question) => question.id);
  });

  return (
    <section aria-labelledby={id}>
      <Title ref={heading} id={id} order={3} size="h5" tabIndex={-1} className={classes.listTitle}>
        {title}
      </Title>
      {questions.length === 0 && <p className={classes.empty}>{empty}</p>}
      <ul ref={list} className={classes.list}>
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionCard
              question={question}
              now={now}
              acts={acts}
              onFocusLost={(gone) => {
                lost.current = gone;
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
