// Reads who runs which session: its staff, one's own invitations, and whose sessions overlap.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { BusyOut, ConflictOut, ConflictQuery, DutyOut, InvitationOut, StaffOut } from './session-staff.dto.js';

const MOST = 50;

/** What an answer is for: the series of `s`, or `s` alone. */
const PLANNED_AS = 'coalesce(s.series_id, s.id)';

/** Whether `s` is still to be run; $2 is now. */
const IS_ON = `s.state IN ('draft', 'published', 'live') AND s.ends_at > $2`;

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
    const rows = await this.database.sql<Timed<Omit<InvitationOut, 'conflicts'>> & { plannedAs: string }>(
      `SELECT s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", f.role, asker.name AS by,
         ${PLANNED_AS} AS "plannedAs"
       FROM session_staff f JOIN sessions s ON s.id = f.session_id LEFT JOIN members asker ON asker.id = f.invited_by
       WHERE f.member_id = $1 AND f.state = 'invited' AND ${IS_ON}
         AND NOT EXISTS (SELECT FROM session_staff earlier JOIN sessions e ON e.id = earlier.session_id
           WHERE e.series_id = s.series_id AND e.starts_at < s.starts_at AND earlier.member_id = f.member_id
             AND earlier.state = 'invited' AND e.state IN ('draft', 'published', 'live') AND e.ends_at > $2)
       ORDER BY s.starts_at, s.id LIMIT $3`,
      [actor.memberId, this.clock.now(), MOST],
    );
    if (rows.length === 0) return [];
    const conflictsOf = await this.ownConflicts(actor.memberId);
    return rows.map(({ plannedAs, ...row }) => ({ ...withTexts(row), conflicts: conflictsOf(plannedAs) }));
  }

  /**
   * What the member runs, or has a place in, at the time of a session that they are asked to run. @returns by the series
   * it is one of, or by the session that stands alone: the answer is for all of it.
   */
  async ownConflicts(memberId: string): Promise<(plannedAs: string) => BusyOut[]> {
    const rows = await this.database.sql<Timed<BusyOut> & { plannedAs: string }>(
      `SELECT DISTINCT ON (o.starts_at, o.id, asked."plannedAs")
         asked."plannedAs", o.id AS "sessionId", o.title, o.starts_at AS "startsAt", o.ends_at AS "endsAt"
       FROM (SELECT s.id, s.starts_at, s.ends_at, ${PLANNED_AS} AS "plannedAs"
         FROM session_staff f JOIN sessions s ON s.id = f.session_id
         WHERE f.member_id = $1 AND f.state = 'invited' AND ${IS_ON}) asked
       JOIN (SELECT session_id FROM session_staff WHERE member_id = $1 AND state = 'accepted'
         UNION SELECT session_id FROM registrations
         WHERE member_id = $1 AND state IN ('pending', 'confirmed', 'waitlisted', 'offered')) own ON own.session_id <> asked.id
       JOIN sessions o ON o.id = own.session_id AND o.state IN ('draft', 'published', 'live')
         AND o.starts_at < asked.ends_at AND o.ends_at > asked.starts_at
       ORDER BY o.starts_at, o.id, asked."plannedAs" LIMIT $3`,
      [memberId, this.clock.now(), MOST],
    );
    return (plannedAs) => rows.flatMap(({ plannedAs: one, ...busy }) => (one === plannedAs ? [withTexts(busy)] : []));
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

  /** The other sessions, of this cooperative, that any of these people run or are asked to run at any of these times. */
  async conflicts(actor: Actor, { memberIds, times, except }: ConflictQuery): Promise<ConflictOut[]> {
    const rows = await this.database.sql<Timed<ConflictOut>>(
      `SELECT m.id AS "memberId", m.name, s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
       FROM session_staff f JOIN sessions s ON s.id = f.session_id JOIN members m ON m.id = f.member_id
       WHERE f.member_id = ANY($1::uuid[]) AND s.cooperative_id = $2 AND s.state IN ('draft', 'published', 'live')
         AND s.id <> ALL($5::uuid[]) AND EXISTS (
           SELECT FROM unnest($3::timestamptz[], $4::timestamptz[]) AS planned (starts_at, ends_at)
           WHERE s.starts_at < planned.ends_at AND s.ends_at > planned.starts_at)
       ORDER BY s.starts_at, m.name, s.id, m.id LIMIT $6`,
      [
        memberIds,
        actor.cooperativeId,
        times.map(({ startsAt }) => startsAt),
        times.map(({ endsAt }) => endsAt),
        except,
        MOST,
      ],
    );
    return rows.map(withTexts);
  }
}

function withTexts<Row extends { startsAt: Date; endsAt: Date }>(row: Row) {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
