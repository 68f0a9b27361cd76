// Messages of mine that have no place in the room yet: they wait, are on their way, or were refused.
import { Button, Group } from '@mantine/core';
import { useWords } from '../../i18n/i18n.js';
import classes from './chat.module.css';
import type { Outgoing } from './room-state.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

export function Waiting({ room: { state, retry, discard } }: { room: Room }) {
  const t = useWords(words);
  return state.outgoing.map((mine) => (
    <div key={mine.id} className={classes.pending}>
      <p className={classes.author}>
        <strong>{t('chat.me')}</strong>
        <span role="status">{stateText(mine)}</span>
      </p>
      <p className={classes.text}>{mine.text}</p>
      {mine.state === 'refused' && (
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="light"
            onClick={() => {
              retry(mine.id);
            }}
          >
            {t('chat.retry')}
          </Button>
          <Button
            size="compact-md"
            variant="subtle"
            color="gray"
            onClick={() => {
              discard(mine.id);
            }}
          >
            {t('chat.discard')}
          </Button>
        </Group>
      )}
    </div>
  ));

  function stateText({ state: now, detail }: Outgoing): string {
    if (now === 'refused') return t('chat.refused', { detail: detail ?? '' });
    return t(now === 'sending' ? 'chat.sending' : 'chat.waiting');
  }
}
