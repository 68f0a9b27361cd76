// The session a member goes to next, with its countdown and one button.
import { Button, Text, Title } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { useMe, useReader } from '../../app/me.js';
import { useWords } from '../../i18n/i18n.js';
import { fromNow, longDay, timeInZone, timeSpan } from '../../time/time.js';
import { useNow } from '../../time/use-now.js';
import { MineBadge } from '../sessions/mine-badge.js';
import { sessions } from '../sessions/words.js';
import classes from './next-session.module.css';

export function NextSession({ item: registration }: { item: Schema<'MyRegistration'> }) {
  const { session } = registration;
  const t = useWords(sessions);
  const reader = useReader();
  const now = useNow();
  const { roomOpensMinutes } = useMe().cooperative.policies;
  const isLive = session.state === 'live';
  const opensAt = new Date(Date.parse(session.startsAt) - roomOpensMinutes * 60_000);
  const canEnter = registration.state === 'confirmed' && (isLive || now >= opensAt);
  return (
    <section className={classes.card} aria-label={t(isLive ? 'home.now' : 'home.next')}>
      <p className={classes.kicker}>
        {isLive ? t('home.now') : `${t('home.next')} · ${fromNow(session.startsAt, now, reader.language)}`}
      </p>
      <Title order={2} className={classes.title}>
        <Link to="/sesi/$id" params={{ id: session.id }}>
          {session.title}
        </Link>
      </Title>
      <Text className={classes.when}>
        {longDay(session.startsAt, reader)} · {timeSpan(session.startsAt, session.endsAt, reader)}
      </Text>
      <div className={classes.foot}>
        {canEnter ? (
          <Button
            component={Link}
            to={`/sesi/${session.id}/ruang`}
            size="lg"
            className={classes.button}
            leftSection={<IconDoorEnter size={22} />}
          >
            {t('home.join')}
          </Button>
        ) : (
          <Button component={Link} to={`/sesi/${session.id}`} size="md" className={classes.button}>
            {t('home.open')}
          </Button>
        )}
        {registration.state === 'confirmed' ? (
          !canEnter && (
            <span className={classes.hint}>
              {t('home.room-opens', { when: timeInZone(opensAt.toISOString(), reader) })}
            </span>
          )
        ) : (
          <MineBadge registration={registration} />
        )}
      </div>
      <span className={classes.ornament} aria-hidden />
    </section>
  );
}
