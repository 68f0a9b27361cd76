// The ways around one session: its form, its people, its attendance, its page, its console.
import { Link } from '@tanstack/react-router';
import { may } from '../../app/guards.js';
import { useMe } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import classes from './session-tabs.module.css';
import { staff } from './words.js';

export function SessionTabs({ sessionId: id, canHost }: { sessionId: string; canHost: boolean }) {
  const t = useWords(staff);
  const me = useMe();
  const exact = {
    activeOptions: { exact: true },
    activeProps: { 'aria-current': 'page' },
    className: classes.tab,
  } as const;
  return (
    <nav ref={showCurrent} className={classes.tabs} aria-label={t('list.session')}>
      <Link to="/kelola/sesi/$id" params={{ id }} {...exact}>
        {t(may(me, 'sessions.plan') ? 'edit.title' : 'list.session')}
      </Link>
      <Link to="/kelola/sesi/$id/peserta" params={{ id }} {...exact}>
        {t('open.registrations')}
      </Link>
      <Link to="/kelola/sesi/$id/kehadiran" params={{ id }} {...exact}>
        {t('open.attendance')}
      </Link>
      {canHost && (
        <Link to="/sesi/$id/konsol" params={{ id }} {...exact}>
          {t('open.console')}
        </Link>
      )}
      <Link to="/sesi/$id" params={{ id }} {...exact}>
        {t('open.page')}
      </Link>
    </nav>
  );
}

/** On a phone the tabs are wider than the screen: the page that is open must not be the one that is cut off. */
function showCurrent(tabs: HTMLElement | null): void {
  const current = tabs?.querySelector<HTMLElement>('[aria-current]');
  if (tabs && current) tabs.scrollLeft = current.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
}
