// Raising a hand: many at once are stored together; each stands until it is lowered, or its member is gone for good.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { mayInRoom } from '../contracts/room-permissions.js';
import type { CommandOf, Posted } from '../contracts/room-protocol.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Audit } from '../platform/audit/audit.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { RoomBatch } from './room-batch.service.js';
import type { RoomConnection } from './room-connection.js';
import { RoomDesk, seatOf } from './room-desk.service.js';
import { RoomHandsQueries, type RaisedHand } from './room-hands.queries.js';
import { clientKey, RoomLog, type ClientCommand, type NewEvent } from './room-log.service.js';
import { RoomQueries } from './room.queries.js';

interface Asking extends ClientCommand {
  isRaised: boolean;
}

@Injectable()
export class RoomHands {
  private readonly asking = new MicroBatcher<Asking, number>((sessionId, batch) => this.store(sessionId, batch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: RoomDesk,
    private readonly batch: RoomBatch,
    private readonly log: RoomLog,
    private readonly queries: RoomQueries,
    private readonly handsQueries: RoomHandsQueries,
    private readonly audit: Audit,
    private readonly bulkReads: BulkReads,
  ) {}

  /** Answers after the commit. @throws DomainError wrong-state (in no room), room-closed, removed-from-room */
  async raise(connection: RoomConnection, { id, isRaised }: CommandOf<'hand.raise'>): Promise<Posted> {
    const { sessionId } = seatOf(connection);
    const memberId = connection.visitor.id;
    return { ok: true, seq: await this.asking.submit(sessionId, { memberId, clientId: id, isRaised }) };
  }

  /** @throws DomainError forbidden */
  lower(connection: RoomConnection, { id, memberId }: CommandOf<'hand.lower'>): Promise<Posted> {
    return this.desk.act(connection, id, 'people.moderate', async ({ tx, place: { sessionId } }) => {
      if (!(await this.handsQueries.lower(tx, sessionId, memberId))) return [];
      const subject = { type: 'session', id: sessionId };
      await this.audit.record(tx, {
        actor: connection.actor,
        action: 'room.hand-lowered',
        subject,
        after: { memberId },
      });
      return [handChanged(memberId, false)];
    });
  }

  /** Whose hands are up, first up first. @throws DomainError not-found, forbidden */
  async raised(actor: Actor, sessionId: string, query: PageQuery): Promise<Page<RaisedHand>> {
    const place = found(await this.queries.place(this.database, sessionId, actor.memberId));
    if (!mayInRoom(place.role, 'room.behind')) throw new DomainError('forbidden');
    const subject = { type: 'session', id: sessionId };
    const page = await this.handsQueries.raised(sessionId, query);
    return this.bulkReads.noted({ actor, action: 'room.hands-read', subject, query }, page);
  }

  private store(sessionId: string, batch: readonly Asking[]): Promise<(number | Error)[]> {
    return this.database.transaction(async (tx) => {
      const memberIds = batch.map(({ memberId }) => memberId);
      const { room, places } = await this.batch.gather(tx, sessionId, memberIds);
      const known = await this.log.knownAmong(tx, sessionId, batch);
      const isTaken = (one: Asking): boolean =>
        !known.has(clientKey(one)) && !(places.get(one.memberId) instanceof Error);
      const taken = batch.filter(isTaken);
      const latest = new Map(taken.map(({ memberId, isRaised }) => [memberId, isRaised]));
      const hands = [...latest].map(([memberId, isRaised]) => ({ memberId, isRaised }));
      await this.handsQueries.set(tx, sessionId, hands, this.clock.now());
      const events = taken.map((one) => ({ ...handChanged(one.memberId, one.isRaised), by: one }));
      const seqs = (await this.log.append(tx, room, events)).values();
      return batch.map((one) => {
        const place = places.get(one.memberId);
        const first = known.get(clientKey(one)) ?? (place instanceof Error ? place : undefined);
        return first ?? seqs.next().value ?? 0;
      });
    });
  }
}

/** To staff and whose hand it is. */
export function handChanged(memberId: string, isRaised: boolean): NewEvent {
  return { kind: 'hand.changed', payload: { isRaised }, audience: 'about', aboutId: memberId };
}
