// Reads a session's registrations for its staff: page by page, as a file, or all that match; by the same filters.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Page } from '../contracts/schemas.js';
import { MEMBER_WORDS, searchQuery } from '../contracts/search.js';
import { Database } from '../platform/database/database.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import type { Matching, Registrant, RegistrantsFilter, RegistrantsQuery } from './registration.dto.js';
import { LIVE, MODE, OFFER_ENDS_AT } from './registrations.queries.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** As many as staff choose at once; they are decided some hundreds at a time. */
const MOST_MATCHING = 5_000;

/** Whether one comes to a venue with a protocol. */
const AT_VENUE = `(CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END = 'onsite' AND s.protocol <> '')`;

/**
 * The rows of one session that a filter leaves: `$1` session, `$2` the units whose members are seen, `$3` words, `$4` state,
 * `$5` unit, `$6` mode, `$7` protocol; a null leaves all.
 */
const FOUND = `found AS MATERIALIZED (
    SELECT m.id FROM members m WHERE m.cooperative_id = (SELECT cooperative_id FROM sessions WHERE id = $1)
      AND ${MEMBER_WORDS} @@ to_tsquery('simple', $3))`;
const MATCHING = `FROM registrations r JOIN members m ON m.id = r.member_id JOIN sessions s ON s.id = r.session_id
    WHERE r.session_id = $1 AND ($2::uuid[] IS NULL OR m.unit_id = ANY($2))
      AND ($3::text IS NULL OR r.member_id IN (SELECT id FROM found))
      AND ($4::text IS NULL OR r.state = $4) AND ($5::uuid IS NULL OR m.unit_id = $5)
      AND ($6::text IS NULL OR CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END = $6)
      AND ($7::text IS NULL OR (${AT_VENUE} AND (r.acknowledged_at IS NOT NULL) = ($7 = 'acknowledged')))`;

/**
 * The place of each row of a page, counted once for all of it: `page` is the CTE before. To sort 40,000 by a truth value
 * takes a fraction of what it takes by a word.
 */
const QUEUE = `queue AS MATERIALIZED (
  SELECT w.id, row_number() OVER (
      PARTITION BY s.delivery = 'hybrid' AND w.mode = 'onsite' ORDER BY w.priority DESC, w.queued_at, w.id)::int AS place
  FROM registrations w JOIN sessions s ON s.id = w.session_id
  WHERE w.session_id = $1 AND w.state = 'waitlisted' AND EXISTS (SELECT FROM page WHERE state = 'waitlisted'))`;

/** What a member heard before who asks again. */
const REJECTED_BEFORE = `(SELECT before.reason FROM registrations before
    WHERE before.session_id = r.session_id AND before.member_id = r.member_id AND before.state = 'rejected'
      AND before.id <> r.id ORDER BY before.created_at DESC LIMIT 1)`;

type Instants = 'queuedAt' | 'confirmedAt' | 'cancelledAt' | 'acknowledgedAt';

interface RegistrantRow extends Omit<Registrant, Instants | 'offerEndsAt'> {
  offerEndsAt: Date | null;
  queuedAt: Date;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
  acknowledgedAt: Date | null;
}

/** A registration as a row of a file. */
export interface ExportRow extends Pick<
  Registrant,
  'id' | 'state' | 'mode' | 'place' | 'priority' | 'reason' | 'isByStaff' | 'isProtocolAsked'
> {
  number: string;
  name: string;
  unit: string | null;
  email: string | null;
  mobile: string | null;
  queuedAt: Date;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
  acknowledgedAt: Date | null;
}

/** What somebody looks for, and of whom they may see anything; null: everybody. */
interface Sought {
  readonly filter: RegistrantsFilter;
  readonly unitIds: readonly string[] | null;
}

@Injectable()
export class RegistrantsQueries {
  constructor(private readonly database: Database) {}

