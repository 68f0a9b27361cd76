// Who comes next for the free seats, by the policy of the queue and its quotas, and the writing of what they got. Under the
// session's lock.

import type { QueuePolicy } from '../contracts/promotion.js';
import type { Tx } from '../platform/database/tx.js';
import type { Given } from './offer.rules.js';
import type { Changed } from './seats.js';
import type { SeatedSession } from './seats.sql.js';
import type { Mode } from './seat.rules.js';
import { SEATS_NOW, seatsOf } from './seats.sql.js';
import type { Quota } from './terms.rules.js';

/** Why somebody was next: kept with the registration, and shown to staff. */
export interface Promotion {
  readonly policy: QueuePolicy;
  /** The place by the policy, of how many; and the place by the order of coming. */
  readonly rank: number;
  readonly of: number;
  readonly place: number;
  /** Of twelve months, where the policy looks at them. */
  readonly minutes: number | null;
  /** Whether the unit had seats left to it, where quotas held. */
  readonly isWithinQuota: boolean | null;
}

export interface Next extends Changed {
  readonly mode: Mode;
  readonly zone: string;
  readonly seatsTakenBefore: number;
  readonly capacitySeen: number | null;
  readonly promotion: Promotion;
}

/** What a policy looks at beside the order of coming; the fewest come first. */
const MINUTES: Record<QueuePolicy, string> = {
  fifo: 'NULL::int',
  'unit-quota': 'NULL::int',
  'least-educated-first': `(
         SELECT coalesce(sum(l.quantity), 0)::int FROM ledger_entries l JOIN sessions s ON s.id = l.session_id
         WHERE l.member_id = r.member_id AND l.kind IN ('attended', 'attended-reversed')
           AND s.starts_at > $5::timestamptz - interval '12 months')`,
};

/** By which order the seats go, and the quotas that hold now. */
export interface Order {
  readonly policy: QueuePolicy;
  readonly quotas: readonly Quota[];
}

/** As many of each mode as there are seats for them, best first, as `promote` in seat.rules.ts decides. */
export async function nextInQueue(
  tx: Tx,
  session: SeatedSession,
  { policy, quotas }: Order,
  now: Date,
): Promise<Next[]> {
  const rows = await tx.sql<Next & { rank: string; of: string; place: string; taken: string } & Seen>(
    `WITH ${SEATS_NOW},
     waiting AS (
       SELECT r.id, r.member_id, r.priority, m.zone, queue.mode, queue.place, ${MINUTES[policy]} AS minutes,
         coalesce(row_number() OVER (PARTITION BY queue.mode, m.unit_id ORDER BY queue.place) <= units.kept, false) AS is_within
       FROM queue JOIN registrations r ON r.id = queue.id JOIN members m ON m.id = r.member_id
       LEFT JOIN units ON units.mode = queue.mode AND units.unit_id = m.unit_id),
     ranked AS (
       SELECT *, count(*) OVER (PARTITION BY mode) AS "of",
         row_number() OVER (PARTITION BY mode ORDER BY is_within DESC, priority DESC, minutes, place) AS rank,
         row_number() OVER (PARTITION BY mode, is_within ORDER BY priority DESC, minutes, place) AS turn
       FROM waiting)
     SELECT ranked.id AS "registrationId", ranked.member_id AS "memberId", ranked.mode, ranked.zone, ranked.rank,
       ranked."of", ranked.place, ranked.minutes, ranked.is_within AS "isWithin", seats.capacity AS "capacitySeen",
       seats.taken + row_number() OVER (PARTITION BY ranked.mode ORDER BY ranked.rank) - 1 AS taken
     FROM ranked JOIN seats USING (mode)
     WHERE seats.capacity IS NULL
       OR ranked.turn <= seats.capacity - seats.taken - CASE WHEN ranked.is_within THEN 0 ELSE seats.kept END
     ORDER BY ranked.mode, ranked.rank`,
    [...seatsOf(session, quotas, now)],
  );
  return rows.map(({ taken, rank, of, place, minutes, isWithin, ...next }) => ({
    ...next,
    seatsTakenBefore: Number(taken),
    promotion: {
      policy,
      ...{ rank: Number(rank), of: Number(of), place: Number(place), minutes },
      isWithinQuota: quotas.length === 0 ? null : isWithin,
    },
  }));
}

interface Seen {
  minutes: number | null;
  isWithin: boolean;
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
