// One act of somebody in the room: decided under the room's lock, stored once however often it is sent, told in order.

import { Injectable } from '@nestjs/common';
import type { Posted } from '../contracts/room-command.js';
import type { RoomSettings } from '../contracts/room-chat.js';
import { mayInRoom, type RoomPermission } from '../contracts/room-permissions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import type { RoomConnection, Seat } from './room-connection.js';
import { RoomLog, type NewEvent } from './room-log.service.js';
import { RoomQueries, type Place, type Reader } from './room.queries.js';
import { entry } from './room.rules.js';

export type { RoomConnection } from './room-connection.js';
export type { NewEvent } from './room-log.service.js';
export type { Place } from './room.queries.js';

/** Who acts, where, as both stand under the room's lock. */
export interface AtTheDesk {
  tx: Tx;
  place: Place;
  now: Date;
}

@Injectable()
export class RoomDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: RoomQueries,
    private readonly log: RoomLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param permission what the actor's role must allow; undefined: everybody in the room may.
   * @param decide what the act does and what is told of it; nothing, where nothing changes. It may run twice.
   * @returns the seq of the first thing told; of a repeated act, the first one's.
   * @throws DomainError wrong-state (in no room), forbidden, room-closed, removed-from-room, or what `decide` throws
   */
  async act(
    connection: RoomConnection,
    commandId: string,
    permission: RoomPermission | undefined,
    decide: (desk: AtTheDesk) => Promise<NewEvent[]>,
  ): Promise<Posted> {
    const { sessionId } = seatOf(connection);
    const memberId = connection.visitor.id;
    return this.database.transaction(async (tx) => {
      const room = await this.log.lock(tx, sessionId);
      const known = await this.log.known(tx, sessionId, memberId, commandId);
      if (known !== undefined) return { ok: true, seq: known };
      const now = this.clock.now();
      const place = found(await this.queries.place(tx, sessionId, memberId));
      assertMayEnter(place, now);
      const { isGuest } = place;
      if (permission !== undefined && !mayInRoom(place.role, permission)) throw new DomainError('forbidden');
      const [first, ...rest] = await decide({ tx, place, now });
      if (!first) return { ok: true, seq: room.lastSeq };
      const events = [
        { ...first, by: { memberId, isGuest, clientId: commandId } },
        ...rest.map((event) => ({ by: { memberId, isGuest }, ...event })),
      ];
      const [seq = 0] = await this.log.append(tx, room, events);
      return { ok: true, seq };
    });
  }

  /** How the room is set; under the room's lock, so that it still is when the act is stored. */
  settings(tx: Tx, sessionId: string): Promise<RoomSettings> {
    return this.queries.settings(tx, sessionId);
  }

  /**
   * Where the member stands towards the session, in the room or not.
   * @param reader the transaction, in one: whoever holds a lock never waits for a second connection.
   * @throws DomainError not-found (or another cooperative's)
   */
  async place(memberId: string, sessionId: string, reader: Reader = this.database): Promise<Place> {
    return found(await this.queries.place(reader, sessionId, memberId));
  }
}

/** @throws DomainError wrong-state when the connection is in no room */
export function seatOf(connection: RoomConnection): Seat {
  if (!connection.seat) throw new DomainError('wrong-state');
  return connection.seat;
}

/** @throws DomainError forbidden, removed-from-room, room-closed */
export function assertMayEnter(place: Place, now: Date): void {
  const may = entry(place, place, now);
  if (may === 'not-registered') throw new DomainError('forbidden');
  if (may === 'removed') throw new DomainError('removed-from-room');
  if (may !== 'enter') throw new DomainError('room-closed');
}
