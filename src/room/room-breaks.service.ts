// A break in the middle of a session: called and ended by its staff, told to everybody in the room's order.

import { Injectable } from '@nestjs/common';
import type { CommandOf, Posted } from '../contracts/room-protocol.js';
import { found } from '../platform/errors.js';
import { SessionBreaksService } from '../sessions/session-breaks.service.js';
import type { RoomConnection } from './room-connection.js';
import { RoomDesk } from './room-desk.service.js';
import { RoomQueries } from './room.queries.js';

@Injectable()
export class RoomBreaks {
  constructor(
    private readonly desk: RoomDesk,
    private readonly breaks: SessionBreaksService,
    private readonly queries: RoomQueries,
  ) {}

  /** @throws DomainError forbidden, wrong-state (the session is not on) */
  set(connection: RoomConnection, { id, isOnBreak }: CommandOf<'session.break'>): Promise<Posted> {
    return this.desk.act(connection, id, 'session.break', async ({ tx, place: { sessionId }, now }) => {
      const isChanged = await this.breaks.set(tx, connection.actor, sessionId, { isOnBreak, now });
      if (!isChanged) return [];
      return [{ kind: 'session.changed', payload: found(await this.queries.session(tx, sessionId)) }];
    });
  }
}
