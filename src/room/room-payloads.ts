// How each kind of event stands in the room's rows: the room's own facts without names, which are looked up when read.

import type { ChatEvent, ChatMessage, RoomSettings } from '../contracts/room-chat.js';
import type { PollEvent } from '../contracts/room-polls.js';
import type { RoomEventKind } from '../contracts/room-protocol.js';
import type { RoomSession } from '../contracts/room-snapshot.js';
import type { QuestionEvent, RoomQuestion } from '../contracts/room-questions.js';

type ChatKind<Kind extends ChatEvent['kind']> = Omit<Extract<ChatEvent, { kind: Kind }>, 'kind'>;

/** A message as it is kept; its author is the row's own. */
export interface StoredMessage {
  text: string | null;
  isEdited?: boolean;
  isStaff: boolean;
}

export interface StoredPayloads {
  'chat.posted': StoredMessage;
  'chat.edited': ChatKind<'chat.edited'>;
  'chat.deleted': ChatKind<'chat.deleted'>;
  /** About its author. */
  'chat.pinned': { message: (Pick<ChatMessage, 'seq' | 'at' | 'id'> & StoredMessage) | null };
  'chat.reported': { message: number; reason: string };
  'room.announced': { text: string };
  'room.configured': { settings: RoomSettings };
  /** Both about the one it concerns. */
  'member.muted': { isMuted: boolean; reason: string };
  'member.removed': { isRemoved: boolean; reason: string };
  /** About the asker. */
  'question.changed': { question: Omit<RoomQuestion, 'author'>; staffSeesAsker: boolean };
  'question.voted': Omit<Extract<QuestionEvent, { kind: 'question.voted' }>, 'kind'>;
  'poll.changed': Omit<Extract<PollEvent, { kind: 'poll.changed' }>, 'kind'>;
  /** About whose hand it is. */
  'hand.changed': { isRaised: boolean };
  'poll.deleted': { pollId: string };
  'poll.counted': Omit<Extract<PollEvent, { kind: 'poll.counted' }>, 'kind'>;
  /** What was stored before there were breaks says nothing of them. */
  'session.changed': Omit<RoomSession, 'breakSince'> & Partial<Pick<RoomSession, 'breakSince'>>;
}

/**
 * Who is told: `all`; `staff` of the session; `about`: staff, and the one the event is about; `each`: all, and the one it is
 * about in a packet of their own. What each is told of it is for the kind's renderer to say.
 */
export type Audience = 'all' | 'staff' | 'about' | 'each';

interface Named {
  memberId: string;
  name: string;
  isGuest?: true;
}

/** An event as it was read, names and all. */
export type StoredEvent<Kind extends RoomEventKind = RoomEventKind> = {
  [Each in Kind]: {
    seq: number;
    at: Date;
    kind: Each;
    payload: StoredPayloads[Each];
    audience: Audience;
    clientId: string | null;
    /** Who did it; null: the session itself. */
    by: Named | null;
    about: Named | null;
  };
}[Kind];
