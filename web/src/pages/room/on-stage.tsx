// The question that is being answered, above whatever tab is open.
import { IconMessageQuestion } from '@tabler/icons-react';
import type { RoomSnapshot } from '../../../../src/contracts/room-protocol.js';
import { useWords } from '../../i18n/i18n.js';
import classes from './panels.module.css';
import { room as words } from './words.js';

export function OnStage({ now }: { now: RoomSnapshot | undefined }) {
  const t = useWords(words);
  const question = now?.questions.find(({ state }) => state === 'answering');
  if (!question) return null;
  return (
    <section className={classes.strip} aria-label={t('question.answering')}>
      <IconMessageQuestion size={18} aria-hidden />
      <p className={classes.stripText}>
        <strong>{t('question.answering')}:</strong> {question.text}
      </p>
    </section>
  );
}
