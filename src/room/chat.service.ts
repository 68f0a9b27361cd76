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
import { clientKey, RoomLog, type ClientCommand } from './room-log.service.js';
import { RoomQueries, type Place } from './room.queries.js';
import { isGreenRoom } from './room.rules.js';
import { decideAll, type Refused } from './speaking.rules.js';
import { WordLists } from './word-lists.service.js';

interface Message extends ClientCommand {
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
    private readonly wordLists: WordLists,
  ) {}

  /**
   * Answers after the commit; a message stored before keeps its answer, whatever holds now.
   * @throws DomainError wrong-state (in no room), room-closed, removed-from-room, muted-in-room, staff-only,
   *   unwelcome-words, rate-limited (slow mode)
   */
  async post(connection: RoomConnection, { id, text }: CommandOf<'chat.post'>): Promise<Posted> {
    const { sessionId } = seatOf(connection);
    const memberId = connection.visitor.id;
    return { ok: true, seq: await this.messages.submit(sessionId, { memberId, clientId: id, text }) };
  }

  /** @throws DomainError wrong-state (in no room) */
  async load(connection: RoomConnection, { after, before, limit }: CommandOf<'chat.load'>): Promise<LoadedChat> {
    const { sessionId, isStaff } = seatOf(connection);
    const range = { after, before, limit: limit + 1 };
    const found = await this.queries.messages(this.database, sessionId, isStaff, range);
    return { ok: true, messages: found.slice(-limit).map(toMessage), hasMore: found.length > limit };
  }

  /** One batch of messages in one transaction; whoever may not speak any more fails alone. */
  private store(sessionId: string, batch: readonly Message[]): Promise<(number | Error)[]> {
    return this.database.transaction(async (tx) => {
      const room = await this.log.lock(tx, sessionId);
      const known = await this.log.knownAmong(tx, sessionId, batch);
      const fresh = batch.filter((message) => !known.has(clientKey(message)));
      if (fresh.length === 0) return batch.map((message) => known.get(clientKey(message)) ?? 0);
      const { refusals, events } = await this.decide(tx, sessionId, fresh);
      const seqs = (await this.log.append(tx, room, events)).values();
      const answers = refusals.map((refused) => (refused ? refusal(refused) : (seqs.next().value ?? 0))).values();
      return batch.map((message) => known.get(clientKey(message)) ?? answers.next().value ?? 0);
    });
  }

  /** What staff say while members may not be there yet stays among staff. */
  private async decide(tx: Tx, sessionId: string, messages: readonly Message[]) {
    const memberIds = [...new Set(messages.map(({ memberId }) => memberId))];
    const places = new Map<string, Place>();
    for (const place of await this.queries.places(tx, sessionId, memberIds)) places.set(place.memberId, place);
    const [session] = places.values();
    if (!session) return { refusals: messages.map((): Refused => ({ code: 'room-closed' })), events: [] };
    const settings = await this.queries.settings(tx, sessionId);
    const slowed = settings.slowSeconds > 0 ? memberIds : [];
    const lastSpoken = await this.queries.lastSpoken(tx, sessionId, slowed);
    const speakers = [...places].map(
      ([id, place]) => [id, { ...place, lastSpokeAt: lastSpoken.get(id) ?? null }] as const,
    );
    const unwelcome = await this.wordLists.matcher(tx, session.cooperativeId);
    const sayings = messages.map((message) => ({
      memberId: message.memberId,
      key: clientKey(message),
      isWelcome: !unwelcome.isIn(message.text),
    }));
    const now = this.clock.now();
    const refusals = decideAll(sayings, new Map(speakers), settings, session, now);
    const audience = isGreenRoom(session, now) ? ('staff' as const) : ('all' as const);
    const events = messages
      .filter((_, index) => !refusals[index])
      .map(({ memberId, clientId, text }) => ({
        kind: 'chat.posted' as const,
        payload: { text, isStaff: places.get(memberId)?.isStaff ?? false },
        by: { memberId, clientId, isGuest: places.get(memberId)?.isGuest ?? false },
        audience,
      }));
    return { refusals, events };
  }
}

export function refusal({ code, retryAfterSeconds }: Refused): DomainError {
  return new DomainError(code, [], retryAfterSeconds);
}
