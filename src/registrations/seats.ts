// Writes seats and the queue, one statement a batch. Whoever calls holds the session's row locked: every count is exact.

import type { Tx } from '../platform/database/tx.js';
import type { Answered } from './registration.rules.js';

/** The locked session, as far as its seats go. */
export interface SeatedSession {
  readonly id: string;
  readonly cooperativeId: string;
  readonly capacity: number | null;
}

export interface Ask {
  /** The id the registration gets, if one comes of it; later asks have later ids. */
  readonly id: string;
  readonly memberId: string;
  /** Staff who registers the member; null: the member does. */
  readonly registeredBy: string | null;
}

export interface Changed {
  readonly registrationId: string;
  readonly memberId: string;
}

/**
 * Registers a batch in order of arrival, as `register` in registration.rules.ts decides; undefined for a member who is
 * not of this cooperative, or has left it. A place in the queue is never taken before one that stood already, whatever
 * the clocks of two processes say.
 */
export async function takeSeats(
  tx: Tx,
  session: SeatedSession,
  asks: readonly Ask[],
  now: Date,
): Promise<(Answered | undefined)[]> {
  const rows = await tx.sql<{ id: string | null; state: Answered['state']; place: number | null; isNew: boolean }>(
    `WITH asked AS (
       SELECT * FROM unnest($5::uuid[], $6::uuid[], $7::uuid[]) WITH ORDINALITY AS a(id, member_id, registered_by, nth)),
     queue AS (
       SELECT id, queued_at, row_number() OVER (ORDER BY queued_at, id) AS place
       FROM registrations WHERE session_id = $1 AND state = 'waitlisted'),
     seats AS (
       SELECT (SELECT count(*) FROM registrations WHERE session_id = $1 AND state IN ('confirmed', 'offered')) AS taken,
         (SELECT count(*) FROM queue) AS waiting, (SELECT max(queued_at) FROM queue) AS last_at),
     known AS (
       SELECT r.id, r.member_id, r.state, queue.place
       FROM registrations r LEFT JOIN queue ON queue.id = r.id
       WHERE r.session_id = $1 AND r.member_id = ANY($6) AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')),
     fresh AS (
       SELECT a.id, a.member_id, a.registered_by, row_number() OVER (ORDER BY a.nth) AS nth
       FROM (SELECT DISTINCT ON (member_id) * FROM asked ORDER BY member_id, nth) a
       JOIN members m ON m.id = a.member_id AND m.cooperative_id = $2 AND m.status <> 'keluar'
       WHERE NOT EXISTS (SELECT FROM known WHERE known.member_id = a.member_id)),
     placed AS (
       SELECT fresh.*, seats.taken + nth - 1 AS taken_before,
         greatest($4, seats.last_at + interval '1 millisecond') AS queued_at,
         CASE WHEN $3::int IS NULL OR seats.taken + seats.waiting + nth <= $3 THEN 'confirmed' ELSE 'waitlisted' END AS state,
         seats.waiting + nth - greatest(0, $3 - seats.taken - seats.waiting) AS place
       FROM fresh CROSS JOIN seats),
     written AS (
       INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at,
         seats_taken_before, capacity_seen, registered_by, created_at, updated_at)
       SELECT id, $2, $1, member_id, state, queued_at, CASE WHEN state = 'confirmed' THEN $4::timestamptz END,
         CASE WHEN state = 'confirmed' THEN taken_before END, CASE WHEN state = 'confirmed' THEN $3::int END,
         registered_by, $4, $4
       FROM placed ORDER BY nth)
     SELECT coalesce(known.id, placed.id) AS id, coalesce(known.state, placed.state) AS state,
       CASE WHEN coalesce(known.state, placed.state) = 'waitlisted' THEN coalesce(known.place, placed.place)::int END AS place,
       coalesce(placed.id = asked.id, false) AS "isNew"
     FROM asked LEFT JOIN known USING (member_id) LEFT JOIN placed USING (member_id) ORDER BY asked.nth`,
    [
      session.id,
      session.cooperativeId,
      session.capacity,
      now,
      asks.map((ask) => ask.id),
      asks.map((ask) => ask.memberId),
      asks.map((ask) => ask.registeredBy),
    ],
  );
  return rows.map(({ id, ...answer }) => (id === null ? undefined : { id, ...answer }));
}

export interface Leave {
  readonly memberId: string;
  /** This registration and no later one of the same member; null: whichever is live. */
  readonly registrationId: string | null;
  readonly reason: string | null;
}

/** Cancels what is live of a batch; what is not is left as it is. */
export async function freeSeats(
  tx: Tx,
  sessionId: string,
  leaves: readonly Leave[],
  now: Date,
): Promise<(Changed & { stateBefore: string })[]> {
  return tx.sql(
    `WITH leaving AS (
       SELECT DISTINCT ON (r.id) r.id, r.state, l.reason
       FROM unnest($3::uuid[], $4::uuid[], $5::text[]) WITH ORDINALITY AS l(member_id, registration_id, reason, nth)
       JOIN registrations r ON r.session_id = $1 AND r.member_id = l.member_id
         AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')
         AND (l.registration_id IS NULL OR r.id = l.registration_id)
       ORDER BY r.id, l.nth)
     UPDATE registrations r SET state = 'cancelled', cancelled_at = $2, updated_at = $2, reason = leaving.reason
     FROM leaving WHERE r.id = leaving.id
     RETURNING r.id AS "registrationId", r.member_id AS "memberId", leaving.state AS "stateBefore"`,
    [
      sessionId,
      now,
      leaves.map((leave) => leave.memberId),
      leaves.map((leave) => leave.registrationId),
      leaves.map((leave) => leave.reason),
    ],
  );
}

/** Gives every free seat to the queue, as `promote` in registration.rules.ts decides; answers who got one, in order. */
export async function promoteQueue(tx: Tx, session: SeatedSession, now: Date): Promise<Changed[]> {
  const promoted = await tx.sql<Changed & { nth: string }>(
    `WITH seats AS (
       SELECT count(*) AS taken FROM registrations WHERE session_id = $1 AND state IN ('confirmed', 'offered')),
     next AS (
       SELECT id, row_number() OVER (ORDER BY queued_at, id) AS nth
       FROM registrations WHERE session_id = $1 AND state = 'waitlisted' ORDER BY queued_at, id
       LIMIT (SELECT CASE WHEN $2::int IS NOT NULL THEN greatest(0, $2 - taken) END FROM seats))
     UPDATE registrations r SET state = 'confirmed', confirmed_at = $3, updated_at = $3,
       seats_taken_before = seats.taken + next.nth - 1, capacity_seen = $2::int
     FROM next CROSS JOIN seats WHERE r.id = next.id
     RETURNING r.id AS "registrationId", r.member_id AS "memberId", next.nth`,
    [session.id, session.capacity, now],
  );
  return promoted.sort((a, b) => Number(a.nth) - Number(b.nth)).map(({ nth: _, ...changed }) => changed);
}
