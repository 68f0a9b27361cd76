// What every statement about seats begins with: the queue in its order and the counts of each mode, as they are now.

import type { Delivered } from './seat.rules.js';

/** The locked session, as far as its seats go. */
export interface SeatedSession extends Delivered {
  readonly id: string;
  readonly cooperativeId: string;
}

/** The mode that counts: a session of one delivery has but that one, whatever its registrations once chose. */
export const MODE = `CASE WHEN $2::text = 'hybrid' THEN r.mode ELSE $2 END`;

/**
 * `queue` and `seats`, for `$1` session, `$2` delivery, `$3` virtual and `$4` onsite capacity, `$5` now. In `seats`,
 * `last_at` is when the last of the whole queue came. Counted once: left to itself, PostgreSQL would count anew for every
 * request of a batch.
 */
export const SEATS_NOW = `queue AS (
       SELECT r.id, ${MODE} AS mode, r.queued_at,
         row_number() OVER (PARTITION BY ${MODE} ORDER BY r.priority DESC, r.queued_at, r.id) AS place
       FROM registrations r WHERE r.session_id = $1 AND r.state = 'waitlisted'),
     taken AS (
       SELECT ${MODE} AS mode, count(*) AS taken FROM registrations r
       WHERE r.session_id = $1 AND r.state IN ('confirmed', 'offered') GROUP BY 1),
     seats AS MATERIALIZED (
       SELECT m.mode, m.capacity, coalesce(taken.taken, 0) AS taken,
         (SELECT count(*) FROM queue WHERE queue.mode = m.mode) AS waiting,
         (SELECT max(queued_at) FROM queue) AS last_at, $5::timestamptz AS now
       FROM (VALUES ('virtual', $3::int), ('onsite', $4::int)) AS m(mode, capacity) LEFT JOIN taken USING (mode))`;

/** The first five parameters of a statement that begins with `SEATS_NOW`. */
export function seatsOf(session: SeatedSession, now: Date): readonly unknown[] {
  return [session.id, session.delivery, session.capacity, session.onsiteCapacity, now];
}
