// One question as staff see it, with what they may do with it: by buttons, or by single keys while it has the focus.
import { Button } from '@mantine/core';
import { IconPinned } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { RoomQuestion } from '../../../../../src/contracts/room-questions.js';
import { useWords } from '../../../i18n/i18n.js';
import { Tag } from '../../../ui/tag.js';
import classes from './console.module.css';
import { actsFor, KEYS, type QuestionAct } from './question-acts.js';
import type { QuestionActs } from './use-question-acts.js';
import { useShortcuts } from './use-shortcuts.js';
import { console as words } from './words.js';

const MINUTE_MS = 60_000;
/** A question that has waited this long stands out. */
const LONG_MINUTES = 5;
const PLAIN: readonly QuestionAct[] = ['reject', 'merge', 'archive', 'restore', 'unstage', 'pin', 'unpin'];

interface QuestionCardProps {
  question: RoomQuestion;
  now: Date;
  acts: QuestionActs;
  /** It leaves the page while it has the focus. */
  onFocusLost?: (id: string) => void;
  isLarge?: boolean;
}

export function QuestionCard({
  question,
  now,
  acts: { perform, role },
  onFocusLost,
  isLarge = false,
}: QuestionCardProps) {
  const t = useWords(words);
  const [hasKeys] = useShortcuts();
  const text = useId();
  const card = useRef<HTMLDivElement>(null);
  const acts = actsFor(question, role);
  const waited = Math.floor((now.getTime() - Date.parse(question.askedAt)) / MINUTE_MS);
  const isLate = question.state === 'pending' && waited >= LONG_MINUTES;

  const lost = useRef(onFocusLost);
  useLayoutEffect(() => {
    lost.current = onFocusLost;
  });
  useLayoutEffect(() => {
    const node = card.current;
    return () => {
      if (node?.contains(document.activeElement)) lost.current?.(question.id);
    };
  }, [question.id]);

  const onKey = (event: KeyboardEvent) => {
    if (!hasKeys || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = acts.find((one) => KEYS[one] === event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    perform(act, question);
  };

  const keys = acts.flatMap((act) => KEYS[act] ?? []);
  return (
    <div
      ref={card}
      role="group"
      tabIndex={0}
      data-question={question.id}
      className={isLate ? classes.late : classes.card}
      aria-labelledby={text}
      aria-keyshortcuts={hasKeys && keys.length > 0 ? keys.join(' ') : undefined}
      onKeyDown={onKey}
    >
      <p className={classes.meta}>
        {question.isPinned && <IconPinned size={16} aria-label={t('question.pinned')} />}
        <strong>{question.author?.name ?? t('question.anonymous')}</strong>
        {question.isAnonymous && question.author && <span>{t('question.anonymous.room')}</span>}
        {question.votes > 0 && <span>{t('question.votes', { count: question.votes })}</span>}
        {question.state === 'pending' && (
          <Tag tone={isLate ? 'wait' : 'plain'}>
            {waited < 1 ? t('question.waits.now') : t('question.waits', { minutes: waited })}
          </Tag>
        )}
        {PUT_AWAY.includes(question.state) && <Tag>{t(`state.${question.state}`)}</Tag>}
      </p>
      <p id={text} className={isLarge ? classes.large : classes.text}>
        {question.text}
      </p>
      {question.reason && <p className={classes.note}>{t('question.reason', { reason: question.reason })}</p>}
      {question.answer && (
        <p className={classes.note}>
          {question.answer.text === null ? t('question.answered.aloud') : question.answer.text}
        </p>
      )}
      {acts.length > 0 && (
        <div className={classes.acts}>
          {acts.map((act) => (
            <Button
              key={act}
              size="compact-md"
              mih={44}
              variant={PLAIN.includes(act) ? 'default' : 'light'}
              aria-describedby={text}
              onClick={() => {
                perform(act, question);
              }}
            >
              {t(`act.${act}`)}
              {hasKeys && KEYS[act] && (
                <kbd className={classes.key} aria-hidden>
                  {KEYS[act]}
                </kbd>
              )}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const PUT_AWAY: readonly RoomQuestion['state'][] = ['rejected', 'merged', 'withdrawn', 'archived'];
