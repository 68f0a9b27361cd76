// Reads who runs which session: its staff, one's own invitations, and whose sessions overlap.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { ConflictOut, ConflictQuery, DutyOut, InvitationOut, StaffOut } from './session-staff.dto.js';

const MOST = 50;

type Timed<Out extends { startsAt: string; endsAt: string }> = Omit<Out, 'startsAt' | 'endsAt'> & {
  startsAt: Date;
  endsAt: Date;
};

@Injectable()
export class SessionStaffQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async staff(sessionId: string): Promise<StaffOut[]> {
    return this.database.sql(
      `SELECT m.id AS "memberId", m.name, f.role, f.state
       FROM session_staff f JOIN members m ON m.id = f.member_id WHERE f.session_id = $1
       ORDER BY array_position(ARRAY['host', 'moderator', 'speaker'], f.role), m.name, m.id`,
      [sessionId],
    );
  }

  /** What the actor is asked and has not answered, of sessions still to come; a series asks once, by the next of it. */
  async invitations(actor: Actor): Promise<InvitationOut[]> {
    const rows = await this.database.sql<Timed<InvitationOut>>(
      `SELECT s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", f.role, asker.name AS by
       FROM session_staff f JOIN sessions s ON s.id = f.session_id LEFT JOIN members asker ON asker.id = f.invited_by
       WHERE f.member_id = $1 AND f.state = 'invited' AND s.state IN ('draft', 'published', 'live') AND s.ends_at > $2
         AND NOT EXISTS (SELECT FROM session_staff earlier JOIN sessions e ON e.id = earlier.session_id
           WHERE e.series_id = s.series_id AND e.starts_at < s.starts_at AND earlier.member_id = f.member_id
             AND earlier.state = 'invited' AND e.state IN ('draft', 'published', 'live') AND e.ends_at > $2)
       ORDER BY s.starts_at, s.id LIMIT $3`,
      [actor.memberId, this.clock.now(), MOST],
    );
    return rows.map(withTexts);
  }

  /** What the actor runs that is not over, the next first. */
  async duties(actor: Actor): Promise<DutyOut[]> {
    const rows = await this.database.sql<Timed<DutyOut>>(
      `SELECT s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.state, f.role
       FROM session_staff f JOIN sessions s ON s.id = f.session_id
       WHERE f.member_id = $1 AND f.state = 'accepted' AND s.state IN ('draft', 'published', 'live')
       ORDER BY s.starts_at, s.id LIMIT $2`,
      [actor.memberId, MOST],
    );
    return rows.map(withTexts);
  }

  /** The other sessions, of this cooperative, that any of these people run or are asked to run at that time. */
  async conflicts(actor: Actor, { memberIds, startsAt, endsAt, except }: ConflictQuery): Promise<ConflictOut[]> {
    const rows = await this.database.sql<Timed<ConflictOut>>(
      `SELECT m.id AS "memberId", m.name, s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
       FROM session_staff f JOIN sessions s ON s.id = f.session_id JOIN members m ON m.id = f.member_id
       WHERE f.member_id = ANY($1::uuid[]) AND s.cooperative_id = $2 AND s.state IN ('draft', 'published', 'live')
         AND s.starts_at < $4 AND s.ends_at > $3 AND ($5::uuid IS NULL OR s.id <> $5)
       ORDER BY m.name, s.starts_at, s.id LIMIT $6`,
      [memberIds, actor.cooperativeId, startsAt, endsAt, except ?? null, MOST],
    );
    return rows.map(withTexts);
  }
}

function withTexts<Row extends { startsAt: Date; endsAt: Date }>(row: Row) {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
