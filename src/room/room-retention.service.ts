// Takes out of a room what was written in it, once the cooperative's time for keeping it is over; that it was written stays.

import { Injectable } from '@nestjs/common';
import { USUAL_POLICIES } from '../contracts/policies.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { RoomParts } from './room-parts.service.js';

/** Rooms a transaction: an hour of two thousand members is tens of thousands of rows. */
const AT_ONCE = 5;

@Injectable()
export class RoomRetention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly parts: RoomParts,
  ) {}

  /** Of every part of the room. Another process that does the same takes other rooms. */
  async emptyOld(): Promise<void> {
    for (let emptied = AT_ONCE; emptied === AT_ONCE;) emptied = await this.emptySome();
  }

  /** @returns how many rooms were emptied. */
  private emptySome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due = await tx.sql<{ sessionId: string }>(
        `SELECT room.session_id AS "sessionId" FROM rooms room
         JOIN sessions session ON session.id = room.session_id
         JOIN cooperatives cooperative ON cooperative.id = session.cooperative_id
         WHERE room.emptied_at IS NULL AND greatest(session.ends_at, session.ended_at) <
           $1::timestamptz - coalesce((cooperative.policies->>'roomRetentionDays')::int, $2) * interval '1 day'
         ORDER BY room.session_id LIMIT $3 FOR UPDATE OF room SKIP LOCKED`,
        [this.clock.now(), USUAL_POLICIES.roomRetentionDays, AT_ONCE],
      );
      const ids = due.map(({ sessionId }) => sessionId);
      if (ids.length === 0) return 0;
      for (const part of this.parts.all()) await part.empty(tx, ids);
      await tx.sql('UPDATE rooms SET emptied_at = $2 WHERE session_id = ANY ($1::uuid[])', [ids, this.clock.now()]);
      return ids.length;
    });
  }
}
