// What every statement about seats begins with: the queue in its order, the counts of each mode, and what quotas keep.

import type { Delivered } from './seat.rules.js';
import type { Quota } from './terms.rules.js';

/** The locked session, as far as its seats go. */
export interface SeatedSession extends Delivered {
  readonly id: string;
  readonly cooperativeId: string;
}

/** The mode that counts: a session of one delivery has but that one, whatever its registrations once chose. */
export const MODE = `CASE WHEN $2::text = 'hybrid' THEN r.mode ELSE $2 END`;

/**
 * `queue`, `units` and `seats`, for `$1` session, `$2` delivery, `$3` virtual and `$4` onsite capacity, `$5` now, `$6` the
 * quotas that hold. In `units`, what is kept for each that has a quota, and how many of it wait; in `seats`, the sums of
 * that, and when the last of the whole queue came. Counted once: left to itself, PostgreSQL would count anew for every
 * request of a batch. Where no quota holds, nobody's unit is looked up.
 */
export const SEATS_NOW = `queue AS (
       SELECT r.id, r.member_id, ${MODE} AS mode, r.queued_at,
         row_number() OVER (PARTITION BY ${MODE} ORDER BY r.priority DESC, r.queued_at, r.id) AS place
       FROM registrations r WHERE r.session_id = $1 AND r.state = 'waitlisted'),
     taken AS (
       SELECT ${MODE} AS mode, count(*) AS taken FROM registrations r
       WHERE r.session_id = $1 AND r.state IN ('confirmed', 'offered') GROUP BY 1),
     units AS MATERIALIZED (
       SELECT q."unitId" AS unit_id, mode, greatest(0, q.seats - coalesce(taken, 0)) AS kept, coalesce(waiting, 0) AS waiting
       FROM jsonb_to_recordset($6::jsonb) AS q("unitId" uuid, seats int)
       CROSS JOIN (VALUES ('virtual'), ('onsite')) AS m(mode)
       LEFT JOIN (
         SELECT m.unit_id AS "unitId", ${MODE} AS mode, count(*) AS taken
         FROM registrations r JOIN members m ON m.id = r.member_id
         WHERE $6::jsonb <> '[]' AND r.session_id = $1 AND r.state IN ('confirmed', 'offered') GROUP BY 1, 2) t
         USING ("unitId", mode)
       LEFT JOIN (
         SELECT m.unit_id AS "unitId", queue.mode, count(*) AS waiting FROM queue JOIN members m ON m.id = queue.member_id
         WHERE $6::jsonb <> '[]' GROUP BY 1, 2) w USING ("unitId", mode)),
     seats AS MATERIALIZED (
       SELECT m.mode, m.capacity, coalesce(taken.taken, 0) AS taken,
         (SELECT count(*) FROM queue WHERE queue.mode = m.mode) AS waiting,
         (SELECT coalesce(sum(least(kept, waiting)), 0)::int FROM units WHERE units.mode = m.mode) AS waiting_within,
         (SELECT coalesce(sum(kept), 0)::int FROM units WHERE units.mode = m.mode) AS kept,
         (SELECT max(queued_at) FROM queue) AS last_at, $5::timestamptz AS now
       FROM (VALUES ('virtual', $3::int), ('onsite', $4::int)) AS m(mode, capacity) LEFT JOIN taken USING (mode))`;

/**
 * `placed`: what becomes of all in `newcomers` (`id`, `mode`, `unit_id`, `entry`, and `nth` in the order of coming) after
 * `SEATS_NOW`, decided as `register` in seat.rules.ts does one by one.
 */
export const PLACED = `found AS (
       SELECT n.*, coalesce(units.waiting
         + row_number() OVER (PARTITION BY n.mode, n.entry, n.unit_id ORDER BY n.nth) <= units.kept, false) AS is_within
       FROM newcomers n LEFT JOIN units USING (mode, unit_id)),
     stated AS (
       SELECT found.*, seats.capacity, seats.taken, seats.waiting, seats.last_at,
         CASE WHEN entry = 'pending' THEN 'pending'
           WHEN capacity IS NULL OR row_number() OVER (PARTITION BY mode, entry, is_within ORDER BY nth)
             + CASE WHEN is_within THEN waiting_within ELSE waiting - waiting_within + kept END <= capacity - taken
           THEN 'confirmed' ELSE 'waitlisted' END AS state
       FROM found JOIN seats USING (mode)),
     placed AS (
       SELECT *, taken + rank - 1 AS taken_before, waiting + rank AS place,
         greatest($5, last_at + interval '1 millisecond') AS queued_at
       FROM (SELECT *, row_number() OVER (PARTITION BY mode, state ORDER BY nth) AS rank FROM stated) counted)`;

/** The first six parameters of a statement that begins with `SEATS_NOW`. */
export function seatsOf(session: SeatedSession, quotas: readonly Quota[], now: Date): readonly unknown[] {
  return [session.id, session.delivery, session.capacity, session.onsiteCapacity, now, JSON.stringify(quotas)];
}
