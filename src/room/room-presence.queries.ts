// Reads of who is here: how many, and (for staff) who.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Database } from '../platform/database/database.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';

/** Somebody who is in the room now. `since` is when the oldest of their present connections came. */
export interface PersonHere {
  memberId: string;
  number: string;
  name: string;
  unit: string | null;
  since: Date;
  devices: number;
}

const cursorKey = z.tuple([z.string(), z.uuid()]);

@Injectable()
export class RoomPresenceQueries {
  constructor(private readonly database: Database) {}

  /** Members in a session's room, each counted once. */
  async count(sessionId: string): Promise<number> {
    const [row] = await this.database.sql<{ count: number }>(
      `SELECT count(DISTINCT member_id)::int AS count FROM presence_spans WHERE session_id = $1 AND ended_at IS NULL`,
      [sessionId],
    );
    return row?.count ?? 0;
  }

  /** By name. */
  async people(sessionId: string, page: PageQuery): Promise<Page<PersonHere>> {
    const after = keyOf(page.cursor, cursorKey);
    const rows = await this.database.sql<PersonHere>(
      `SELECT here.*, member.number, member.name, unit.name AS unit
       FROM (SELECT member_id AS "memberId", min(connected_at) AS since, count(*)::int AS devices
             FROM presence_spans WHERE session_id = $1 AND ended_at IS NULL GROUP BY member_id) here
       JOIN members member ON member.id = here."memberId"
       LEFT JOIN units unit ON unit.id = member.unit_id
       WHERE $2::text IS NULL OR (member.name, member.id) > ($2, $3::uuid)
       ORDER BY member.name, member.id LIMIT $4`,
      [sessionId, after?.[0] ?? null, after?.[1] ?? null, page.limit + 1],
    );
    return pageFrom(rows, page.limit, (row) => [row.name, row.memberId]);
  }
}
