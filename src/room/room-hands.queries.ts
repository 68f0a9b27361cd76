// Raised hands: durable, in the order in which they went up.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';

/** Somebody who wants to speak. */
export interface RaisedHand {
  memberId: string;
  name: string;
  raisedAt: Date;
  /** False: their last connection went a moment ago; perhaps they come back. */
  isHere: boolean;
}

interface Asking {
  memberId: string;
  isRaised: boolean;
}

const cursorKey = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** The standing's member has their hand up, and no connection in the room that was there after $1. */
const IS_GONE = `standing.hand_raised_at <= $1 AND NOT EXISTS (
  SELECT FROM presence_spans span WHERE span.session_id = standing.session_id AND span.member_id = standing.member_id
    AND (span.ended_at IS NULL OR span.ended_at > $1))`;

@Injectable()
export class RoomHandsQueries {
  constructor(private readonly database: Database) {}

  async count(sessionId: string): Promise<number> {
    const [row] = await this.database.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM room_standings standing
       WHERE session_id = $1 AND hand_raised_at IS NOT NULL`,
      [sessionId],
    );
    return row?.count ?? 0;
  }

  /** First up, first here. */
  async raised(sessionId: string, page: PageQuery): Promise<Page<RaisedHand>> {
    const after = keyOf(page.cursor, cursorKey);
    const rows = await this.database.sql<RaisedHand & { key: string }>(
      `SELECT member.id AS "memberId", coalesce(member.nickname, member.name) AS name, hand_raised_at AS "raisedAt",
         EXISTS (SELECT FROM presence_spans span WHERE span.session_id = standing.session_id
           AND span.member_id = standing.member_id AND span.ended_at IS NULL) AS "isHere",
         to_char(hand_raised_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS key
       FROM room_standings standing JOIN members member ON member.id = standing.member_id
       WHERE session_id = $1 AND hand_raised_at IS NOT NULL
         AND ($2::timestamptz IS NULL OR (hand_raised_at, member_id) > ($2, $3::uuid))
       ORDER BY hand_raised_at, member_id LIMIT $4`,
      [sessionId, after?.[0] ?? null, after?.[1] ?? null, page.limit + 1],
    );
    return pageFrom(rows, page.limit, (row) => [row.key, row.memberId]);
  }

  /** In the order given, one a member; a hand that is up already keeps its place. */
  async set(tx: Tx, sessionId: string, asking: readonly Asking[], now: Date): Promise<void> {
    await tx.sql(
      `INSERT INTO room_standings (session_id, member_id, hand_raised_at)
       SELECT $1, member_id, CASE WHEN is_raised THEN $4::timestamptz + place * interval '1 microsecond' END
       FROM unnest($2::uuid[], $3::boolean[]) WITH ORDINALITY AS asking(member_id, is_raised, place)
       ON CONFLICT (session_id, member_id) DO UPDATE SET hand_raised_at =
         CASE WHEN excluded.hand_raised_at IS NOT NULL
         THEN coalesce(room_standings.hand_raised_at, excluded.hand_raised_at) END`,
      [sessionId, asking.map(({ memberId }) => memberId), asking.map(({ isRaised }) => isRaised), now],
    );
  }

  /** @returns whether it was up */
  async lower(tx: Tx, sessionId: string, memberId: string): Promise<boolean> {
    const lowered = await tx.sql(
      `UPDATE room_standings SET hand_raised_at = NULL
       WHERE session_id = $1 AND member_id = $2 AND hand_raised_at IS NOT NULL RETURNING member_id`,
      [sessionId, memberId],
    );
    return lowered.length > 0;
  }

  /** Rooms in which a hand is up whose member went before then. */
  async roomsWithGone(before: Date, limit: number): Promise<string[]> {
    const rows = await this.database.sql<{ id: string }>(
      `SELECT DISTINCT session_id AS id FROM room_standings standing WHERE ${IS_GONE} LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns whose were up */
  async lowerGone(tx: Tx, sessionId: string, before: Date): Promise<string[]> {
    const rows = await tx.sql<{ id: string }>(
      `UPDATE room_standings standing SET hand_raised_at = NULL
       WHERE ${IS_GONE} AND session_id = $2 RETURNING member_id AS id`,
      [before, sessionId],
    );
    return rows.map(({ id }) => id);
  }
}
