// Many commands of one moment in one room: the room is locked once, and who sent them is looked up once.

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { assertMayEnter } from './room-desk.service.js';
import { RoomLog, type LockedRoom } from './room-log.service.js';
import { RoomQueries, type Place } from './room.queries.js';

/** A room under its lock, and who of those that sent something may act in it: by member, their place or why not. */
export interface Gathered {
  room: LockedRoom;
  places: ReadonlyMap<string, Place | DomainError>;
}

@Injectable()
export class RoomBatch {
  constructor(
    private readonly queries: RoomQueries,
    private readonly log: RoomLog,
    private readonly clock: Clock,
  ) {}

  /** Everybody asked for has an entry. */
  async gather(tx: Tx, sessionId: string, memberIds: readonly string[]): Promise<Gathered> {
    const room = await this.log.lock(tx, sessionId);
    const now = this.clock.now();
    const ids = [...new Set(memberIds)];
    const places = new Map<string, Place | DomainError>(ids.map((id) => [id, new DomainError('not-found')]));
    for (const place of await this.queries.places(tx, sessionId, ids)) {
      places.set(place.memberId, refusalOf(place, now) ?? place);
    }
    return { room, places };
  }
}

/** What is done in batches is for members: a guest raises no hand, votes for nothing and answers no poll. */
function refusalOf(place: Place, now: Date): DomainError | undefined {
  if (place.isGuest) return new DomainError('forbidden');
  try {
    assertMayEnter(place, now);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
