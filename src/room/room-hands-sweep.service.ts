// Takes down the hands of members who are gone for good: one look at all rooms now and then, no clock a member.

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { RoomHandsQueries } from './room-hands.queries.js';
import { handChanged } from './room-hands.service.js';
import { RoomLog } from './room-log.service.js';

/** After a member's last connection went: a phone that loses its network in a tunnel comes back and finds its hand up. */
const GONE_AFTER_SECONDS = 60;
const ROOMS_A_SWEEP = 200;

@Injectable()
export class RoomHandsSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: RoomLog,
    private readonly queries: RoomHandsQueries,
  ) {}

  async lowerGone(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - GONE_AFTER_SECONDS * 1_000);
    for (const sessionId of await this.queries.roomsWithGone(before, ROOMS_A_SWEEP)) {
      await this.database.transaction(async (tx) => {
        const room = await this.log.lock(tx, sessionId);
        const lowered = await this.queries.lowerGone(tx, sessionId, before);
        await this.log.append(
          tx,
          room,
          lowered.map((memberId) => handChanged(memberId, false)),
        );
      });
    }
  }
}
