// What becomes of a message once it is said: changed, taken back, put above the chat, shown to staff. What is taken away is
// gone from every row that held it.

import { Injectable } from '@nestjs/common';
import { CHAT_EDIT_SECONDS } from '../contracts/room-chat.js';
import { mayInRoom } from '../contracts/room-permissions.js';
import type { CommandOf, Posted } from '../contracts/room-protocol.js';
import { Audit } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { refusal } from './chat.service.js';
import type { RoomConnection } from './room-connection.js';
import { RoomDesk, type AtTheDesk } from './room-desk.service.js';
import type { NewEvent } from './room-log.service.js';
import type { StoredEvent } from './room-payloads.js';
import { RoomQueries } from './room.queries.js';
import { mayWrite } from './speaking.rules.js';
import { WordLists } from './word-lists.service.js';

type Message = StoredEvent<'chat.posted'>;

@Injectable()
export class ChatChanges {
  constructor(
    private readonly desk: RoomDesk,
    private readonly queries: RoomQueries,
    private readonly audit: Audit,
    private readonly wordLists: WordLists,
  ) {}

  /** @throws DomainError not-found, forbidden (somebody else's), wrong-state (too late, or deleted), or as `chat.post` */
  edit(connection: RoomConnection, { id, message: seq, text }: CommandOf<'chat.edit'>): Promise<Posted> {
    return this.desk.act(connection, id, undefined, async (desk) => {
      const message = await this.standing(desk, seq);
      if (message.by?.memberId !== desk.place.memberId) throw new DomainError('forbidden');
      if (!isYoung(message, desk.now)) throw new DomainError('wrong-state');
      const settings = await this.queries.settings(desk.tx, desk.place.sessionId);
      const refused = mayWrite(desk.place, settings, desk.place, desk.now);
      if (refused) throw refusal(refused);
      if (!desk.place.isStaff) await this.wordLists.assertWelcome(desk.tx, desk.place.cooperativeId, text);
      if (message.payload.text === text) return [];
      await rewrite(desk.tx, desk.place.sessionId, seq, text);
      return [{ kind: 'chat.edited', payload: { message: seq, text }, audience: message.audience }];
    });
  }

  /** @throws DomainError not-found, forbidden (somebody else's), wrong-state (too late) */
  remove(connection: RoomConnection, { id, message: seq }: CommandOf<'chat.delete'>): Promise<Posted> {
    return this.desk.act(connection, id, undefined, async (desk) => {
      const { tx, place, now } = desk;
      const message = await this.message(desk, seq);
      const isOwn = message.by?.memberId === place.memberId;
      const mayAny = mayInRoom(place.role, 'chat.moderate');
      if (!isOwn && !mayAny) throw new DomainError('forbidden');
      if (message.payload.text === null) return [];
      if (!mayAny && !isYoung(message, now)) throw new DomainError('wrong-state');
      await rewrite(tx, place.sessionId, seq, null);
      if (!isOwn) await this.note(connection, tx, 'room.message-deleted', { message: seq });
      const pinned = await this.pinned(desk);
      const unpinned: NewEvent[] = pinned === seq ? [{ kind: 'chat.pinned', payload: { message: null } }] : [];
      return [{ kind: 'chat.deleted', payload: { message: seq }, audience: message.audience }, ...unpinned];
    });
  }

  /** @throws DomainError not-found, wrong-state (deleted) */
  report(connection: RoomConnection, { id, message: seq, reason }: CommandOf<'chat.report'>): Promise<Posted> {
    return this.desk.act(connection, id, undefined, async (desk) => {
      const { tx, place } = desk;
      await this.standing(desk, seq);
      const [before] = await tx.sql(
        `SELECT FROM room_events WHERE session_id = $1 AND kind = 'chat.reported' AND member_id = $2
           AND (payload->>'message')::int = $3`,
        [place.sessionId, place.memberId, seq],
      );
      if (before) return [];
      return [{ kind: 'chat.reported', payload: { message: seq, reason }, audience: 'staff' }];
    });
  }

  /** @throws DomainError not-found, forbidden, wrong-state (deleted, or among staff only) */
  pin(connection: RoomConnection, { id, message: seq }: CommandOf<'chat.pin'>): Promise<Posted> {
    return this.desk.act(connection, id, 'chat.moderate', async (desk) => {
      if ((await this.pinned(desk)) === seq) return [];
      const event = seq === null ? nothingPinned() : pinnedFrom(await this.standing(desk, seq));
      await this.note(connection, desk.tx, 'room.message-pinned', { message: seq });
      return [event];
    });
  }

  private async message({ tx, place }: AtTheDesk, seq: number): Promise<Message> {
    return found(await this.queries.message(tx, place.sessionId, place.isStaff, seq));
  }

  /** One that has not been deleted. */
  private async standing(desk: AtTheDesk, seq: number): Promise<Message> {
    const message = await this.message(desk, seq);
    if (message.payload.text === null) throw new DomainError('wrong-state');
    return message;
  }

  private async pinned({ tx, place }: AtTheDesk): Promise<number | null> {
    const last = await this.queries.lastOf(tx, place.sessionId, 'chat.pinned');
    return last?.payload.message?.seq ?? null;
  }

  private note({ actor, seat }: RoomConnection, tx: Tx, action: string, after: Record<string, unknown>): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { type: 'session', id: seat?.sessionId ?? '' }, after });
  }
}

function isYoung(message: Message, now: Date): boolean {
  return now.getTime() - message.at.getTime() <= CHAT_EDIT_SECONDS * 1_000;
}

function nothingPinned(): NewEvent {
  return { kind: 'chat.pinned', payload: { message: null } };
}

/** @throws DomainError wrong-state for what staff wrote among themselves: all would read it. */
function pinnedFrom({ seq, at, clientId, payload, audience, by }: Message): NewEvent {
  if (audience !== 'all') throw new DomainError('wrong-state');
  const message = { seq, at: at.toISOString(), id: clientId ?? '', ...payload };
  return { kind: 'chat.pinned', payload: { message }, ...concerning(by) };
}

function concerning(by: Message['by']): Pick<NewEvent, 'aboutId' | 'aboutGuestId'> {
  if (!by) return {};
  return by.isGuest ? { aboutGuestId: by.memberId } : { aboutId: by.memberId };
}

/** @param text null: deleted. In the message itself, in what told of earlier changes, and in pinned copies. */
async function rewrite(tx: Tx, sessionId: string, seq: number, text: string | null): Promise<void> {
  const change = text === null ? { text } : { text, isEdited: true };
  await tx.sql(
    `UPDATE room_events SET payload = CASE kind
       WHEN 'chat.posted' THEN payload || $3::jsonb
       WHEN 'chat.edited' THEN payload || $4::jsonb
       ELSE jsonb_set(payload, '{message}', payload->'message' || $3::jsonb) END
     WHERE session_id = $1 AND (kind = 'chat.posted' AND seq = $2
       OR kind = 'chat.edited' AND (payload->>'message')::int = $2
       OR kind = 'chat.pinned' AND (payload->'message'->>'seq')::int = $2)`,
    [sessionId, seq, JSON.stringify(change), JSON.stringify({ text })],
  );
}
