// Rows of who is held back in a room: written by staff's acts, read by staff.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';

/** What was done to somebody, why, and by whom. */
export interface Hold {
  at: Date;
  reason: string;
  by: string;
}

export interface PersonHeld {
  memberId: string;
  number: string;
  name: string;
  muted: Hold | null;
  removed: Hold | null;
}

interface HeldRow {
  memberId: string;
  number: string;
  name: string;
  mutedAt: Date | null;
  mutedReason: string | null;
  mutedBy: string | null;
  removedAt: Date | null;
  removedReason: string | null;
  removedBy: string | null;
}

const cursorKey = z.tuple([z.string(), z.uuid()]);

/** The latest of what was told of somebody: it says why they are held. */
const latest = (kind: 'member.muted' | 'member.removed', name: string): string => `
  LEFT JOIN LATERAL (
    SELECT event.payload->>'reason' AS reason, actor.name AS by
    FROM room_events event JOIN members actor ON actor.id = event.member_id
    WHERE event.session_id = standing.session_id AND event.about_id = standing.member_id AND event.kind = '${kind}'
    ORDER BY event.seq DESC LIMIT 1) ${name} ON true`;

@Injectable()
export class RoomOrderQueries {
  constructor(private readonly database: Database) {}

  /** What is absent stays. Who is sent out has no hand up any more. */
  async hold(
    tx: Tx,
    { sessionId, memberId }: { sessionId: string; memberId: string },
    hold: { mutedAt: Date | null } | { removedAt: Date | null },
  ): Promise<void> {
    const [column, at] = 'mutedAt' in hold ? ['muted_at', hold.mutedAt] : ['removed_at', hold.removedAt];
    await tx.sql(
      `INSERT INTO room_standings (session_id, member_id, ${column}) VALUES ($1, $2, $3)
       ON CONFLICT (session_id, member_id) DO UPDATE SET ${column} = $3,
         hand_raised_at = CASE WHEN $4 THEN NULL ELSE room_standings.hand_raised_at END`,
      [sessionId, memberId, at, 'removedAt' in hold && at !== null],
    );
  }

  /** By name. */
  async held(sessionId: string, page: PageQuery): Promise<Page<PersonHeld>> {
    const after = keyOf(page.cursor, cursorKey);
    const rows = await this.database.sql<HeldRow>(
      `SELECT member.id AS "memberId", member.number, member.name,
         standing.muted_at AS "mutedAt", muted.reason AS "mutedReason", muted.by AS "mutedBy",
         standing.removed_at AS "removedAt", removed.reason AS "removedReason", removed.by AS "removedBy"
       FROM room_standings standing JOIN members member ON member.id = standing.member_id
       ${latest('member.muted', 'muted')} ${latest('member.removed', 'removed')}
       WHERE standing.session_id = $1 AND (standing.muted_at IS NOT NULL OR standing.removed_at IS NOT NULL)
         AND ($2::text IS NULL OR (member.name, member.id) > ($2, $3::uuid))
       ORDER BY member.name, member.id LIMIT $4`,
      [sessionId, after?.[0] ?? null, after?.[1] ?? null, page.limit + 1],
    );
    return pageFrom(rows.map(toPersonHeld), page.limit, (row) => [row.name, row.memberId]);
  }
}

function toPersonHeld({ memberId, number, name, ...row }: HeldRow): PersonHeld {
  return {
    memberId,
    number,
    name,
    muted: row.mutedAt && { at: row.mutedAt, reason: row.mutedReason ?? '', by: row.mutedBy ?? '' },
    removed: row.removedAt && { at: row.removedAt, reason: row.removedReason ?? '', by: row.removedBy ?? '' },
  };
}
