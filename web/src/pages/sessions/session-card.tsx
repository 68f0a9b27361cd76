// One session in a list: when, what, with whom, how many seats are left, and whether I am in.

import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { useReader } from '../../app/me.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/i18n.js';
import { shortDay, timeSpan } from '../../time/time.js';
import { Cover } from '../../ui/cover.js';
import { series } from '../../ui/rule-words.js';
import { MineBadge } from './mine-badge.js';
import { SeatsLeft } from './seats-left.js';
import classes from './session-card.module.css';
import { Tag } from '../../ui/tag.js';

type Full = Schema<'SessionCard'>;

/** What a card shows; a visitor's list has no registration, and my own has no seats. */
export interface CardSession extends Pick<Full, 'id' | 'title' | 'startsAt' | 'endsAt' | 'state'> {
  topic: { name: string } | null;
  cover?: Full['cover'];
  seriesId?: Full['seriesId'];
  facilitators?: Full['facilitators'];
  seatsLeft?: number | null;
  registration?: Pick<Schema<'Registration'>, 'state' | 'place'> | null;
}

interface SessionCardProps {
  session: CardSession;
  isPublic: boolean;
  /** Where no day stands above it. */
  withDay?: boolean;
}

export function SessionCard({ session, isPublic, withDay = false }: SessionCardProps) {
  const words = useWords(common);
  const w = useWords(series);
  const reader = useReader();
  const { id, title, topic, startsAt, endsAt, state, cover, facilitators = [], registration } = session;
  return (
    <article className={classes.card}>
      <div className={classes.text}>
        <p className={classes.time}>
          {state === 'live' && <span className={classes.live}>{words('session.state.live')}</span>}
          <time dateTime={startsAt}>
            {withDay && `${shortDay(startsAt, reader)} · `}
            {timeSpan(startsAt, endsAt, reader)}
          </time>
        </p>
        <h3 className={classes.title}>
          <Link to="/sesi/$id" params={{ id }} className={classes.link}>
            {title}
          </Link>
        </h3>
        {facilitators.length > 0 && (
          <p className={classes.people}>
            <IconUsers size={16} aria-hidden /> {facilitators.map(({ name }) => name).join(', ')}
          </p>
        )}
        <div className={classes.badges}>
          {topic && <Tag>{topic.name}</Tag>}
          {session.seriesId && <Tag>{w('mark')}</Tag>}
          {state === 'cancelled' && <Tag tone="bad">{words('session.state.cancelled')}</Tag>}
          {!isPublic && registration ? <MineBadge registration={registration} /> : <SeatsLeft session={session} />}
        </div>
      </div>
      <div className={classes.cover}>
        <Cover topic={topic?.name ?? title} picture={cover} shape="square" />
      </div>
    </article>
  );
}
