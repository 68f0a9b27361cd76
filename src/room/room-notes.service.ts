// Notes in the room what happens to its session, so that everybody in it learns it in order.

import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import { RoomLog } from './room-log.service.js';
import { RoomQueries } from './room.queries.js';

@Injectable()
export class RoomNotes {
  constructor(
    private readonly queries: RoomQueries,
    private readonly log: RoomLog,
  ) {}

  /** Where the session stands now. */
  async noteSession(tx: Tx, sessionId: string): Promise<void> {
    const room = await this.log.lock(tx, sessionId);
    const session = await this.queries.session(tx, sessionId);
    if (session) await this.log.append(tx, room, [{ kind: 'session.changed', payload: session }]);
  }
}
