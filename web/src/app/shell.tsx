// The frame of every page behind the sign-in: tabs under the thumb on a phone, one quiet bar on a laptop.
import { IconCalendar, IconHome2, IconNotebook, IconSettings2, IconUser } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';
import { Account } from './account.js';
import { BrandMark } from './brand-mark.js';
import { may } from './guards.js';
import { useMe } from './me.js';
import classes from './shell.module.css';

const TABS = [
  { to: '/beranda', word: 'nav.home', icon: IconHome2 },
  { to: '/jadwal', word: 'nav.schedule', icon: IconCalendar },
  { to: '/catatan', word: 'nav.record', icon: IconNotebook },
  { to: '/aku', word: 'nav.profile', icon: IconUser },
] as const;
const MANAGE = { to: '/kelola/sesi', word: 'nav.manage', icon: IconSettings2 } as const;

export function Shell() {
  const t = useWords(common);
  const me = useMe();
  const tabs = may(me, 'registrations.read') ? [...TABS.slice(0, 3), MANAGE, ...TABS.slice(3)] : TABS;
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <BrandMark name={me.cooperative.name} to="/beranda" />
        <Account />
      </header>
      <nav className={classes.tabs} aria-label={t('nav.main')}>
        {tabs.map(({ to, word, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={classes.tab}
            activeOptions={{ exact: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon size={22} stroke={1.7} aria-hidden />
            <span>{t(word)}</span>
          </Link>
        ))}
      </nav>
      <main id="isi" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  );
}
