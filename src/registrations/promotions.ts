// Who comes next for the free seats, by the policy of the queue, and the writing of what they got. Under the session's lock.

import type { QueuePolicy } from '../contracts/promotion.js';
import type { Tx } from '../platform/database/tx.js';
import type { Given } from './offer.rules.js';
import type { Changed } from './seats.js';
import type { SeatedSession } from './seats.sql.js';
import type { Mode } from './seat.rules.js';
import { SEATS_NOW, seatsOf } from './seats.sql.js';
import type { Terms } from './terms.rules.js';

/** Why somebody was next: kept with the registration, and shown to staff. */
export interface Promotion {
  readonly policy: QueuePolicy;
  /** The place by the policy, of how many; and the place by the order of coming. */
  readonly rank: number;
  readonly of: number;
  readonly place: number;
  /** Of twelve months, where the policy looks at them. */
  readonly minutes: number | null;
  /** Whether the unit had seats left to it, where the policy looks at that. */
  readonly isWithinQuota: boolean | null;
}

export interface Next extends Changed {
  readonly mode: Mode;
  readonly zone: string;
  readonly seatsTakenBefore: number;
  readonly capacitySeen: number | null;
  readonly promotion: Promotion;
}

/** What each policy looks at, as `minutes` and `over_quota`; the fewest and the `false` come first. $6 the quotas. */
const KEYS: Record<QueuePolicy, string> = {
  fifo: `NULL::int AS minutes, NULL::boolean AS over_quota`,
  'least-educated-first': `(
       SELECT coalesce(sum(l.quantity), 0)::int FROM ledger_entries l JOIN sessions s ON s.id = l.session_id
       WHERE l.member_id = r.member_id AND l.kind IN ('attended', 'attended-reversed')
         AND s.starts_at > $5::timestamptz - interval '12 months') AS minutes, NULL::boolean AS over_quota`,
  'unit-quota': `NULL::int AS minutes, coalesce((
       SELECT quota.seats FROM jsonb_to_recordset($6::jsonb) AS quota("unitId" uuid, seats int)
       WHERE quota."unitId" = m.unit_id) < (
         SELECT count(*) FROM registrations h JOIN members hm ON hm.id = h.member_id
         WHERE h.session_id = $1 AND h.state IN ('confirmed', 'offered') AND hm.unit_id = m.unit_id
           AND ($2 <> 'hybrid' OR h.mode = queue.mode))
       + row_number() OVER (PARTITION BY queue.mode, m.unit_id ORDER BY queue.place), true) AS over_quota`,
};

/** As many of each mode as there are seats, best first. */
export async function nextInQueue(tx: Tx, session: SeatedSession, terms: Terms, now: Date): Promise<Next[]> {
  const rows = await tx.sql<Next & { taken: string; rank: string; of: string; place: string } & Seen>(
    `WITH ${SEATS_NOW},
     waiting AS (
       SELECT r.id, r.member_id, r.priority, m.zone, queue.mode, queue.place, ${KEYS[terms.queuePolicy]}
       FROM queue JOIN registrations r ON r.id = queue.id JOIN members m ON m.id = r.member_id
       WHERE $6::jsonb IS NOT NULL),
     ranked AS (
       SELECT *, count(*) OVER (PARTITION BY mode) AS "of",
         row_number() OVER (PARTITION BY mode ORDER BY priority DESC, over_quota, minutes, place) AS rank
       FROM waiting)
     SELECT ranked.id AS "registrationId", ranked.member_id AS "memberId", ranked.mode, ranked.zone, ranked.rank,
       ranked."of", ranked.place, ranked.minutes, ranked.over_quota AS "overQuota", seats.taken,
       seats.capacity AS "capacitySeen"
     FROM ranked JOIN seats USING (mode)
     WHERE seats.capacity IS NULL OR ranked.rank <= seats.capacity - seats.taken
     ORDER BY ranked.mode, ranked.rank`,
    [...seatsOf(session, now), JSON.stringify(terms.quotas)],
  );
  return rows.map(({ taken, rank, of, place, minutes, overQuota, ...next }) => ({
    ...next,
    seatsTakenBefore: Number(taken) + Number(rank) - 1,
    promotion: {
      policy: terms.queuePolicy,
      ...{ rank: Number(rank), of: Number(of), place: Number(place), minutes },
      isWithinQuota: overQuota === null ? null : !overQuota,
    },
  }));
}

interface Seen {
  minutes: number | null;
  overQuota: boolean | null;
}

/** Seats and offers as they were decided, all in one statement. */
export async function giveSeats(tx: Tx, given: readonly { next: Next; given: Given }[], now: Date): Promise<void> {
  await tx.sql(
    `UPDATE registrations r SET state = new.state, updated_at = $1, offer_ends_at = new.offer_ends_at,
       confirmed_at = CASE WHEN new.state = 'confirmed' THEN $1::timestamptz END,
       seats_taken_before = new.taken_before, capacity_seen = new.capacity_seen, promotion = new.promotion
     FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::int[], $6::int[], $7::jsonb[])
       AS new(id, state, offer_ends_at, taken_before, capacity_seen, promotion)
     WHERE r.id = new.id`,
    [
      now,
      given.map((one) => one.next.registrationId),
      given.map((one) => one.given.state),
      given.map((one) => (one.given.state === 'offered' ? one.given.endsAt : null)),
      given.map((one) => one.next.seatsTakenBefore),
      given.map((one) => one.next.capacitySeen),
      given.map((one) => JSON.stringify(one.next.promotion)),
    ],
  );
}
