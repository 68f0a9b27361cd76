// What is on stage now: the question, with what comes of it.
import { Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { useWords } from '../../../i18n/i18n.js';
import { useNow } from '../../../time/use-now.js';
import type { Room } from '../use-room.js';
import classes from './console.module.css';
import { QuestionCard } from './question-card.js';
import type { QuestionActs } from './use-question-acts.js';
import { console as words } from './words.js';

export function StageNow({ room, acts }: { room: Room; acts: QuestionActs }) {
  const t = useWords(words);
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  const question = room.state.room?.questions.find(({ state }) => state === 'answering');
  return (
    <section className={classes.stage} aria-labelledby="di-panggung">
      <Title ref={heading} id="di-panggung" order={2} size="h3" tabIndex={-1}>
        {t('stage.title')}
      </Title>
      {question ? (
        <QuestionCard
          key={question.id}
          question={question}
          now={now}
          isLarge
          acts={acts}
          onFocusLost={() => {
            // After the commit: the heading is where it was.
            queueMicrotask(() => heading.current?.focus());
          }}
        />
      ) : (
        <Text c="dimmed" size="sm">
          {t('stage.none')}
        </Text>
      )}
    </section>
  );
}
