// Reads registrations: one's own, and a session's for its staff.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import type { Page } from '../contracts/schemas.js';
import { MEMBER_WORDS, searchQuery } from '../contracts/search.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import type { Mode } from './seat.rules.js';
import type { MyRegistration, OwnQuery, Registrant, RegistrantsQuery, RegistrationOut } from './registration.dto.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** A place is counted where it is shown: the queue's order is the truth, not a number in a row. `s` is the session. */
export const PLACE = `CASE WHEN r.state = 'waitlisted' THEN (
  SELECT count(*)::int FROM registrations w WHERE w.session_id = r.session_id AND w.state = 'waitlisted'
    AND (s.delivery <> 'hybrid' OR w.mode = r.mode) AND (-w.priority, w.queued_at, w.id) <= (-r.priority, r.queued_at, r.id)) END`;
export const MODE = `CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END AS mode`;

/** The same for every row of a page, counted once: `p` is the page's row. */
const QUEUE = `queue AS MATERIALIZED (
  SELECT w.id, row_number() OVER (
      PARTITION BY CASE WHEN s.delivery = 'hybrid' THEN w.mode END ORDER BY w.priority DESC, w.queued_at, w.id)::int AS place
  FROM registrations w JOIN sessions s ON s.id = w.session_id
  WHERE w.session_id = $1 AND w.state = 'waitlisted' AND EXISTS (SELECT FROM page WHERE state = 'waitlisted'))`;

const OFFER_ENDS_AT = `CASE WHEN r.state = 'offered' THEN r.offer_ends_at END AS "offerEndsAt"`;

const LIVE = `r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')`;

interface RegistrantRow extends Omit<Registrant, 'queuedAt' | 'confirmedAt' | 'cancelledAt' | 'offerEndsAt'> {
  offerEndsAt: Date | null;
  queuedAt: Date;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
}

/** A registration and whose it is. */
export interface HeldBy {
  id: string;
  /** Whether it is still of use: not cancelled, expired or rejected. */
  isLive: boolean;
  memberId: string;
  number: string;
  name: string;
  unitId: string | null;
  /** The one that counts here, whatever was once chosen. */
  mode: Mode;
}

/** A registration as a row of a file. */
export interface ExportRow extends Pick<
  Registrant,
  'id' | 'state' | 'mode' | 'place' | 'priority' | 'reason' | 'isByStaff'
> {
  number: string;
  name: string;
  unit: string | null;
  email: string | null;
  mobile: string | null;
  queuedAt: Date;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
}

interface MyRow extends Omit<MyRegistration, 'session' | 'offerEndsAt'> {
  offerEndsAt: Date | null;
  session: Omit<MyRegistration['session'], 'startsAt' | 'endsAt'>;
  startsAt: Date;
  endsAt: Date;
}

