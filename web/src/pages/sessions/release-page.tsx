// The link in a mail that gives a place back without a sign-in: its token stands in the fragment, and only the button acts.
import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api, type Schema } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { longDay, timeSpan } from '../../time/time.js';
import { usePageTitle } from '../../ui/page.js';
import { Failed, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import classes from '../auth/auth.module.css';
import { sessions } from './words.js';

export function ReleasePage() {
  const t = useWords(sessions);
  const client = useQueryClient();
  const token = window.location.hash.slice(1);
  const queryKey = ['release', token];
  const look = useQuery({
    queryKey,
    queryFn: () => answer(api.POST('/api/releases/look', { body: { token } })),
    retry: false,
  });
  const act = useAct(() => answer(api.POST('/api/releases', { body: { token } })), {
    onDone: (released) => {
      client.setQueryData(queryKey, released);
    },
  });
  usePageTitle(t('release.title'));
  const { data: release, error } = look;
  const part = partOf(release);
  if (look.isPending) return <Loading />;
  if (error !== null && !isProblem(error, 'not-found') && !isProblem(error, 'invalid-input')) {
    return <Failed error={error} onRetry={() => void look.refetch()} />;
  }
  return (
    <Stack maw={460} mx="auto" pt={{ base: 'md', sm: 48 }}>
      <div className={classes.card} aria-live="polite">
        <Stack gap="md">
          <Title order={1}>{t(`${part}.title`)}</Title>
          {release && <About release={release} />}
          <Text c="dimmed">{t(`${part}.text`)}</Text>
          {(part === 'release' || part === 'release.waiting') && (
            <Button
              size="lg"
              color="red"
              loading={act.isPending}
              onClick={() => {
                act.mutate(undefined);
              }}
            >
              {t(`${part}.yes`)}
            </Button>
          )}
          {release && (
            <Button component={Link} to={`/k/${release.cooperative.slug}`} variant="light">
              {t('release.to-cooperative')}
            </Button>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

/** Whoever opens the link may not be signed in: times are the session's. */
function About({ release }: { release: Schema<'Release'> }) {
  const reader = { language: useLanguage(), zone: release.zone };
  return (
    <div>
      <Text fw={600}>{release.title}</Text>
      <Text>{longDay(release.startsAt, reader)}</Text>
      <Text>{timeSpan(release.startsAt, release.endsAt, reader)}</Text>
    </div>
  );
}

function partOf(release: Schema<'Release'> | undefined) {
  if (!release) return 'release.broken';
  if (release.state === 'released') return 'release.released';
  if (release.state === 'over') return 'release.over';
  return release.isWaiting ? 'release.waiting' : 'release';
}
