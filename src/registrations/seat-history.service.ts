// Tells what became of a member's seats in a session before: calendars need to know how often it changed.

import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';

export interface Place {
  readonly sessionId: string;
  readonly memberId: string;
}

@Injectable()
export class SeatHistoryService {
  /**
   * For each place, by how much its member's own acts make their calendar's event newer: one for each way they went
   * between phone and venue, and two for each confirmed seat they gave up, since that takes the event out and whoever comes
   * back is invited anew. What ended with the session itself was not given up. @param reader a transaction, or the database.
   */
  async stepsOf(reader: Pick<Tx, 'sql'>, places: readonly Place[]): Promise<number[]> {
    const rows = await reader.sql<{ steps: number }>(
      `SELECT (
         SELECT coalesce(sum(r.mode_switches), 0)::int + 2 * (count(*) FILTER (WHERE r.confirmed_at IS NOT NULL
           AND r.state NOT IN ('pending', 'confirmed', 'waitlisted', 'offered')
           AND (s.cancelled_at IS NULL OR coalesce(r.cancelled_at, r.updated_at) < s.cancelled_at)))::int
         FROM registrations r JOIN sessions s ON s.id = r.session_id
         WHERE r.session_id = asked.session_id AND r.member_id = asked.member_id) AS steps
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (session_id, member_id, nth) ORDER BY nth`,
      [places.map(({ sessionId }) => sessionId), places.map(({ memberId }) => memberId)],
    );
    return rows.map(({ steps }) => steps);
  }
}
