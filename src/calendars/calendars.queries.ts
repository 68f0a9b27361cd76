// Reads what belongs in a member's calendar: the sessions they hold a seat in or run, and those that were cancelled with it.

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { EventSource } from './event-maker.js';

export interface FeedReader {
  memberId: string;
  cooperativeName: string;
}

export interface FeedSession extends EventSource {
  changedAt: Date;
}

interface FeedRow extends Omit<FeedSession, 'duty'> {
  isDuty: boolean;
  since: Date;
  sequence: number;
}

/** More than anybody can attend; a feed stays small enough to be asked for every hour. */
const MOST_EVENTS = 500;

@Injectable()
export class CalendarsQueries {
  constructor(private readonly database: Database) {}

  /** Whose feed this is; nobody's any more once they have left the cooperative. */
  async readerOf(hash: string): Promise<FeedReader | undefined> {
    const [row] = await this.database.sql<FeedReader>(
      `SELECT m.id AS "memberId", c.name AS "cooperativeName"
       FROM calendar_feeds f JOIN members m ON m.id = f.member_id JOIN cooperatives c ON c.id = m.cooperative_id
       WHERE f.hash = $1 AND m.status <> 'keluar'`,
      [hash],
    );
    return row;
  }

  async feedOf(memberId: string): Promise<{ createdAt: Date; lastReadAt: Date | null } | undefined> {
    const [row] = await this.database.sql<{ createdAt: Date; lastReadAt: Date | null }>(
      'SELECT created_at AS "createdAt", last_read_at AS "lastReadAt" FROM calendar_feeds WHERE member_id = $1',
      [memberId],
    );
    return row;
  }

  /** Everything that ends after `since`, in order; the last ones first where there are too many. */
  async sessionsOf(memberId: string, since: Date): Promise<FeedSession[]> {
    const rows = await this.database.sql<FeedRow>(
      `SELECT s.id, s.state, s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.zone, s.delivery, s.venue,
         r.mode, s.revision, greatest(s.updated_at, r.updated_at, f.answered_at) AS "changedAt",
         f.member_id IS NOT NULL AS "isDuty", coalesce(f.invited_at, f.answered_at, s.created_at) AS since, f.sequence
       FROM (SELECT session_id FROM registrations WHERE member_id = $1
         UNION SELECT session_id FROM session_staff WHERE member_id = $1) mine JOIN sessions s ON s.id = mine.session_id
       LEFT JOIN LATERAL (
         SELECT seat.mode, seat.updated_at FROM registrations seat
         WHERE seat.session_id = s.id AND seat.member_id = $1 AND (seat.state = 'confirmed'
           OR (s.state = 'cancelled' AND seat.state = 'cancelled' AND seat.confirmed_at IS NOT NULL
             AND seat.cancelled_at >= s.cancelled_at))
         ORDER BY seat.id DESC LIMIT 1) r ON true
       LEFT JOIN session_staff f ON f.session_id = s.id AND f.member_id = $1 AND f.state = 'accepted'
       WHERE s.ends_at > $2 AND s.state <> 'draft' AND (r.mode IS NOT NULL OR f.member_id IS NOT NULL)
       ORDER BY s.starts_at DESC, s.id LIMIT $3`,
      [memberId, since, MOST_EVENTS],
    );
    return rows
      .reverse()
      .map(({ isDuty, since, sequence, ...session }) => ({ ...session, duty: isDuty ? { since, sequence } : null }));
  }
}
