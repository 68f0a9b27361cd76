// That a break is on, and since when; nothing about it asks for attention.
import { IconPlayerPause } from '@tabler/icons-react';
import type { RoomSession } from '../../../../src/contracts/room-protocol.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { clockTime } from '../../time/time.js';
import classes from './panels.module.css';
import { room as words } from './words.js';

export function BreakStrip({ session }: { session: RoomSession | undefined }) {
  const t = useWords(words);
  const reader = useReader();
  if (!session?.breakSince) return null;
  return (
    <p className={classes.pause}>
      <IconPlayerPause size={18} aria-hidden />
      <span>{t('break.on', { when: clockTime(session.breakSince, reader) })}</span>
    </p>
  );
}