  /** In the order of registering, which is the queue's. */
  async page(sessionId: string, query: RegistrantsQuery, unitIds: Sought['unitIds']): Promise<Page<Registrant>> {
    const key = keyOf(query.cursor, cursorKey);
    const sought = parametersOf(sessionId, { filter: query, unitIds });
    if (sought === undefined) return { items: [], nextCursor: null };
    const rows = await this.database.sql<RegistrantRow>(
      `WITH ${FOUND},
       page AS (
         SELECT r.*, m.number, m.name, m.unit_id ${MATCHING}
           AND ($8::timestamptz IS NULL OR (r.queued_at, r.id) > ($8, $9::uuid))
         ORDER BY r.queued_at, r.id LIMIT $10),
       ${QUEUE}
       SELECT r.id, r.state, ${MODE}, q.place, ${OFFER_ENDS_AT}, r.promotion, r.priority,
         r.priority_reason AS "priorityReason", r.queued_at AS "queuedAt", r.confirmed_at AS "confirmedAt",
         r.cancelled_at AS "cancelledAt", r.reason, r.registered_by IS NOT NULL AS "isByStaff",
         ${AT_VENUE} AS "isProtocolAsked", r.acknowledged_at AS "acknowledgedAt",
         CASE WHEN r.state = 'pending' THEN ${REJECTED_BEFORE} END AS "rejectedBefore",
         EXISTS (SELECT FROM registration_answers a WHERE a.registration_id = r.id) AS "hasAnswers",
         jsonb_build_object('id', r.member_id, 'number', r.number, 'name', r.name, 'unit', u.name) AS member
       FROM page r JOIN sessions s ON s.id = r.session_id LEFT JOIN queue q ON q.id = r.id
       LEFT JOIN units u ON u.id = r.unit_id ORDER BY r.queued_at, r.id`,
      [...sought, key?.[0] ?? null, key?.[1] ?? null, query.limit + 1],
    );
    const page = pageFrom(rows, query.limit, (row) => [row.queuedAt.toISOString(), row.id]);
    return {
      ...page,
      items: page.items.map((row) => ({
        ...row,
        queuedAt: row.queuedAt.toISOString(),
        confirmedAt: row.confirmedAt?.toISOString() ?? null,
        cancelledAt: row.cancelledAt?.toISOString() ?? null,
        offerEndsAt: row.offerEndsAt?.toISOString() ?? null,
        acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
      })),
    };
  }

  /** Those that can still be decided of, the first of them by name; and how many there are. */
  async matching(sessionId: string, filter: RegistrantsFilter, unitIds: Sought['unitIds']): Promise<Matching> {
    const sought = parametersOf(sessionId, { filter, unitIds });
    if (sought === undefined) return { count: 0, items: [] };
    const rows = await this.database.sql<Matching['items'][number] & { count: number }>(
      `WITH ${FOUND}
       SELECT r.id, r.state, count(*) OVER ()::int AS count ${MATCHING} AND ${LIVE} ORDER BY r.queued_at, r.id LIMIT $8`,
      [...sought, MOST_MATCHING],
    );
    return { count: rows[0]?.count ?? 0, items: rows.map(({ id, state }) => ({ id, state })) };
  }

  /** A page of an export, after the row that was last. */
  async exportPage(
    sessionId: string,
    { filter, unitIds }: Sought,
    last: ExportRow | undefined,
    limit: number,
  ): Promise<ExportRow[]> {
    const sought = parametersOf(sessionId, { filter, unitIds });
    if (sought === undefined) return [];
    return this.database.sql<ExportRow>(
      `WITH ${FOUND},
       page AS (
         SELECT r.*, m.number, m.name, m.unit_id, m.email, m.mobile ${MATCHING}
           AND ($8::timestamptz IS NULL OR (r.queued_at, r.id) > ($8, $9::uuid))
         ORDER BY r.queued_at, r.id LIMIT $10),
       ${QUEUE}
       SELECT r.id, r.number, r.name, u.name AS unit, r.email, r.mobile, r.state, ${MODE}, q.place, r.priority,
         r.queued_at AS "queuedAt", r.confirmed_at AS "confirmedAt", r.cancelled_at AS "cancelledAt", r.reason,
         r.registered_by IS NOT NULL AS "isByStaff", ${AT_VENUE} AS "isProtocolAsked", r.acknowledged_at AS "acknowledgedAt"
       FROM page r JOIN sessions s ON s.id = r.session_id LEFT JOIN queue q ON q.id = r.id
       LEFT JOIN units u ON u.id = r.unit_id ORDER BY r.queued_at, r.id`,
      [...sought, last?.queuedAt ?? null, last?.id ?? null, limit],
    );
  }
}

/** The first seven parameters of each statement; undefined where the words can match nobody. */
function parametersOf(sessionId: string, { filter, unitIds }: Sought): readonly unknown[] | undefined {
  const { q, state = null, unitId = null, mode = null, protocol = null } = filter;
  const words = q === undefined ? null : searchQuery(q);
  return words === undefined ? undefined : [sessionId, unitIds, words, state, unitId, mode, protocol];
}
