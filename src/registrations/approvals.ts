// Writes what staff decided of those who asked: a seat, a place at the end of the queue, or no. Under the session's lock.

import type { Tx } from '../platform/database/tx.js';
import type { Changed } from './seats.js';
import type { SeatedSession } from './seats.sql.js';
import { MODE, SEATS_NOW, seatsOf } from './seats.sql.js';

/** Approves in the order of asking, as `approve` in seat.rules.ts decides; what is not pending is left as it is. */
export async function approvePending(
  tx: Tx,
  session: SeatedSession,
  ids: readonly string[],
  now: Date,
): Promise<(Changed & { state: 'confirmed' | 'waitlisted' })[]> {
  return tx.sql(
    `WITH ${SEATS_NOW},
     chosen AS (
       SELECT r.id, ${MODE} AS mode, row_number() OVER (PARTITION BY ${MODE} ORDER BY r.id) AS rank
       FROM registrations r WHERE r.session_id = $1 AND r.state = 'pending' AND r.id = ANY($6)),
     placed AS (
       SELECT chosen.id, seats.capacity, seats.taken + rank - 1 AS taken_before,
         greatest($5, seats.last_at + interval '1 millisecond') AS queued_at,
         CASE WHEN capacity IS NULL OR taken + waiting + rank <= capacity THEN 'confirmed' ELSE 'waitlisted' END AS state
       FROM chosen JOIN seats USING (mode))
     UPDATE registrations r SET state = placed.state, queued_at = placed.queued_at, updated_at = $5,
       confirmed_at = CASE WHEN placed.state = 'confirmed' THEN $5::timestamptz END,
       seats_taken_before = CASE WHEN placed.state = 'confirmed' THEN placed.taken_before END,
       capacity_seen = CASE WHEN placed.state = 'confirmed' THEN placed.capacity END
     FROM placed WHERE r.id = placed.id
     RETURNING r.id AS "registrationId", r.member_id AS "memberId", r.state`,
    [...seatsOf(session, now), ids],
  );
}

export async function rejectPending(
  tx: Tx,
  sessionId: string,
  ids: readonly string[],
  reason: string,
  now: Date,
): Promise<Changed[]> {
  return tx.sql(
    `UPDATE registrations SET state = 'rejected', reason = $3, updated_at = $4
     WHERE session_id = $1 AND state = 'pending' AND id = ANY($2)
     RETURNING id AS "registrationId", member_id AS "memberId"`,
    [sessionId, ids, reason, now],
  );
}
