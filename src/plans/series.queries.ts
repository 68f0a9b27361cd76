// Reads a series with its sessions, as one reader may see them.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { SeriesOut } from './series.dto.js';

type Row = Omit<SeriesOut['sessions'][number], 'startsAt' | 'endsAt'> & {
  startsAt: Date;
  endsAt: Date;
  isStaff: boolean;
  version: number;
};

@Injectable()
export class SeriesQueries {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
  ) {}

  /** Of the actor's own cooperative, and with something in it that they may see. @throws DomainError not-found */
  async of(actor: Actor, seriesId: string): Promise<SeriesOut> {
    const [series] = await this.database.sql<Omit<SeriesOut, 'sessions'>>(
      `SELECT id, rrule, zone, first_start AS "firstStart", registration, version FROM session_series
       WHERE id = $1 AND cooperative_id = $2`,
      [seriesId, actor.cooperativeId],
    );
    const own = found(series);
    const rows = await this.rows(actor, seriesId);
    const seen = rows.filter(({ state, isStaff }) => state !== 'draft' || this.sessions.canSeeDraft(actor, isStaff));
    found(seen[0]);
    return {
      ...own,
      version: rows.reduce((sum, { version }) => sum + version, own.version),
      sessions: seen.map(({ isStaff: _, version: __, startsAt, endsAt, ...session }) => ({
        ...session,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    };
  }

  private async rows(actor: Actor, seriesId: string): Promise<Row[]> {
    return this.database.sql<Row>(
      `SELECT s.id, s.title, s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.version, r.state AS mine,
         EXISTS (SELECT FROM session_staff f WHERE f.session_id = s.id AND f.member_id = $2) AS "isStaff"
       FROM sessions s LEFT JOIN registrations r ON r.session_id = s.id AND r.member_id = $2
         AND r.state IN ('pending', 'confirmed', 'waitlisted', 'offered')
       WHERE s.series_id = $1 ORDER BY s.starts_at, s.id`,
      [seriesId, actor.memberId],
    );
  }
}
