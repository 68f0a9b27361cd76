// Guests in a room. They are in no presence count: that they are here is noted on their own row, and said to staff alone.

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

/** A note is renewed when it is this old, and believed until it is three times that. */
const NOTE_SECONDS = 5;

export interface GuestHere {
  guestId: string;
  name: string;
}

@Injectable()
export class RoomGuestsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async noteHere(guestIds: readonly string[]): Promise<void> {
    if (guestIds.length === 0) return;
    await this.database.sql(
      `UPDATE session_guests SET seen_at = $2
       WHERE id = ANY ($1::uuid[]) AND (seen_at IS NULL OR seen_at <= $2::timestamptz - make_interval(secs => $3))`,
      [guestIds, this.clock.now(), NOTE_SECONDS],
    );
  }

  /** Where they are there on another device too, the next note says so again. */
  async noteGone(guestId: string): Promise<void> {
    await this.database.sql('UPDATE session_guests SET seen_at = NULL WHERE id = $1', [guestId]);
  }

  /** By name. */
  async here(sessionId: string): Promise<GuestHere[]> {
    return this.database.sql<GuestHere>(
      `SELECT id AS "guestId", name FROM session_guests
       WHERE session_id = $1 AND revoked_at IS NULL AND seen_at > $2::timestamptz - make_interval(secs => $3)
       ORDER BY name, id`,
      [sessionId, this.clock.now(), 3 * NOTE_SECONDS],
    );
  }
}
