// Who registered for a whole series and is still to be told of it: one mail for all dates, however they were come by.

import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '../contracts/error-codes.js';
import type { DomainEvents } from '../contracts/events.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { Outbox } from '../platform/events/outbox.js';
import type { RegistrationState } from './registration.rules.js';
import { MODE, PLACE } from './registrations.queries.js';
import type { Mode } from './seat.rules.js';

/** Long enough for a request to have gone through all of a series, short enough for a reader who waits for the mail. */
const QUIET_SECONDS = 60;
const AT_ONCE = 500;

export interface Arrival {
  readonly registrationId: string;
  readonly memberId: string;
}

type SeriesRefused = DomainEvents['series.joined']['refused'][number];

interface Refused {
  readonly cooperativeId: string;
  readonly memberId: string;
  readonly code: ErrorCode;
}

/** A session of a series that is still to come, and what a member has in it. */
export interface SeriesPlaceRow {
  sessionId: string;
  title: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  revision: number;
  delivery: 'virtual' | 'onsite' | 'hybrid';
  venue: string | null;
  protocol: string;
  /** Null: nothing, as the next three. */
  registrationId: string | null;
  state: RegistrationState | null;
  mode: Mode | null;
  /** In the queue, for who waits. */
  place: number | null;
}

@Injectable()
export class SeriesArrivalsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that registers them. */
  async add(tx: Tx, cooperativeId: string, seriesId: string, arrivals: readonly Arrival[]): Promise<void> {
    if (arrivals.length === 0) return;
    await tx.sql(
      `INSERT INTO series_arrivals (registration_id, cooperative_id, series_id, member_id, created_at)
       SELECT registration_id, $1, $2, member_id, $3 FROM unnest($4::uuid[], $5::uuid[]) AS a(registration_id, member_id)`,
      [
        ...[cooperativeId, seriesId, this.clock.now()],
        arrivals.map((one) => one.registrationId),
        arrivals.map((one) => one.memberId),
      ],
    );
  }

  /** A session of the series that came later did not take them: told with the rest. */
  async refuse(tx: Tx, sessionId: string, refused: readonly Refused[]): Promise<void> {
    if (refused.length === 0) return;
    await tx.sql(
      `INSERT INTO series_refusals (session_id, member_id, cooperative_id, code, created_at)
       SELECT $1, member_id, cooperative_id, code, $2
       FROM unnest($3::uuid[], $4::uuid[], $5::text[]) AS r(member_id, cooperative_id, code)
       ON CONFLICT (session_id, member_id) DO UPDATE SET code = excluded.code, created_at = excluded.created_at`,
      [
        ...[sessionId, this.clock.now()],
        refused.map((one) => one.memberId),
        refused.map((one) => one.cooperativeId),
        refused.map((one) => one.code),
      ],
    );
  }

  /** What is still to be told of sessions that went to another series is told with that one. */
  async follow(tx: Tx, seriesId: string, sessionIds: readonly string[]): Promise<void> {
    await tx.sql(
      `UPDATE series_arrivals a SET series_id = $1 FROM registrations r
       WHERE r.id = a.registration_id AND r.session_id = ANY($2)`,
      [seriesId, sessionIds],
    );
  }

  /** Whoever asked has been through all of the series. */
  async announce(joined: readonly DomainEvents['series.joined'][]): Promise<void> {
    await this.database.transaction((tx) => this.outbox.appendMany(tx, 'series.joined', joined));
  }

  /**
   * What no request came back to tell of: its process died, or it was the series that grew. Twice found is told once:
   * the first telling takes the rows.
   */
  async announceQuiet(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const quiet = await tx.sql<{ cooperativeId: string; seriesId: string; memberId: string }>(
        `SELECT cooperative_id AS "cooperativeId", series_id AS "seriesId", member_id AS "memberId"
         FROM (
           SELECT cooperative_id, series_id, member_id, created_at FROM series_arrivals
           UNION ALL SELECT f.cooperative_id, s.series_id, f.member_id, f.created_at
           FROM series_refusals f JOIN sessions s ON s.id = f.session_id AND s.series_id IS NOT NULL) told
         GROUP BY 1, 2, 3 HAVING max(created_at) <= $1::timestamptz - make_interval(secs => $2)
         LIMIT $3`,
        [this.clock.now(), QUIET_SECONDS, AT_ONCE],
      );
      const joined = quiet.map((one) => ({ ...one, refused: [] }));
      await this.outbox.appendMany(tx, 'series.joined', joined);
    });
  }

  /** Takes what is to be told to a member: whoever calls tells it in the same transaction, and nobody else does. */
  async take(
    tx: Tx,
    seriesId: string,
    memberId: string,
  ): Promise<{ registrations: Set<string>; refused: SeriesRefused[] }> {
    const rows = await tx.sql<{ id: string }>(
      'DELETE FROM series_arrivals WHERE series_id = $1 AND member_id = $2 RETURNING registration_id AS id',
      [seriesId, memberId],
    );
    const refused = await tx.sql<SeriesRefused>(
      `DELETE FROM series_refusals f USING sessions s
       WHERE s.id = f.session_id AND s.series_id = $1 AND f.member_id = $2
       RETURNING f.session_id AS "sessionId", f.code`,
      [seriesId, memberId],
    );
    return { registrations: new Set(rows.map((row) => row.id)), refused };
  }

  /** Every session of a series that is still to come, by start, with the member's place in it. */
  async placesOf(tx: Tx, seriesId: string, memberId: string): Promise<SeriesPlaceRow[]> {
    return tx.sql(
      `SELECT s.id AS "sessionId", s.title, s.zone, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.revision, s.delivery,
         s.venue, s.protocol, r.id AS "registrationId", r.state, ${MODE}, ${PLACE} AS place
       FROM sessions s LEFT JOIN registrations r ON r.session_id = s.id AND r.member_id = $2
         AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')
       WHERE s.series_id = $1 AND (s.state = 'live' OR (s.state = 'published' AND s.ends_at > $3))
       ORDER BY s.starts_at, s.id`,
      [seriesId, memberId, this.clock.now()],
    );
  }
}
