// Entering, leaving and speaking in a room: decided by the rules, stored before it is answered.

import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { PresenceService } from '../attendance/presence.service.js';
import type { Actor } from '../contracts/permissions.js';
import { policiesWith, type Policies } from '../contracts/policies.js';
import {
  LONGEST_GAP,
  SNAPSHOT_EVENTS,
  type chatPost,
  type Joined,
  type Posted,
  type RoomEvent,
  type roomJoin,
  type RoomSession,
} from '../contracts/room-protocol.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { RoomConnection } from './room-connection.js';
import { RoomLog } from './room-log.service.js';
import { RoomPresenceQueries, type PersonHere } from './room-presence.queries.js';
import { RoomQueries, type Place } from './room.queries.js';
import { entry, replay, type RoomTimes } from './room.rules.js';

interface Message {
  memberId: string;
  isStaff: boolean;
  id: string;
  text: string;
}

@Injectable()
export class RoomService {
  private readonly messages = new MicroBatcher<Message, number>((sessionId, batch) => this.store(sessionId, batch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: RoomQueries,
    private readonly presenceQueries: RoomPresenceQueries,
    private readonly log: RoomLog,
    private readonly presence: PresenceService,
    private readonly bulkReads: BulkReads,
  ) {}

  /** @throws DomainError not-found, forbidden (no confirmed registration), room-closed (not yet or no more) */
  async join(connection: RoomConnection, command: z.output<typeof roomJoin>): Promise<Joined> {
    const { sessionId } = command;
    const place = found(await this.queries.place(sessionId, connection.actor.memberId));
    this.assertMayEnter(place);
    // Its goodbye has been handled already: a seat taken now would never be given back.
    if (!connection.isOpen) throw new DomainError('unavailable');
    if (connection.seat?.sessionId !== sessionId) {
      await this.leave(connection);
      await this.takeSeat(connection, place);
    }
    const { mode, seq, events } = await this.missed(place, command.lastSeq);
    const { memberId, name, isStaff } = place;
    const count = await this.presenceQueries.count(sessionId);
    return { ok: true, seq, mode, events, session: toRoomSession(place), count, me: { memberId, name, isStaff } };
  }

  /** @param at when it was last there: now on a clean goodbye, else the last packet received. */
  async leave(connection: RoomConnection, at: Date = this.clock.now()): Promise<void> {
    const { seat } = connection;
    if (!seat) return;
    connection.seat = undefined;
    connection.unfollow(seat.sessionId);
    await this.presence.end(seat.spanId, at);
  }

  /** Answers after the commit. @throws DomainError wrong-state (in no room), room-closed */
  async post(connection: RoomConnection, command: z.output<typeof chatPost>): Promise<Posted> {
    const { seat } = connection;
    if (!seat) throw new DomainError('wrong-state');
    const seq = await this.messages.submit(seat.sessionId, {
      memberId: connection.actor.memberId,
      isStaff: seat.isStaff,
      id: command.id,
      text: command.text,
    });
    return { ok: true, seq };
  }

  /** For staff of the session. @throws DomainError not-found, forbidden */
  async people(actor: Actor, sessionId: string, query: PageQuery): Promise<Page<PersonHere>> {
    const place = found(await this.queries.place(sessionId, actor.memberId));
    if (!place.isStaff) throw new DomainError('forbidden');
    const subject = { type: 'session', id: sessionId };
    const page = await this.presenceQueries.people(sessionId, query);
    return this.bulkReads.noted({ actor, action: 'room.people-read', subject, query }, page);
  }

  /** Notes in the room where the session stands now, so that everybody in it learns it in order. */
  async noteSession(tx: Tx, sessionId: string): Promise<void> {
    const room = await this.log.lock(tx, sessionId);
    const session = await readSession(tx, sessionId);
    if (session) await this.log.append(tx, room, [{ kind: 'session.changed', payload: toRoomSession(session) }]);
  }

  private assertMayEnter(place: Place): void {
    const may = entry(place, place, this.clock.now());
    if (may === 'not-registered') throw new DomainError('forbidden');
    if (may !== 'enter') throw new DomainError('room-closed');
  }

  private async takeSeat(connection: RoomConnection, place: Place): Promise<void> {
    const { sessionId, name, isStaff } = place;
    const { cooperativeId, memberId } = connection.actor;
    const spanId = newId();
    await connection.follow(sessionId);
    try {
      const lastHeardAt = (): Date => connection.lastHeardAt;
      await this.presence.open({ id: spanId, cooperativeId, sessionId, memberId, lastHeardAt });
    } catch (error) {
      connection.unfollow(sessionId);
      throw error;
    }
    connection.seat = { spanId, sessionId, name, isStaff };
  }

  /** Read only after the connection follows the room: what is stored later is sent to it, so nothing falls between. */
  private async missed(
    place: Place,
    lastSeq: number | undefined,
  ): Promise<{ mode: 'gap' | 'snapshot'; seq: number; events: RoomEvent[] }> {
    if (lastSeq !== undefined && replay(lastSeq, place.seq) === 'gap') {
      const events = await this.queries.after(place.sessionId, lastSeq, LONGEST_GAP + 1);
      if (events.length <= LONGEST_GAP) return { mode: 'gap', seq: events.at(-1)?.seq ?? lastSeq, events };
    }
    const events = await this.queries.latest(place.sessionId, SNAPSHOT_EVENTS);
    return { mode: 'snapshot', seq: events.at(-1)?.seq ?? 0, events };
  }

  /** One batch of messages in one transaction; whoever may not speak any more fails alone. */
  private store(sessionId: string, batch: readonly Message[]): Promise<(number | Error)[]> {
    return this.database.transaction(async (tx) => {
      const room = await this.log.lock(tx, sessionId);
      const session = await readSession(tx, sessionId);
      const now = this.clock.now();
      const may = batch.map((message) => session !== undefined && entry(speaker(message), session, now) === 'enter');
      const seqs = await this.log.append(
        tx,
        room,
        batch
          .filter((_, index) => may[index])
          .map(({ memberId, id, isStaff, text }) => ({
            kind: 'chat.posted' as const,
            payload: { text, isStaff },
            by: { memberId, clientId: id },
          })),
      );
      const answers = seqs.values();
      return may.map((allowed) => (allowed ? (answers.next().value ?? 0) : new DomainError('room-closed')));
    });
  }
}

/** Who speaks holds a seat, so was let in; a registration cancelled since ends the seat within two seconds. */
function speaker(message: Message) {
  return { hasLeft: false, isStaff: message.isStaff, isConfirmed: true };
}

type SessionRow = RoomTimes & { wentLiveAt: Date | null };

async function readSession(tx: Tx, sessionId: string): Promise<SessionRow | undefined> {
  const [row] = await tx.sql<Omit<SessionRow, 'hours'> & { policies: Partial<Policies> }>(
    `SELECT s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.went_live_at AS "wentLiveAt",
       s.ended_at AS "endedAt", c.policies
     FROM sessions s JOIN cooperatives c ON c.id = s.cooperative_id WHERE s.id = $1`,
    [sessionId],
  );
  return row && { ...row, hours: policiesWith(row.policies) };
}

function toRoomSession(session: Pick<SessionRow, 'state' | 'wentLiveAt' | 'endedAt'>): RoomSession {
  return {
    state: session.state,
    wentLiveAt: session.wentLiveAt?.toISOString() ?? null,
    endedAt: session.endedAt?.toISOString() ?? null,
  };
}
