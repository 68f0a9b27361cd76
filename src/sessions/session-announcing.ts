// Keeps what members were told about a session's time and place, so that a change can say what it was before.

import type { Tx } from '../platform/database/tx.js';
import type { Session } from './session.entity.js';

type Said = Pick<Session, 'id' | 'revision' | 'startsAt' | 'endsAt' | 'delivery' | 'venue'>;

/** The first change also keeps what had stood since the session was made. */
export async function keepAnnounced(tx: Tx, before: Session, after: Said, now: Date): Promise<void> {
  await keep(tx, before, before.createdAt);
  await keep(tx, after, now);
}

async function keep(tx: Tx, { id, revision, startsAt, endsAt, delivery, venue }: Said, at: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO session_announcements (session_id, revision, starts_at, ends_at, delivery, venue, announced_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [id, revision, startsAt, endsAt, delivery, venue, at],
  );
}
