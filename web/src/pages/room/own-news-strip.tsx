// The latest of what became of my questions, with the way to them; screen readers hear it from the announcer.
import { Button } from '@mantine/core';
import type { RoomQuestion } from '../../../../src/contracts/room-questions.js';
import { useWords } from '../../i18n/i18n.js';
import classes from './panels.module.css';
import { room as words } from './words.js';

export function OwnNews({ news, onLook }: { news: readonly RoomQuestion[]; onLook: () => void }) {
  const t = useWords(words);
  const latest = news.at(-1);
  if (!latest) return null;
  return (
    <div className={classes.strip}>
      <p className={classes.stripText}>
        <strong>{t(`news.${stateOf(latest)}`)}</strong> {latest.text}
      </p>
      <Button size="compact-md" mih={44} variant="light" onClick={onLook}>
        {t('news.look')}
      </Button>
    </div>
  );
}

function stateOf({ state }: RoomQuestion) {
  if (state === 'answered' || state === 'answering' || state === 'rejected' || state === 'merged') return state;
  return 'approved';
}
