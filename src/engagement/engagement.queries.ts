// Reads of engagement: what a session's verdicts and the ledger say, a member's record, a member's ledger.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import type { Balance, LedgerKind, Presence } from './ledger.rules.js';
import type { TopicInYear } from './record.rules.js';

/** One session that a member attended, as the ledger says. */
export interface AttendedSession {
  sessionId: string;
  title: string;
  topic: string | null;
  startsAt: Date;
  minutes: number;
}

export interface LedgerRow {
  sequence: number;
  kind: LedgerKind;
  quantity: number;
  reason: string | null;
  sessionId: string;
  title: string;
  recordedAt: Date;
  hash: string;
}

const cursorKey = z.tuple([z.int()]);
const attendedKey = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class EngagementQueries {
  constructor(private readonly database: Database) {}

  /** Those present at a session by the verdicts that stand now. */
  present(tx: Tx, sessionId: string): Promise<Presence[]> {
    return tx.sql<Presence>(
      `SELECT member_id AS "memberId", counted_seconds AS "countedSeconds" FROM attendances
       WHERE session_id = $1 AND superseded_at IS NULL AND verdict = 'present'`,
      [sessionId],
    );
  }

  /** What the ledger says of a session so far, by member. */
  balances(tx: Tx, sessionId: string): Promise<Balance[]> {
    return tx.sql<Balance>(
      `SELECT member_id AS "memberId", ${STANDS} AS stands, sum(quantity)::int AS minutes
       FROM ledger_entries WHERE session_id = $1 GROUP BY member_id`,
      [sessionId],
    );
  }

  /** What a member attended, added up for each topic of each year: of the session's own calendar. */
  sums(memberId: string): Promise<TopicInYear[]> {
    return this.database.sql<TopicInYear>(
      `SELECT topic.id AS "topicId", topic.name AS topic,
              extract(year FROM session.starts_at AT TIME ZONE session.zone)::int AS year,
              count(*)::int AS sessions, sum(entry.minutes)::int AS minutes
       FROM ${ATTENDED}
       GROUP BY 1, 2, 3`,
      [memberId],
    );
  }

  /** The sessions a member attended, newest first. */
  async attended(memberId: string, page: PageQuery): Promise<Page<AttendedSession>> {
    const before = keyOf(page.cursor, attendedKey);
    const rows = await this.database.sql<AttendedSession>(
      `SELECT session.id AS "sessionId", session.title, topic.name AS topic, session.starts_at AS "startsAt", entry.minutes
       FROM ${ATTENDED}
       WHERE $2::timestamptz IS NULL OR (session.starts_at, session.id) < ($2, $3::uuid)
       ORDER BY session.starts_at DESC, session.id DESC LIMIT $4`,
      [memberId, before?.[0] ?? null, before?.[1] ?? null, page.limit + 1],
    );
    return pageFrom(rows, page.limit, (row) => [row.startsAt.toISOString(), row.sessionId]);
  }

  /** A member's entries, newest first. */
  async ledger(memberId: string, page: PageQuery): Promise<Page<LedgerRow>> {
    const before = keyOf(page.cursor, cursorKey);
    const rows = await this.database.sql<LedgerRow>(
      `SELECT entry.sequence, entry.kind, entry.quantity, entry.reason, entry.session_id AS "sessionId", session.title,
              entry.recorded_at AS "recordedAt", entry.hash
       FROM ledger_entries entry JOIN sessions session ON session.id = entry.session_id
       WHERE entry.member_id = $1 AND ($2::int IS NULL OR entry.sequence < $2)
       ORDER BY entry.sequence DESC LIMIT $3`,
      [memberId, before?.[0] ?? null, page.limit + 1],
    );
    return pageFrom(rows, page.limit, (row) => [row.sequence]);
  }
}

/** Whether an entry stands that no other has reversed. */
const STANDS = `count(*) FILTER (WHERE kind = 'attended') > count(*) FILTER (WHERE kind = 'attended-reversed')`;

/** A member's sessions, `$1`: what they count is read from the ledger alone, what they are called by a join. */
const ATTENDED = `
  (SELECT session_id, sum(quantity)::int AS minutes FROM ledger_entries WHERE member_id = $1
   GROUP BY session_id HAVING ${STANDS}) entry
  JOIN sessions session ON session.id = entry.session_id
  LEFT JOIN topics topic ON topic.id = session.topic_id`;
