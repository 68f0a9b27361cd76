// Who is in a room, by name: for staff of the session alone, and noted when read.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { mayInRoom } from '../contracts/room-permissions.js';
import type { Page } from '../contracts/schemas.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { RoomGuestsQueries, type GuestHere } from './room-guests.queries.js';
import { RoomPresenceQueries, type PeopleQuery, type PersonHere } from './room-presence.queries.js';
import { RoomQueries } from './room.queries.js';

@Injectable()
export class RoomPeople {
  constructor(
    private readonly database: Database,
    private readonly queries: RoomQueries,
    private readonly presenceQueries: RoomPresenceQueries,
    private readonly guests: RoomGuestsQueries,
    private readonly bulkReads: BulkReads,
  ) {}

  /** @throws DomainError not-found, forbidden */
  async people(
    actor: Actor,
    sessionId: string,
    query: PeopleQuery,
  ): Promise<Page<PersonHere> & { guests: GuestHere[] }> {
    const place = found(await this.queries.place(this.database, sessionId, actor.memberId));
    if (!mayInRoom(place.role, 'room.behind')) throw new DomainError('forbidden');
    const subject = { type: 'session', id: sessionId };
    const page = await this.presenceQueries.people(sessionId, query);
    const guests = query.cursor === undefined ? await this.guests.here(sessionId) : [];
    return { ...(await this.bulkReads.noted({ actor, action: 'room.people-read', subject, query }, page)), guests };
  }
  /** Which of the session's staff are in the room, however many others are. @throws DomainError not-found, forbidden */
  async staffHere(actor: Actor, sessionId: string): Promise<{ memberIds: string[] }> {
    const place = found(await this.queries.place(this.database, sessionId, actor.memberId));
    if (!mayInRoom(place.role, 'room.behind')) throw new DomainError('forbidden');
    return { memberIds: await this.presenceQueries.staff(sessionId) };
  }
}
