// Reads of who is here: how many, and (for staff) who.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { MEMBER_WORDS, searchQuery } from '../contracts/search.js';
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

export interface PeopleQuery extends PageQuery {
  /** Beginnings of words of a name or a number. */
  q?: string | undefined;
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

  /** By name; of those whose name or number has these words. */
  async people(sessionId: string, page: PeopleQuery): Promise<Page<PersonHere>> {
    const after = keyOf(page.cursor, cursorKey);
    const words = page.q === undefined ? undefined : searchQuery(page.q);
    if (page.q !== undefined && words === undefined) return { items: [], nextCursor: null };
    const rows = await this.database.sql<PersonHere>(
      `SELECT here.*, m.number, m.name, unit.name AS unit
       FROM (SELECT member_id AS "memberId", min(connected_at) AS since, count(*)::int AS devices
             FROM presence_spans WHERE session_id = $1 AND ended_at IS NULL GROUP BY member_id) here
       JOIN members m ON m.id = here."memberId"
       LEFT JOIN units unit ON unit.id = m.unit_id
       WHERE ($2::text IS NULL OR (m.name, m.id) > ($2, $3::uuid))
         AND ($5::text IS NULL OR ${MEMBER_WORDS} @@ to_tsquery('simple', $5))
       ORDER BY m.name, m.id LIMIT $4`,
      [sessionId, after?.[0] ?? null, after?.[1] ?? null, page.limit + 1, words ?? null],
    );
    return pageFrom(rows, page.limit, (row) => [row.name, row.memberId]);
  }
  /** Ids of the session's staff who are here, in order. */
  async staff(sessionId: string): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>(
      `SELECT staff.member_id AS id FROM session_staff staff
       WHERE staff.session_id = $1 AND staff.state = 'accepted' AND EXISTS (
         SELECT FROM presence_spans span
         WHERE span.session_id = $1 AND span.member_id = staff.member_id AND span.ended_at IS NULL)
       ORDER BY staff.member_id`,
      [sessionId],
    );
    return rows.map(({ id }) => id);
  }
}