@Injectable()
export class RegistrationsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The live registration of a member for a session, if there is one. */
  async live(
    sessionId: string,
    memberId: string,
    reader: Pick<Tx, 'sql'> = this.database,
  ): Promise<RegistrationOut | undefined> {
    const [row] = await reader.sql<Omit<RegistrationOut, 'offerEndsAt'> & { offerEndsAt: Date | null }>(
      `SELECT r.id, r.state, ${MODE}, ${PLACE} AS place, ${OFFER_ENDS_AT} FROM registrations r JOIN sessions s ON s.id = r.session_id
       WHERE r.session_id = $1 AND r.member_id = $2 AND ${LIVE}`,
      [sessionId, memberId],
    );
    return row && { ...row, offerEndsAt: row.offerEndsAt?.toISOString() ?? null };
  }

  /** Whose registration this is, within one session. */
  async holder(sessionId: string, registrationId: string): Promise<string | undefined> {
    const [row] = await this.database.sql<{ memberId: string }>(
      'SELECT member_id AS "memberId" FROM registrations WHERE id = $2 AND session_id = $1',
      [sessionId, registrationId],
    );
    return row?.memberId;
  }

  /** Those of these registrations that are this session's, and whose they are. */
  async held(sessionId: string, ids: readonly string[]): Promise<HeldBy[]> {
    return this.database.sql<HeldBy>(
      `SELECT r.id, r.member_id AS "memberId", m.number, m.name, m.unit_id AS "unitId", ${MODE}, ${LIVE} AS "isLive"
       FROM registrations r JOIN sessions s ON s.id = r.session_id JOIN members m ON m.id = r.member_id
       WHERE r.session_id = $1 AND r.id = ANY($2)`,
      [sessionId, ids],
    );
  }

  /** Which of these members have a live registration here. */
  async membersHere(sessionId: string, memberIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.sql<{ id: string }>(
      `SELECT r.member_id AS id FROM registrations r WHERE r.session_id = $1 AND r.member_id = ANY($2) AND ${LIVE}`,
      [sessionId, memberIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  async sessionsWithDueOffers(): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>(
      `SELECT DISTINCT session_id AS id FROM registrations WHERE state = 'offered' AND offer_ends_at <= $1 ORDER BY 1`,
      [this.clock.now()],
    );
    return rows.map((row) => row.id);
  }

  /** Open sessions whose quotas are over and in which somebody waits though a seat is free. */
  async sessionsWithReleasedSeats(): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>(
      `SELECT s.id FROM registration_terms t JOIN sessions s ON s.id = t.session_id
       WHERE t.queue_policy = 'unit-quota' AND (s.state = 'live' OR (s.state = 'published' AND s.ends_at > $1))
         AND s.starts_at <= $1::timestamptz + make_interval(hours => t.quota_release_hours)
         AND EXISTS (
           SELECT FROM (VALUES ('virtual', s.capacity), ('onsite', s.onsite_capacity)) AS m(mode, seats)
           CROSS JOIN LATERAL (
             SELECT count(*) FILTER (WHERE r.state = 'waitlisted') AS waiting,
               count(*) FILTER (WHERE r.state <> 'waitlisted') AS taken
             FROM registrations r WHERE r.session_id = s.id AND r.state IN ('confirmed', 'offered', 'waitlisted')
               AND CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END = m.mode) now
           WHERE waiting > 0 AND (seats IS NULL OR taken < seats))
       ORDER BY s.id`,
      [this.clock.now()],
    );
    return rows.map((row) => row.id);
  }

  /** Sessions not yet over in which the member has a live registration, in the order in which they are locked. */
  async openSessionsOf(memberId: string): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>(
      `SELECT s.id FROM registrations r JOIN sessions s ON s.id = r.session_id
       WHERE r.member_id = $1 AND ${LIVE} AND s.state IN ('published', 'live') ORDER BY s.id`,
      [memberId],
    );
    return rows.map((row) => row.id);
  }

  /** The other sessions of a series that members may register for, by start. */
  async comingOfSeries(seriesId: string, exceptId: string): Promise<{ sessionId: string; startsAt: Date }[]> {
    return this.database.sql(
      `SELECT id AS "sessionId", starts_at AS "startsAt" FROM sessions
       WHERE series_id = $1 AND id <> $2 AND (state = 'live' OR (state = 'published' AND ends_at > $3))
       ORDER BY starts_at, id`,
      [seriesId, exceptId, this.clock.now()],
    );
  }

  /** The other sessions of its series, still to come or on, in which the member has a place. */
  async placesInSeries(sessionId: string, memberId: string): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>(
      `SELECT s.id FROM sessions one JOIN sessions s ON s.series_id = one.series_id AND s.id <> one.id
       JOIN registrations r ON r.session_id = s.id AND r.member_id = $2 AND ${LIVE}
       WHERE one.id = $1 AND (s.state = 'live' OR (s.state = 'published' AND s.ends_at > $3)) ORDER BY s.starts_at, s.id`,
      [sessionId, memberId, this.clock.now()],
    );
    return rows.map((row) => row.id);
  }

  /** Who is registered for the rest of the series that a session is one of, where that is for all of it; as they wish to come. */
  async wholeSeriesMembers(
    tx: Tx,
    sessionId: string,
  ): Promise<{ cooperativeId: string; memberId: string; mode: Mode; acknowledged: boolean }[]> {
    return tx.sql(
      `SELECT DISTINCT ON (r.member_id) r.cooperative_id AS "cooperativeId", r.member_id AS "memberId", ${MODE},
         r.acknowledged_at IS NOT NULL AS acknowledged
       FROM sessions one JOIN session_series series ON series.id = one.series_id AND series.registration = 'whole'
       JOIN sessions s ON s.series_id = one.series_id AND s.id <> one.id
       JOIN registrations r ON r.session_id = s.id AND ${LIVE}
       WHERE one.id = $1 AND (s.state = 'live' OR (s.state = 'published' AND s.ends_at > $2))
       ORDER BY r.member_id, r.created_at, r.id`,
      [sessionId, this.clock.now()],
    );
  }

  /** @param unitIds only members of these units; null: all. In the order of registering, which is the queue's. */
  async ofSession(
    sessionId: string,
    query: RegistrantsQuery,
    unitIds: readonly string[] | null,
  ): Promise<Page<Registrant>> {
    const key = keyOf(query.cursor, cursorKey);
    const words = query.q === undefined ? undefined : searchQuery(query.q);
    if (query.q !== undefined && words === undefined) return { items: [], nextCursor: null };
    const rows = await this.database.sql<RegistrantRow>(
      `WITH found AS MATERIALIZED (
         SELECT m.id FROM members m WHERE m.cooperative_id = (SELECT cooperative_id FROM sessions WHERE id = $1)
           AND ${MEMBER_WORDS} @@ to_tsquery('simple', $4)),
       page AS (
         SELECT r.*, m.number, m.name, m.unit_id FROM registrations r JOIN members m ON m.id = r.member_id
         WHERE r.session_id = $1 AND ($2::text IS NULL OR r.state = $2)
           AND ($3::uuid[] IS NULL OR m.unit_id = ANY($3))
           AND ($4::text IS NULL OR r.member_id IN (SELECT id FROM found))
           AND ($5::timestamptz IS NULL OR (r.queued_at, r.id) > ($5, $6::uuid))
         ORDER BY r.queued_at, r.id LIMIT $7),
       ${QUEUE}
       SELECT r.id, r.state, ${MODE}, q.place, ${OFFER_ENDS_AT}, r.promotion, r.priority, r.priority_reason AS "priorityReason", r.queued_at AS "queuedAt", r.confirmed_at AS "confirmedAt",
         r.cancelled_at AS "cancelledAt", r.reason, r.registered_by IS NOT NULL AS "isByStaff",
         EXISTS (SELECT FROM registration_answers a WHERE a.registration_id = r.id) AS "hasAnswers",
         jsonb_build_object('id', r.member_id, 'number', r.number, 'name', r.name, 'unit', u.name) AS member
       FROM page r JOIN sessions s ON s.id = r.session_id LEFT JOIN queue q ON q.id = r.id
       LEFT JOIN units u ON u.id = r.unit_id ORDER BY r.queued_at, r.id`,
      [sessionId, query.state ?? null, unitIds, words ?? null, key?.[0] ?? null, key?.[1] ?? null, query.limit + 1],
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
      })),
    };
  }

  /** A page of an export, after the row that was last. @param unitIds as for `ofSession` */
  async exportPage(
    sessionId: string,
    unitIds: readonly string[] | null,
    last: ExportRow | undefined,
    limit: number,
  ): Promise<ExportRow[]> {
    return this.database.sql<ExportRow>(
      `WITH page AS (
         SELECT r.*, m.number, m.name, m.unit_id, m.email, m.mobile
         FROM registrations r JOIN members m ON m.id = r.member_id
         WHERE r.session_id = $1 AND ($2::uuid[] IS NULL OR m.unit_id = ANY($2))
           AND ($3::timestamptz IS NULL OR (r.queued_at, r.id) > ($3, $4::uuid))
         ORDER BY r.queued_at, r.id LIMIT $5),
       ${QUEUE}
       SELECT r.id, r.number, r.name, u.name AS unit, r.email, r.mobile, r.state, ${MODE}, q.place, r.priority,
         r.queued_at AS "queuedAt", r.confirmed_at AS "confirmedAt", r.cancelled_at AS "cancelledAt", r.reason, r.registered_by IS NOT NULL AS "isByStaff"
       FROM page r JOIN sessions s ON s.id = r.session_id LEFT JOIN queue q ON q.id = r.id
       LEFT JOIN units u ON u.id = r.unit_id ORDER BY r.queued_at, r.id`,
      [sessionId, unitIds, last?.queuedAt ?? null, last?.id ?? null, limit],
    );
  }

  /** What I have joined: what comes, with the cancelled until their time is past; or what was, the last first. */
  async own(actor: Actor, query: OwnQuery): Promise<Page<MyRegistration>> {
    const key = keyOf(query.cursor, cursorKey);
    const { which, order, after } = OWN_LISTS[query.when];
    const rows = await this.database.sql<MyRow>(
      `SELECT r.id, r.state, ${MODE}, ${PLACE} AS place, ${OFFER_ENDS_AT}, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         jsonb_build_object('id', s.id, 'title', s.title, 'state', s.state, 'topic', t.name, 'zone', s.zone) AS session
       FROM registrations r JOIN sessions s ON s.id = r.session_id LEFT JOIN topics t ON t.id = s.topic_id
       WHERE r.member_id = $1 AND ${LIVE} AND ${which}
         AND ($3::timestamptz IS NULL OR (s.starts_at, s.id) ${after} ($3, $4::uuid))
       ORDER BY s.starts_at ${order}, s.id ${order} LIMIT $5`,
      [actor.memberId, this.clock.now(), key?.[0] ?? null, key?.[1] ?? null, query.limit + 1],
    );
    const page = pageFrom(rows, query.limit, (row) => [row.startsAt.toISOString(), row.session.id]);
    return {
      ...page,
      items: page.items.map(({ startsAt, endsAt, offerEndsAt, session, ...registration }) => ({
        ...registration,
        offerEndsAt: offerEndsAt?.toISOString() ?? null,
        session: { ...session, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      })),
    };
  }
}

const OWN_LISTS = {
  upcoming: { which: `s.state <> 'ended' AND (s.ends_at > $2 OR s.state = 'live')`, order: 'ASC', after: '>' },
  past: {
    which: `(s.state = 'ended' OR (s.state = 'published' AND s.ends_at <= $2)) AND r.state = 'confirmed'`,
    order: 'DESC',
    after: '<',
  },
} as const;
