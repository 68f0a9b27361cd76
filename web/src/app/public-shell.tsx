// The frame of the pages that anybody may see.
import { Button, Group } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { LANGUAGES } from '../../../src/contracts/languages.js';
import { common } from '../i18n/common.js';
import { switchLanguage, useLanguage, useWords } from '../i18n/i18n.js';
import classes from './public-shell.module.css';

export function PublicShell() {
  const t = useWords(common);
  const language = useLanguage();
  return (
    <div className={classes.frame}>
      <main id="isi" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <span>Sinau · {t('app.tagline')}</span>
        <Group gap={4} role="group" aria-label={t('language.label')}>
          {LANGUAGES.map((code) => (
            <Button
              key={code}
              variant={code === language ? 'light' : 'subtle'}
              size="compact-md"
              mih={44}
              px="sm"
              lang={code}
              aria-pressed={code === language}
              onClick={() => {
                switchLanguage(code);
              }}
            >
              {t(`language.${code}`)}
            </Button>
          ))}
        </Group>
      </footer>
    </div>
  );
}
