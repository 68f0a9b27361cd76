// What the connection is doing, in words: never only a colour.
import { IconWifi, IconWifiOff } from '@tabler/icons-react';
import { useWords } from '../../i18n/i18n.js';
import classes from './room.module.css';
import type { RoomState } from './room-state.js';
import { room as words } from './words.js';

export function LinkStatus({ link }: { link: RoomState['link'] }) {
  const t = useWords(words);
  if (link === 'gone') return null;
  const isDown = link === 'offline';
  const Icon = isDown ? IconWifiOff : IconWifi;
  return (
    <p role="status" className={link === 'here' ? classes.quiet : classes.busy}>
      <Icon size={16} aria-hidden /> {t(`link.${link}`)}
    </p>
  );
}
