// Calls a break of a session that is on, and ends it: the same button, in the same place.
import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useWords } from '../../../i18n/i18n.js';
import { notifyDone } from '../../../ui/problem-text.js';
import { useCommand } from '../use-command.js';
import type { Room } from '../use-room.js';
import { console as words } from './words.js';

export function BreakButton({ room }: { room: Room }) {
  const t = useWords(words);
  const { run, isBusy } = useCommand();
  const session = room.state.room?.session;
  if (session?.state !== 'live') return null;
  const isOnBreak = session.breakSince !== null;
  return (
    <Button
      variant={isOnBreak ? 'filled' : 'default'}
      leftSection={isOnBreak ? <IconPlayerPlay size={20} /> : <IconPlayerPause size={20} />}
      loading={isBusy}
      disabled={room.state.link !== 'here'}
      onClick={() => {
        void run<'session.break'>(room.act('session.break', { isOnBreak: !isOnBreak }), {
          onDone: () => {
            notifyDone(t(isOnBreak ? 'break.ended' : 'break.started'));
          },
        });
      }}
    >
      {t(isOnBreak ? 'break.end' : 'break')}
    </Button>
  );
}
