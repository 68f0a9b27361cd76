// What a guest speaker's link opens: which session they are asked to. Its token stands in the fragment; only the button acts.
import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api, type Schema } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { longDay, timeSpan } from '../../time/time.js';
import { usePageTitle } from '../../ui/page.js';
import { Failed, Loading } from '../../ui/states.js';
import { useAct } from '../../ui/use-act.js';
import classes from '../auth/auth.module.css';
import { guest } from './words.js';

export function GuestPage() {
  const t = useWords(guest);
  const navigate = useNavigate();
  const token = window.location.hash.slice(1);
  const look = useQuery({
    queryKey: ['guest', token],
    queryFn: () => answer(api.POST('/api/guests/look', { body: { token } })),
    retry: false,
  });
  const enter = useAct(() => answer(api.POST('/api/guests/enter', { body: { token } })), {
    onDone: () => navigate({ to: '/tamu/ruang' }),
  });
  usePageTitle(t('door.page'));
  const { data: visit, error } = look;
  if (look.isPending) return <Loading />;
  if (error !== null && !isProblem(error, 'not-found') && !isProblem(error, 'invalid-input')) {
    return <Failed error={error} onRetry={() => void look.refetch()} />;
  }
  return (
    <Stack maw={460} mx="auto" pt={{ base: 'md', sm: 48 }}>
      <div className={classes.card} aria-live="polite">
        <Stack gap="md">
          <Title order={1}>{visit ? t('door.title', { name: visit.name }) : t('door.broken.title')}</Title>
          <Text c="dimmed">
            {visit ? t('door.text', { cooperative: visit.cooperative.name }) : t('door.broken.text')}
          </Text>
          {visit && <About visit={visit} />}
          {visit && !isOver(visit) && (
            <Button
              size="lg"
              loading={enter.isPending}
              onClick={() => {
                enter.mutate(undefined);
              }}
            >
              {t('door.enter')}
            </Button>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

/** Nobody knows the guest's own zone: times are the session's. */
function About({ visit }: { visit: Schema<'GuestVisit'> }) {
  const t = useWords(guest);
  const reader = { language: useLanguage(), zone: visit.zone };
  return (
    <div>
      <Text fw={600}>{visit.title}</Text>
      <Text>{longDay(visit.startsAt, reader)}</Text>
      <Text>{timeSpan(visit.startsAt, visit.endsAt, reader)}</Text>
      {isOver(visit) && <Text c="dimmed">{t('door.over')}</Text>}
    </div>
  );
}

function isOver({ state }: Schema<'GuestVisit'>): boolean {
  return state === 'ended' || state === 'cancelled';
}
