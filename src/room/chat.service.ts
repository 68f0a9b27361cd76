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
import { RoomQueries, type Speaking } from './room.queries.js';
import { isGreenRoom } from './room.rules.js';
import { decideAll, type Refused, type Speaker } from './speaking.rules.js';
import { WordLists } from './word-lists.service.js';

interface Message extends ClientCommand {
  text: string;
}

interface Speakers {
  /** Members wait between two messages. */
  areSlowed: boolean;
  byId: ReadonlyMap<string, Speaking & Speaker>;
}

const NONE: ReadonlyMap<string, number> = new Map();

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

  /**
   * One batch of messages in one transaction; whoever may not speak any more fails alone. What was stored before keeps its
   * seq when it is appended again: only a refused message has to be looked for, and hardly any is.
   */
  private store(sessionId: string, batch: readonly Message[]): Promise<(number | Error)[]> {
    return this.database.transaction(async (tx) => {
      const room = await this.log.lock(tx, sessionId);
      const speakers = await this.speakers(tx, sessionId, batch);
      // In slow mode a retry that is decided anew would count as having spoken.
      const known = speakers.areSlowed ? await this.log.knownAmong(tx, sessionId, batch) : NONE;
      const fresh = batch.filter((message) => !known.has(clientKey(message)));
      const { refusals, events } = await this.decide(tx, fresh, speakers);
      const refused = fresh.filter((_, place) => refusals[place]);
      const again = refused.length > 0 ? await this.log.knownAmong(tx, sessionId, refused) : NONE;
      const seqs = (await this.log.append(tx, room, events)).values();
      const answers = refusals.map((no) => (no ? refusal(no) : (seqs.next().value ?? 0))).values();
      return batch.map((message) => {
        const key = clientKey(message);
        const answer = known.get(key) ?? answers.next().value ?? 0;
        return again.get(key) ?? answer;
      });
    });
  }

  /** Those who wrote, as they stand in the room now. */
  private async speakers(tx: Tx, sessionId: string, messages: readonly Message[]): Promise<Speakers> {
    const memberIds = [...new Set(messages.map(({ memberId }) => memberId))];
    const people = await this.queries.speakers(tx, sessionId, memberIds);
    const areSlowed = people.some(({ settings }) => settings.slowSeconds > 0);
    const lastSpoken = await this.queries.lastSpoken(tx, sessionId, areSlowed ? memberIds : []);
    const byId = new Map(
      people.map((one) => [one.memberId, { ...one, lastSpokeAt: lastSpoken.get(one.memberId) ?? null }]),
    );
    return { areSlowed, byId };
  }

  /** What staff say while members may not be there yet stays among staff. */
  private async decide(tx: Tx, messages: readonly Message[], { byId }: Speakers) {
    const [session] = byId.values();
    if (!session) return { refusals: messages.map((): Refused => ({ code: 'room-closed' })), events: [] };
    const { cooperativeId, wordsVersion, settings } = session;
    const unwelcome = await this.wordLists.matcherOf(tx, cooperativeId, wordsVersion);
    const sayings = messages.map((message) => ({
      memberId: message.memberId,
      key: clientKey(message),
      isWelcome: !unwelcome.isIn(message.text),
    }));
    const now = this.clock.now();
    const refusals = decideAll(sayings, byId, settings, session, now);
    const audience = isGreenRoom(session, now) ? ('staff' as const) : ('all' as const);
    const events = messages
      .filter((_, index) => !refusals[index])
      .map(({ memberId, clientId, text }) => ({
        kind: 'chat.posted' as const,
        payload: { text, isStaff: byId.get(memberId)?.isStaff ?? false },
        by: { memberId, clientId, isGuest: byId.get(memberId)?.isGuest ?? false },
        audience,
      }));
    return { refusals, events };
  }
}

export function refusal({ code, retryAfterSeconds }: Refused): DomainError {
  return new DomainError(code, [], retryAfterSeconds);
}
