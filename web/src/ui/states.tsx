// The three states every list has besides its rows: still loading, nothing there, could not be loaded.
import { Button, Center, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';
import { problemText } from './problem-text.js';
import classes from './states.module.css';

export function Loading({ rows = 3, height = 92 }: { rows?: number; height?: number }) {
  const t = useWords(common);
  return (
    <Stack gap="sm" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="lg" />
      ))}
    </Stack>
  );
}

interface EmptyProps {
  icon: ReactNode;
  title: string;
  text?: string | undefined;
  children?: ReactNode;
}

export function Empty({ icon, title, text, children }: EmptyProps) {
  return (
    <Center className={classes.empty}>
      <Stack align="center" gap="xs" maw={380} ta="center">
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
        <Title order={2} size="h3">
          {title}
        </Title>
        {text && <Text c="dimmed">{text}</Text>}
        {children}
      </Stack>
    </Center>
  );
}

export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useWords(common);
  return (
    <Center className={classes.empty} role="alert">
      <Stack align="center" gap="xs" maw={380} ta="center">
        <Title order={2} size="h3">
          {t('error.load')}
        </Title>
        <Text c="dimmed">{problemText(error)}</Text>
        {onRetry && (
          <Button variant="light" onClick={onRetry} mt="xs">
            {t('act.retry')}
          </Button>
        )}
      </Stack>
    </Center>
  );
}

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** What a query found, or the state it is in. Data that is there stays on screen while it is fetched anew. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <Loading />}</>;
}
