// What of the chat and the room's order is told to whom, and what a newcomer finds of them.

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SNAPSHOT_MESSAGES, SNAPSHOT_REPORTS } from '../contracts/room-state.js';
import type { ChatMessage, ChatReport } from '../contracts/room-chat.js';
import type { RoomEventKind } from '../contracts/room-protocol.js';
import type { Tx } from '../platform/database/tx.js';
import {
  RoomParts,
  type OwnSnapshot,
  type RoomPart,
  type SharedSnapshot,
  type StoredEvent,
  type TranscriptLine,
} from './room-parts.service.js';
import { chatTranscript } from './room-chat-transcript.js';
import { RoomQueries, type Reader } from './room.queries.js';

const NOBODY = { memberId: '', name: '' };

/** Kinds of events that hold what somebody wrote. */
const WITH_WORDS = ['chat.posted', 'chat.edited', 'chat.pinned', 'room.announced'] as const satisfies RoomEventKind[];
const WITH_A_REASON = ['chat.reported', 'member.muted', 'member.removed'] as const satisfies RoomEventKind[];

@Injectable()
export class RoomChatPart implements RoomPart, OnModuleInit {
  readonly renderers: RoomPart['renderers'] = {
    'session.changed': ({ kind, payload }) => ({ kind, session: { breakSince: null, ...payload } }),
    'chat.posted': (event) => {
      const { seq: _, at: __, ...message } = toMessage(event);
      return { kind: event.kind, ...message };
    },
    'chat.edited': ({ kind, payload }) => ({ kind, ...payload }),
    'chat.deleted': ({ kind, payload }) => ({ kind, ...payload }),
    'chat.pinned': (event) => ({ kind: event.kind, message: pinnedOf(event) }),
    'chat.reported': ({ kind, payload, by }) => ({ kind, ...payload, by: by ?? NOBODY }),
    'room.announced': (event) => ({ kind: event.kind, announcement: announcementOf(event) }),
    'room.configured': ({ kind, payload }) => ({ kind, ...payload }),
    'member.muted': ({ kind, payload, about }) => ({ kind, ...payload, member: about ?? NOBODY }),
    'hand.changed': ({ kind, payload, about }) => ({ kind, ...payload, member: about ?? NOBODY }),
    'member.removed': ({ kind, payload, about }) => ({ kind, ...payload, member: about ?? NOBODY }),
  };

  constructor(
    private readonly parts: RoomParts,
    private readonly queries: RoomQueries,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async shared(tx: Tx, sessionId: string, isStaff: boolean): Promise<Partial<SharedSnapshot>> {
    const messages = await this.queries.messages(tx, sessionId, isStaff, { limit: SNAPSHOT_MESSAGES });
    const pinned = await this.queries.lastOf(tx, sessionId, 'chat.pinned');
    const announced = await this.queries.lastOf(tx, sessionId, 'room.announced');
    return {
      chat: messages.map(toMessage),
      pinned: pinned ? pinnedOf(pinned) : null,
      announcement: announced ? announcementOf(announced) : null,
      reports: isStaff ? (await this.queries.reports(tx, sessionId, SNAPSHOT_REPORTS)).map(toReport) : [],
      settings: await this.queries.settings(tx, sessionId),
    };
  }

  transcript(reader: Reader, sessionId: string): AsyncIterable<TranscriptLine> {
    return chatTranscript(reader, sessionId);
  }

  async own(tx: Tx, sessionId: string, memberId: string): Promise<OwnSnapshot> {
    return { mine: await this.queries.ownStanding(tx, sessionId, memberId) };
  }

  /** Messages and announcements, with every copy of them; why a message was reported, and why somebody was held back. */
  async empty(tx: Tx, sessionIds: readonly string[]): Promise<void> {
    await tx.sql(
      `UPDATE room_events SET payload = payload || CASE
         WHEN kind = 'chat.pinned' THEN '{"message": null}'::jsonb
         WHEN kind = 'room.announced' THEN '{"text": ""}'
         WHEN kind = ANY ($2) THEN '{"reason": ""}'
         ELSE '{"text": null}' END
       WHERE session_id = ANY ($1::uuid[]) AND kind = ANY ($2::text[] || $3::text[])`,
      [sessionIds, WITH_A_REASON, WITH_WORDS],
    );
  }
}

export function toMessage(event: StoredEvent<'chat.posted'>): ChatMessage {
  const { text, isEdited = false, isStaff } = event.payload;
  const author = { ...(event.by ?? NOBODY), isStaff };
  return { seq: event.seq, at: event.at.toISOString(), id: event.clientId ?? '', text, isEdited, author };
}

function toReport({ seq, payload, by }: StoredEvent<'chat.reported'>): ChatReport {
  return { seq, ...payload, by: by ?? NOBODY };
}

function pinnedOf({ payload: { message }, about }: StoredEvent<'chat.pinned'>): ChatMessage | null {
  if (!message) return null;
  const { isStaff, isEdited = false, ...rest } = message;
  return { ...rest, isEdited, author: { ...(about ?? NOBODY), isStaff } };
}

function announcementOf({ payload, at, by }: StoredEvent<'room.announced'>) {
  return payload.text === '' ? null : { text: payload.text, at: at.toISOString(), by: by ?? NOBODY };
}
