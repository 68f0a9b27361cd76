// What I can do about a session now: register, queue, enter, or give my place back. The one thing a member came for.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDoorEnter, IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime, fromNow } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { notifyDone } from '../../ui/problem-text.js';
import { useAct } from '../../ui/use-act.js';
import { GiveUpModal } from './give-up-modal.js';
import { SeatsLeft } from './seats-left.js';
import classes from './session-page.module.css';
import { sessions } from './words.js';

type Session = Schema<'SessionDetail'>;

export function RegistrationCard({ session }: { session: Session }) {
  return (
    <section className={classes.card} aria-live="polite">
      <div className={classes.cardBody}>
        <Content session={session} />
      </div>
    </section>
  );
}

function Content({ session }: { session: Session }) {
  const t = useWords(sessions);
  const { state, registration } = session;
  if (state === 'cancelled') return <Say title={t('session.cancelled.title')} text={t('session.cancelled.text')} />;
  if (state === 'draft') return <Say title={t('session.draft.title')} text={t('session.draft.text')} />;
  if (state === 'ended') {
    return (
      <Say title={t('session.ended.title')}>
        {session.room.canJoin && <EnterRoom session={session} />}
        <Button component={Link} to="/jadwal" variant="light">
          {t('session.ended.record')}
        </Button>
      </Say>
    );
  }
  if (registration?.state === 'confirmed') return <Confirmed session={session} />;
  if (registration) return <Waiting session={session} registration={registration} />;
  return <Offer session={session} />;
}

function Say({
  title,
  text,
  icon,
  children,
}: {
  title: string;
  text?: string;
  icon?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Stack gap="sm">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {icon}
        <div>
          <Title order={2} size="h3">
            {title}
          </Title>
          {text && <Text c="dimmed">{text}</Text>}
        </div>
      </Group>
      {children}
    </Stack>
  );
}

function Offer({ session }: { session: Session }) {
  const t = useWords(sessions);
  const isFull = session.seatsLeft !== null && session.seatsLeft <= 0;
  const register = useAct(
    () => answer(api.POST('/api/sessions/{id}/registration', { params: { path: { id: session.id } } })),
    {
      refresh: [['sessions'], ['my-registrations']],
      onDone: ({ state }) => {
        notifyDone(t(state === 'confirmed' ? 'session.registered' : 'session.queued'));
      },
    },
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: 1, minWidth: 200 }}>
          <Title order={2} size="h3">
            {t(isFull ? 'session.full.title' : session.state === 'live' ? 'session.live.title' : 'session.open.title')}
          </Title>
          <Text c="dimmed">
            {t(isFull ? 'session.full.text' : session.state === 'live' ? 'session.live.text' : 'session.open.text')}
          </Text>
        </div>
        <SeatsLeft session={session} />
      </Group>
      <Button
        size="lg"
        fullWidth
        loading={register.isPending}
        onClick={() => {
          register.mutate(undefined);
        }}
      >
        {t(isFull ? 'session.join-queue' : 'session.register')}
      </Button>
      {session.room.canJoin && <EnterRoom session={session} />}
    </Stack>
  );
}

function Confirmed({ session }: { session: Session }) {
  const t = useWords(sessions);
  const reader = useReader();
  const now = useNow();
  const [isGivingUp, setGivingUp] = useState(false);
  const { opensAt, canJoin } = session.room;
  const when = `${fromNow(opensAt, now, reader.language)}, ${dayAndTime(opensAt, reader)}`;
  return (
    <Say
      icon={<IconCircleCheck size={28} color="var(--sinau-brand-text)" style={{ flex: 'none' }} aria-hidden />}
      title={t('session.confirmed.title')}
      text={canJoin ? t('session.confirmed.open') : t('session.confirmed.text', { when })}
    >
      {canJoin && <EnterRoom session={session} />}
      <Button
        variant="subtle"
        color="gray"
        onClick={() => {
          setGivingUp(true);
        }}
      >
        {t('session.cancel')}
      </Button>
      <GiveUpModal
        session={session}
        isOpen={isGivingUp}
        onClose={() => {
          setGivingUp(false);
        }}
      />
    </Say>
  );
}

function Waiting({ session, registration }: { session: Session; registration: Schema<'OwnRegistration'> }) {
  const t = useWords(sessions);
  const [isGivingUp, setGivingUp] = useState(false);
  const isQueued = registration.state === 'waitlisted';
  return (
    <Say
      icon={<IconHourglass size={28} color="var(--sinau-brand-text)" style={{ flex: 'none' }} aria-hidden />}
      title={isQueued ? t('session.waiting.title', { place: registration.place ?? 0 }) : t('session.pending.title')}
      {...(isQueued ? { text: t('session.waiting.text') } : {})}
    >
      {session.room.canJoin && <EnterRoom session={session} />}
      <Button
        variant="subtle"
        color="gray"
        onClick={() => {
          setGivingUp(true);
        }}
      >
        {t(isQueued ? 'session.leave-queue' : 'session.cancel')}
      </Button>
      <GiveUpModal
        session={session}
        isOpen={isGivingUp}
        onClose={() => {
          setGivingUp(false);
        }}
      />
    </Say>
  );
}

function EnterRoom({ session }: { session: Session }) {
  const t = useWords(sessions);
  return (
    <Button component={Link} to={`/sesi/${session.id}/ruang`} size="lg" leftSection={<IconDoorEnter size={22} />}>
      {t('session.enter')}
    </Button>
  );
}
