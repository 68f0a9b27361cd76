// Hands and reactions: counted for everybody, and shown for a moment.
import { ActionIcon, Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { Reaction } from '../../../../src/contracts/room-chat.js';
import { useWords } from '../../i18n/i18n.js';
import classes from './panels.module.css';
import { useCommand } from './use-command.js';
import type { Room } from './use-room.js';
import { room as words } from './words.js';

const SIGNS: Record<Reaction, string> = { thanks: '🙏', clap: '👏', heart: '❤️', laugh: '😄', agree: '👍' };
const REACTIONS: readonly Reaction[] = ['thanks', 'clap', 'heart', 'laugh', 'agree'];

export function Signals({ room }: { room: Room }) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const isRaised = room.state.room?.mine.isHandRaised ?? false;
  const { pulse } = room.state;
  return (
    <div className={classes.signals}>
      <Button
        size="sm"
        mih={44}
        variant={isRaised ? 'filled' : 'default'}
        aria-pressed={isRaised}
        loading={isBusy}
        leftSection={<IconHandStop size={18} />}
        onClick={() => {
          void run<'hand.raise'>(room.act('hand.raise', { isRaised: !isRaised }), {
            onDone: () => {
              room.note((now) => ({ ...now, mine: { ...now.mine, isHandRaised: !isRaised } }));
            },
          });
        }}
      >
        {t(isRaised ? 'hand.lower' : 'hand.raise')}
        {pulse !== undefined && pulse.hands > 0 && ` · ${String(pulse.hands)}`}
      </Button>
      <div className={classes.reactions} role="group" aria-label={t('reactions.title')}>
        {REACTIONS.map((reaction) => {
          const times = pulse?.reactions[reaction] ?? 0;
          return (
            <ActionIcon
              key={reaction}
              variant="subtle"
              size={44}
              aria-label={t(`reaction.${reaction}`)}
              onClick={() => void room.ask('room.react', { reaction })}
            >
              <span aria-hidden>
                {SIGNS[reaction]}
                {times > 0 && <small>{times}</small>}
              </span>
            </ActionIcon>
          );
        })}
      </div>
    </div>
  );
}
