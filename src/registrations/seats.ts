// Writes seats and the queue, one statement a batch. Whoever calls holds the session's row locked: every count is exact.

import type { Tx } from '../platform/database/tx.js';
import { MODE, PLACED, SEATS_NOW, seatsOf, type SeatedSession } from './seats.sql.js';
import type { Answered, Counted, Entry, Held, Mode } from './seat.rules.js';
import type { Quota } from './terms.rules.js';

export interface Ask {
  /** The id the registration gets, if one comes of it; later asks have later ids. */
  readonly id: string;
  readonly memberId: string;
  readonly mode: Mode;
  readonly acknowledgedAt: Date | null;
  /** Staff who registers the member; null: the member does. */
  readonly registeredBy: string | null;
  /** How it begins; null: it may not, and only one that is there already is answered. */
  readonly entry: Entry | null;
}

export interface Changed {
  readonly registrationId: string;
  readonly memberId: string;
}

/** `offerEndsAt` is there for a seat that is offered. */
export type Taken = Answered & { readonly offerEndsAt: Date | null };

/**
 * Registers a batch in order of arrival, as `register` in seat.rules.ts decides; undefined for a member who is not of
 * this cooperative, or has left it. A place in the queue is never taken before one that stood already, whatever the
 * clocks of two processes say. @param quotas that hold now
 */
export async function takeSeats(
  tx: Tx,
  session: SeatedSession,
  quotas: readonly Quota[],
  asks: readonly Ask[],
  now: Date,
): Promise<(Taken | undefined)[]> {
  const rows = await tx.sql<Omit<Taken, 'id'> & { id: string | null }>(
    `WITH ${SEATS_NOW},
     asked AS (
       SELECT * FROM unnest($8::uuid[], $9::uuid[], $10::text[], $11::timestamptz[], $12::uuid[], $13::text[])
         WITH ORDINALITY AS a(id, member_id, mode, acknowledged_at, registered_by, entry, nth)),
     known AS (
       SELECT r.id, r.member_id, r.state, ${MODE} AS mode, queue.place, r.offer_ends_at
       FROM registrations r LEFT JOIN queue ON queue.id = r.id
       WHERE r.session_id = $1 AND r.member_id = ANY($9) AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')),
     newcomers AS (
       SELECT a.*, m.unit_id FROM (SELECT DISTINCT ON (member_id) * FROM asked ORDER BY member_id, nth) a
       JOIN members m ON m.id = a.member_id AND m.cooperative_id = $7 AND m.status <> 'keluar'
       WHERE a.entry IS NOT NULL AND NOT EXISTS (SELECT FROM known WHERE known.member_id = a.member_id)),
     ${PLACED},
     written AS (
       INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, mode, acknowledged_at, queued_at,
         confirmed_at, seats_taken_before, capacity_seen, registered_by, created_at, updated_at)
       SELECT id, $7, $1, member_id, state, mode, acknowledged_at, queued_at,
         CASE WHEN state = 'confirmed' THEN $5::timestamptz END,
         CASE WHEN state = 'confirmed' THEN taken_before END, CASE WHEN state = 'confirmed' THEN capacity END,
         registered_by, $5, $5
       FROM placed ORDER BY nth)
     SELECT coalesce(known.id, placed.id) AS id, coalesce(known.state, placed.state) AS state,
       coalesce(known.mode, placed.mode) AS mode,
       known.offer_ends_at AS "offerEndsAt",
       CASE WHEN coalesce(known.state, placed.state) = 'waitlisted' THEN coalesce(known.place, placed.place)::int END AS place,
       coalesce(placed.id = asked.id, false) AS "isNew"
     FROM asked LEFT JOIN known USING (member_id) LEFT JOIN placed USING (member_id) ORDER BY asked.nth`,
    [
      ...seatsOf(session, quotas, now),
      session.cooperativeId,
      asks.map((ask) => ask.id),
      asks.map((ask) => ask.memberId),
      asks.map((ask) => ask.mode),
      asks.map((ask) => ask.acknowledgedAt),
      asks.map((ask) => ask.registeredBy),
      asks.map((ask) => ask.entry),
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

/** The live registration of a member. */
export async function heldBy(tx: Tx, session: SeatedSession, memberId: string): Promise<Held | undefined> {
  const [mine] = await tx.sql<Held>(
    `SELECT r.id, r.member_id AS "memberId", m.unit_id AS "unitId", r.state, ${MODE} AS mode
     FROM registrations r JOIN members m ON m.id = r.member_id
     WHERE r.session_id = $1 AND r.member_id = $3 AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')`,
    [session.id, session.delivery, memberId],
  );
  return mine;
}

/** The seats of each mode in numbers, as a member finds them who has none there. @param reader a transaction, or the database */
export async function seatsSeen(
  reader: Pick<Tx, 'sql'>,
  session: SeatedSession,
  quotas: readonly Quota[],
  memberId: string,
  now: Date,
): Promise<(Counted & { mode: Mode })[]> {
  return reader.sql(
    `WITH ${SEATS_NOW}
     SELECT mode, seats.capacity, seats.taken::int, seats.waiting::int, seats.waiting_within AS "waitingWithin", seats.kept,
       greatest(0, coalesce(mine.kept - mine.waiting, 0))::int AS own
     FROM seats LEFT JOIN (SELECT * FROM units WHERE unit_id = (SELECT unit_id FROM members WHERE id = $7)) mine USING (mode)`,
    [...seatsOf(session, quotas, now), memberId],
  );
}

/** Moves one to the other mode, with what was seen of its seats there. */
export async function writeSwitch(
  tx: Tx,
  session: SeatedSession,
  moved: Held,
  acknowledgedAt: Date | null,
  now: Date,
): Promise<void> {
  await tx.sql(
    `WITH ${SEATS_NOW}
     UPDATE registrations r SET state = $9, mode = $8, mode_switches = r.mode_switches + 1, updated_at = $5,
       offer_ends_at = NULL,
       acknowledged_at = coalesce($10::timestamptz, acknowledged_at),
       confirmed_at = CASE WHEN $9 = 'confirmed' THEN coalesce(r.confirmed_at, $5) END,
       seats_taken_before = CASE WHEN $9 = 'confirmed' THEN seats.taken END,
       capacity_seen = CASE WHEN $9 = 'confirmed' THEN seats.capacity END
     FROM seats WHERE seats.mode = $8 AND r.id = $7`,
    [...seatsOf(session, [], now), moved.id, moved.mode, moved.state, acknowledgedAt],
  );
}
