// What surrounds every page: the announcement of its title, the word that the device is offline, and the last resorts.
import { Anchor, Button, Center, Stack, Text, Title } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { Link, Outlet, type ErrorComponentProps } from '@tanstack/react-router';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';
import { problemText } from '../ui/problem-text.js';
import classes from './root.module.css';

export function Root() {
  const t = useWords(common);
  const { online } = useNetwork();
  return (
    <>
      <a href="#isi" className={classes.skip}>
        {t('nav.skip')}
      </a>
      {!online && (
        <div role="status" className={classes.offline}>
          {t('offline.banner')}
        </div>
      )}
      <Outlet />
    </>
  );
}

export function NotFound() {
  const t = useWords(common);
  return (
    <Center component="main" id="isi" mih="70vh" p="lg">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <Title order={1}>{t('error.not-found')}</Title>
        <Text c="dimmed">{t('error.not-found.text')}</Text>
        <Anchor component={Link} to="/" mt="sm">
          {t('error.to-home')}
        </Anchor>
      </Stack>
    </Center>
  );
}

/** A page that could not be shown at all: its code did not arrive, or its first answer did not. */
export function Crash({ error }: ErrorComponentProps) {
  const t = useWords(common);
  return (
    <Center component="main" id="isi" mih="70vh" p="lg">
      <Stack align="center" gap="xs" maw={420} ta="center" role="alert">
        <Title order={1}>{t('error.load')}</Title>
        <Text c="dimmed">{problemText(error)}</Text>
        <Button
          mt="sm"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('act.retry')}
        </Button>
      </Stack>
    </Center>
  );
}
