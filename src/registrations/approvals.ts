// Writes what staff decided of those who asked: a seat, a place at the end of the queue, or no. Under the session's lock.

import type { Tx } from '../platform/database/tx.js';
import type { Changed } from './seats.js';
import type { SeatedSession } from './seats.sql.js';
import { MODE, PLACED, SEATS_NOW, seatsOf } from './seats.sql.js';
import type { Quota } from './terms.rules.js';

/** Approves in the order of asking, as `approve` in seat.rules.ts decides; what is not pending is left as it is. */
export async function approvePending(
  tx: Tx,
  session: SeatedSession,
  quotas: readonly Quota[],
  ids: readonly string[],
  now: Date,
): Promise<(Changed & { state: 'confirmed' | 'waitlisted' })[]> {
  return tx.sql(
    `WITH ${SEATS_NOW},
     newcomers AS (
       SELECT r.id, ${MODE} AS mode, m.unit_id, 'seat' AS entry, row_number() OVER (ORDER BY r.id) AS nth
       FROM registrations r JOIN members m ON m.id = r.member_id
       WHERE r.session_id = $1 AND r.state = 'pending' AND r.id = ANY($7)),
     ${PLACED}
     UPDATE registrations r SET state = placed.state, queued_at = placed.queued_at, updated_at = $5,
       confirmed_at = CASE WHEN placed.state = 'confirmed' THEN $5::timestamptz END,
       seats_taken_before = CASE WHEN placed.state = 'confirmed' THEN placed.taken_before END,
       capacity_seen = CASE WHEN placed.state = 'confirmed' THEN placed.capacity END
     FROM placed WHERE r.id = placed.id
     RETURNING r.id AS "registrationId", r.member_id AS "memberId", r.state`,
    [...seatsOf(session, quotas, now), ids],
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
