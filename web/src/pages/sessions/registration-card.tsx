// What I can do about a session now: register, queue, enter, or give my place back. The one thing a member came for.
import { Button, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconDoorEnter, IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { dayAndTime, fromNow } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { GiveUpModal } from './give-up-modal.js';
import { LastAnswer } from './last-answer.js';
import { Loaded, Loading } from '../../ui/states.js';
import { Needs } from './needs.js';
import { OfferedSeat } from './offered-seat.js';
import { RegisterForm, type Mode } from './register-form.js';
import { Say } from './say.js';
import classes from './session-page.module.css';
import { WhyNext } from './why-next.js';
import { SwitchMode } from './switch-mode.js';
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
  if (state === 'cancelled') {
    const { cancelReason: reason } = session;
    return (
      <Say title={t('session.cancelled.title')} text={t('session.cancelled.text')}>
        {reason !== null && <Text>{t('session.cancelled.reason', { reason })}</Text>}
      </Say>
    );
  }
  if (state === 'draft') return <Say title={t('session.draft.title')} text={t('session.draft.text')} />;
  if (state === 'ended') {
    return (
      <Say title={t('session.ended.title')}>
        {session.room.canJoin && <EnterRoom session={session} />}
        <Button component={Link} to="/catatan" variant="light">
          {t('session.ended.record')}
        </Button>
      </Say>
    );
  }
  if (registration?.state === 'confirmed') return <Confirmed session={session} mode={registration.mode} />;
  if (registration?.offerEndsAt) return <OfferedSeat session={session} endsAt={registration.offerEndsAt} />;
  if (registration) return <Waiting session={session} registration={registration} />;
  return <Newcomer session={session} />;
}

/** Seats move while somebody thinks about it. */
const REFRESH_MS = 15_000;

/** What registering takes is asked for only where somebody may want to. */
function Newcomer({ session }: { session: Session }) {
  const t = useWords(sessions);
  const terms = useQuery({ ...queries.myTerms(session.id), refetchInterval: REFRESH_MS });
  return (
    <Loaded query={terms} skeleton={<Loading rows={1} height={96} />}>
      {(data) => (
        <Stack gap="md">
          {data.last && <LastAnswer last={data.last} />}
          {!data.isOpen && <Say title={t('session.closed')} />}
          {data.isOpen && <Needs requirements={data.requirements} />}
          {data.isOpen && data.requirements.every(({ isMet }) => isMet) && (
            <RegisterForm session={session} terms={data} />
          )}
          {session.room.canJoin && <EnterRoom session={session} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Confirmed({ session, mode }: { session: Session; mode: Mode }) {
  const t = useWords(sessions);
  const reader = useReader();
  const now = useNow();
  const [isGivingUp, setGivingUp] = useState(false);
  const { opensAt, canJoin } = session.room;
  const when = `${fromNow(opensAt, now, reader.language)}, ${dayAndTime(opensAt, reader)}`;
  const textOf = (): string => {
    if (mode === 'onsite') return t('session.confirmed.onsite');
    return canJoin ? t('session.confirmed.open') : t('session.confirmed.text', { when });
  };
  return (
    <Say
      icon={<IconCircleCheck size={28} color="var(--sinau-brand-text)" style={{ flex: 'none' }} aria-hidden />}
      title={t('session.confirmed.title')}
      text={textOf()}
    >
      {session.registration?.promotion && <WhyNext promotion={session.registration.promotion} />}
      {canJoin && <EnterRoom session={session} />}
      <SwitchMode session={session} from={mode} />
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
      text={t(isQueued ? 'session.waiting.text' : 'session.pending.text')}
    >
      {isQueued && <ByWhichOrder sessionId={session.id} />}
      <SwitchMode session={session} from={registration.mode} />
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

/** What the number says of one's turn, by the order in which seats go. */
function ByWhichOrder({ sessionId }: { sessionId: string }) {
  const t = useWords(sessions);
  const reader = useReader();
  const terms = useQuery(queries.myTerms(sessionId));
  if (!terms.data) return null;
  const { queuePolicy, quotasUntil } = terms.data;
  // Quotas that are released leave the order of registration.
  const order = queuePolicy === 'unit-quota' && quotasUntil === null ? 'fifo' : queuePolicy;
  return (
    <Text size="sm" c="dimmed">
      {t(`session.order.${order}`, { until: quotasUntil === null ? '' : dayAndTime(quotasUntil, reader) })}
    </Text>
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
