// Reads of attendance: whose one may see, the list of a session, one's own.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/errors.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import type { CountedSpan, Source, Verdict } from './attendance.rules.js';

/** What an actor may see of a session's attendance: everybody (`unitIds` null), or members of these units. */
export interface Sight {
  sessionId: string;
  cooperativeId: string;
  unitIds: readonly string[] | null;
}

export interface AttendanceRow {
  memberId: string;
  number: string;
  name: string;
  unit: string | null;
  verdict: Verdict;
  countedSeconds: number;
  broadcastSeconds: number;
  source: Source;
  version: number;
  reason: string | null;
  decidedAt: Date;
}

/** `verdict` is null until it is final; the broadcast's times are null until there was one. */
export interface OwnAttendance {
  verdict: Verdict | null;
  countedSeconds: number | null;
  broadcastSeconds: number | null;
  source: Source | null;
  reason: string | null;
  decidedAt: Date | null;
  spans: CountedSpan[];
  /** Within the broadcast, in order: what was no part of it. */
  breaks: Interval[];
  wentLiveAt: Date | null;
  endedAt: Date | null;
}

interface Interval {
  from: Date;
  to: Date;
}

const cursorKey = z.tuple([z.string(), z.uuid()]);

/** What was decided before a session was opened again is not shown while it is on: it will be decided anew. */
const IS_OVER = `EXISTS (SELECT FROM sessions session WHERE session.id = attendance.session_id AND session.state = 'ended')`;

@Injectable()
export class AttendanceQueries {
  constructor(private readonly database: Database) {}

  /**
   * Admins and supervisors see every session of their cooperative, a facilitator the sessions they host or moderate, a coordinator
   * their own units everywhere. @throws DomainError not-found
   */
  async sight(actor: Actor, sessionId: string): Promise<Sight> {
    const [session] = await this.database.sql<{ isStaff: boolean }>(
      `SELECT EXISTS (SELECT FROM session_staff staff
                      WHERE staff.session_id = session.id AND staff.member_id = $3 AND staff.role <> 'speaker'
                        AND staff.state = 'accepted') AS "isStaff"
       FROM sessions session WHERE session.id = $1 AND session.cooperative_id = $2`,
      [sessionId, actor.cooperativeId, actor.memberId],
    );
    const { isStaff } = found(session);
    const { cooperativeId, roles, unitIds } = actor;
    const seesAll =
      roles.includes('admin') || roles.includes('supervisor') || (roles.includes('facilitator') && isStaff);
    if (seesAll) return { sessionId, cooperativeId, unitIds: null };
    return found(roles.includes('coordinator') ? { sessionId, cooperativeId, unitIds } : undefined);
  }

  /** The verdicts that stand, by name. */
  async list(sight: Sight, page: PageQuery): Promise<Page<AttendanceRow>> {
    const after = keyOf(page.cursor, cursorKey);
    const rows = await this.database.sql<AttendanceRow>(
      `SELECT attendance.member_id AS "memberId", member.number, member.name, unit.name AS unit, attendance.verdict,
              attendance.counted_seconds AS "countedSeconds", attendance.broadcast_seconds AS "broadcastSeconds",
              attendance.source, attendance.version, attendance.reason, attendance.decided_at AS "decidedAt"
       FROM attendances attendance
       JOIN members member ON member.id = attendance.member_id
       LEFT JOIN units unit ON unit.id = member.unit_id
       WHERE attendance.session_id = $1 AND attendance.superseded_at IS NULL AND ${IS_OVER}
         AND ($2::uuid[] IS NULL OR member.unit_id = ANY ($2::uuid[]))
         AND ($3::text IS NULL OR (member.name, member.id) > ($3, $4::uuid))
       ORDER BY member.name, member.id LIMIT $5`,
      [sight.sessionId, sight.unitIds, after?.[0] ?? null, after?.[1] ?? null, page.limit + 1],
    );
    return pageFrom(rows, page.limit, (row) => [row.name, row.memberId]);
  }

  /** @throws DomainError not-found when the session is not of the member's cooperative */
  async own(actor: Actor, sessionId: string): Promise<OwnAttendance> {
    const [row] = await this.database.sql<Omit<OwnAttendance, 'breaks'>>(
      `SELECT attendance.verdict, attendance.counted_seconds AS "countedSeconds",
              attendance.broadcast_seconds AS "broadcastSeconds", attendance.source, attendance.reason,
              attendance.decided_at AS "decidedAt", coalesce(attendance.spans, '[]') AS spans,
              session.went_live_at AS "wentLiveAt", session.ended_at AS "endedAt"
       FROM sessions session
       LEFT JOIN attendances attendance ON attendance.session_id = session.id AND attendance.member_id = $3
         AND attendance.superseded_at IS NULL AND session.state = 'ended'
       WHERE session.id = $1 AND session.cooperative_id = $2 AND session.state <> 'draft'`,
      [sessionId, actor.cooperativeId, actor.memberId],
    );
    const own = found(row);
    return { ...own, breaks: own.verdict === null ? [] : await this.breaks(sessionId) };
  }

  private breaks(sessionId: string): Promise<Interval[]> {
    return this.database.sql<Interval>(
      `SELECT pause.from_at AS "from", least(coalesce(pause.until_at, session.ended_at), session.ended_at) AS "to"
       FROM session_breaks pause JOIN sessions session ON session.id = pause.session_id
       WHERE session.id = $1 AND pause.from_at < session.ended_at
         AND coalesce(pause.until_at, session.ended_at) > pause.from_at
       ORDER BY pause.from_at`,
      [sessionId],
    );
  }
}
