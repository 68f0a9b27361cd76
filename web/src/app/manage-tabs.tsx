// What staff manage: sessions, members, the cooperative itself.
import { Link } from '@tanstack/react-router';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';
import { may } from './guards.js';
import classes from './manage-tabs.module.css';
import { useMe } from './me.js';

export function ManageTabs() {
  const t = useWords(common);
  const me = useMe();
  if (!may(me, 'members.read')) return null;
  return (
    <nav className={classes.tabs} aria-label={t('nav.manage')}>
      <Link to="/kelola/sesi" className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
        {t('nav.manage.sessions')}
      </Link>
      <Link to="/kelola/anggota" className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
        {t('nav.manage.members')}
      </Link>
      {may(me, 'sessions.host') && (
        <Link to="/kelola/pertanyaan" className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
          {t('nav.manage.questions')}
        </Link>
      )}
      {may(me, 'cooperative.read') && (
        <Link to="/kelola/pengaturan" className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
          {t('nav.manage.settings')}
        </Link>
      )}
    </nav>
  );
}
