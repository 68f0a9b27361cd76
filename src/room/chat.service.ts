// Speaking in a room: many messages of one moment are stored together, each once, before any is answered.

import { Injectable } from '@nestjs/common';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import type { CommandOf, LoadedChat, Posted } from '../contracts/room-protocol.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { toMessage } from './room-chat-part.js';
import type { RoomConnection } from './room-connection.js';
import { seatOf } from './room-desk.service.js';
import { RoomLog } from './room-log.service.js';
import { RoomQueries } from './room.queries.js';
import { entry, type RoomTimes } from './room.rules.js';

interface Message {
  memberId: string;
  isStaff: boolean;
  id: string;
  text: string;
}

@Injectable()
export class ChatService {
  private readonly messages = new MicroBatcher<Message, number>((sessionId, batch) => this.store(sessionId, batch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: RoomQueries,
    private readonly log: RoomLog,
  ) {}

  /** Answers after the commit. @throws DomainError wrong-state (in no room), room-closed */
  async post(connection: RoomConnection, { id, text }: CommandOf<'chat.post'>): Promise<Posted> {
    const { sessionId, isStaff } = seatOf(connection);
    const { memberId } = connection.actor;
    return { ok: true, seq: await this.messages.submit(sessionId, { memberId, isStaff, id, text }) };
  }

  /** @throws DomainError wrong-state (in no room) */
  async load(connection: RoomConnection, { after, before, limit }: CommandOf<'chat.load'>): Promise<LoadedChat> {
    const { sessionId } = seatOf(connection);
    const found = await this.queries.messages(this.database, sessionId, { after, before, limit: limit + 1 });
    return { ok: true, messages: found.slice(-limit).map(toMessage), hasMore: found.length > limit };
  }

  /** One batch of messages in one transaction; whoever may not speak any more fails alone. */
  private store(sessionId: string, batch: readonly Message[]): Promise<(number | Error)[]> {
    return this.database.transaction(async (tx) => {
      const room = await this.log.lock(tx, sessionId);
      const times = await readTimes(tx, sessionId);
      const now = this.clock.now();
      const may = batch.map((message) => times !== undefined && entry(speaker(message), times, now) === 'enter');
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
  return { hasLeft: false, isStaff: message.isStaff, isConfirmed: true, isRemoved: false };
}

async function readTimes(tx: Tx, sessionId: string): Promise<RoomTimes | undefined> {
  const [row] = await tx.sql<RoomTimes>(
    `SELECT state, starts_at AS "startsAt", ends_at AS "endsAt", ended_at AS "endedAt" FROM sessions WHERE id = $1`,
    [sessionId],
  );
  return row;
}
