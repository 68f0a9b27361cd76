// A link that signs in: its token stands in the fragment, which no server log sees, and only pressing the button uses it.
import { Button, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useBrand } from '../../app/brand.js';
import { useWords } from '../../i18n/i18n.js';
import { usePageTitle } from '../../ui/page.js';
import { useAct } from '../../ui/use-act.js';
import { isProblem } from '../../api/problem.js';
import classes from './auth.module.css';
import { auth } from './words.js';

interface TokenPageProps {
  kind: 'link' | 'hand';
  isComplete: boolean;
  enter: () => Promise<void>;
}

export function TokenPage({ kind, isComplete, enter }: TokenPageProps) {
  const t = useWords(auth);
  const client = useQueryClient();
  const navigate = useNavigate();
  const slug = useBrand()?.slug;
  const [hasFailed, setFailed] = useState(false);
  usePageTitle(t(`${kind}.title`));
  const act = useAct(enter, {
    onDone: async () => {
      client.clear();
      await navigate({ to: '/beranda', replace: true });
    },
    onProblem: (error) => {
      const isRefused = isProblem(error, 'challenge-failed') || isProblem(error, 'invalid-input');
      setFailed(isRefused);
      return isRefused;
    },
  });
  const fault = !isComplete ? 'link.missing' : hasFailed ? (`${kind}.failed` as const) : undefined;
  return (
    <Stack maw={460} mx="auto" pt={{ base: 'md', sm: 48 }}>
      <div className={classes.card} aria-live="polite">
        <Stack gap="md">
          <Title order={1}>{t(fault ?? `${kind}.title`)}</Title>
          <Text c="dimmed">{t(fault ? `${fault}.text` : `${kind}.lead`)}</Text>
          {fault ? (
            <Button component={Link} to={slug === undefined ? '/' : `/k/${slug}/masuk`} variant="light">
              {t('to-sign-in')}
            </Button>
          ) : (
            <Button
              size="lg"
              loading={act.isPending}
              onClick={() => {
                act.mutate(undefined);
              }}
            >
              {t('link.submit')}
            </Button>
          )}
        </Stack>
      </div>
    </Stack>
  );
}
