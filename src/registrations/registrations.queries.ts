// Reads registrations: one's own, and what the services of this feature look up of others'.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import type { Page } from '../contracts/schemas.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import type { Mode } from './seat.rules.js';
import type { LastAnswer, MyRegistration, OwnQuery, RegistrationOut } from './registration.dto.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** A place is counted where it is shown: the queue's order is the truth, not a number in a row. `s` is the session. */
export const PLACE = `CASE WHEN r.state = 'waitlisted' THEN (
  SELECT count(*)::int FROM registrations w WHERE w.session_id = r.session_id AND w.state = 'waitlisted'
    AND (s.delivery <> 'hybrid' OR w.mode = r.mode) AND (-w.priority, w.queued_at, w.id) <= (-r.priority, r.queued_at, r.id)) END`;
export const MODE = `CASE WHEN s.delivery = 'hybrid' THEN r.mode ELSE s.delivery END AS mode`;

export const OFFER_ENDS_AT = `CASE WHEN r.state = 'offered' THEN r.offer_ends_at END AS "offerEndsAt"`;

export const LIVE = `r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')`;

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

  /** What became of a member's last registration that is none any more, where it was not their own doing. */
  async lastAnswer(sessionId: string, memberId: string): Promise<LastAnswer | undefined> {
    const [row] = await this.database.sql<Omit<LastAnswer, 'at'> & { at: Date }>(
      `SELECT r.state, r.reason, coalesce(r.cancelled_at, r.updated_at) AS at FROM registrations r
       WHERE r.session_id = $1 AND r.member_id = $2 AND ${TURNED_DOWN}`,
      [sessionId, memberId],
    );
    return row && { ...row, at: row.at.toISOString() };
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

  /** What I have joined: what comes, with the cancelled until their time is past; or what was, the last first. */
  async own(actor: Actor, query: OwnQuery): Promise<Page<MyRegistration>> {
    const key = keyOf(query.cursor, cursorKey);
    const { which, order, after } = OWN_LISTS[query.when];
    const rows = await this.database.sql<MyRow>(
      `SELECT r.id, r.state, ${MODE}, ${PLACE} AS place, ${OFFER_ENDS_AT}, r.reason, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         jsonb_build_object('id', s.id, 'title', s.title, 'state', s.state, 'topic', t.name, 'zone', s.zone) AS session
       FROM registrations r JOIN sessions s ON s.id = r.session_id LEFT JOIN topics t ON t.id = s.topic_id
       WHERE r.member_id = $1 AND ${which}
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

/** What a member who has no place here is owed a word of: no later registration of theirs, and not their own doing. */
const TURNED_DOWN = `r.state IN ('rejected', 'expired', 'cancelled') AND (r.state <> 'cancelled' OR r.reason IS NOT NULL)
  AND NOT EXISTS (SELECT FROM registrations later WHERE later.session_id = r.session_id
    AND later.member_id = r.member_id AND (later.created_at, later.id) > (r.created_at, r.id))`;

const OWN_LISTS = {
  upcoming: {
    which: `${LIVE} AND s.state <> 'ended' AND (s.ends_at > $2 OR s.state = 'live')`,
    order: 'ASC',
    after: '>',
  },
  past: {
    which: `r.state = 'confirmed' AND (s.state = 'ended' OR (s.state = 'published' AND s.ends_at <= $2))`,
    order: 'DESC',
    after: '<',
  },
  refused: {
    which: `${TURNED_DOWN} AND (s.state = 'live' OR (s.state = 'published' AND s.ends_at > $2))`,
    order: 'ASC',
    after: '>',
  },
} as const;
