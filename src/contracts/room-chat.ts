// The room's chat and its order: messages, what staff do with them, how the room is set, who is held back.

import { z } from 'zod';
import { act, ask, type RoomPerson } from './room-command.js';
import { id, line, paragraph } from './schemas.js';

export const LONGEST_CHAT_TEXT = 500;
export const LONGEST_REASON = 300;
/** One's own message can be changed or taken back this long after it was taken; staff may delete at any time. */
export const CHAT_EDIT_SECONDS = 120;
/** The longest pause that slow mode may ask for between two messages of one member. */
export const SLOWEST_SECONDS = 300;

const chatText = paragraph(LONGEST_CHAT_TEXT).pipe(z.string().min(1));
const messageSeq = z.int().min(1);
const reason = line(LONGEST_REASON);

export const CHAT_COMMANDS = {
  'chat.post': act({ text: chatText }),
  /** One's own, within two minutes. `message` is the seq it was posted with. */
  'chat.edit': act({ message: messageSeq, text: chatText }),
  /** One's own within two minutes; anybody's for staff. The text is gone from the room's log as well. */
  'chat.delete': act({ message: messageSeq }),
  /** For staff to look at; once a member and message. */
  'chat.report': act({ message: messageSeq, reason }),
  /** One message stands above the chat; null takes it down. Staff. */
  'chat.pin': act({ message: messageSeq.nullable() }),
  /** Messages between two seqs, newest `limit` of them, in order: older ones, or those a text-only client was told of. */
  'chat.load': ask({
    after: z.int().min(0).optional(),
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
} as const;

/** The room's order. */
export const ORDER_COMMANDS = {
  /** Said to everybody, above the chat and aloud to screen readers; an empty text takes it down. Staff. */
  'room.announce': act({ text: paragraph(LONGEST_CHAT_TEXT) }),
  /** What is absent stays. Staff. */
  'room.configure': act({
    chat: z.enum(['open', 'staff-only']).optional(),
    slowSeconds: z.int().min(0).max(SLOWEST_SECONDS).optional(),
    questions: z.enum(['moderated', 'open', 'closed']).optional(),
    anonymous: z.boolean().optional(),
  }),
  /** A break of a session that is on, until it goes on: its time counts for nobody. Staff. */
  'session.break': act({ isOnBreak: z.boolean() }),
  /** Holds across reconnects, devices and nodes, for this session. Staff; never against staff. */
  'member.mute': act({ memberId: id, isMuted: z.boolean(), reason }),
  /** Out of the room, and not let in again until undone. Staff; never against staff. */
  'member.remove': act({ memberId: id, isRemoved: z.boolean(), reason }),
} as const;

export const REACTIONS = ['thanks', 'clap', 'heart', 'laugh', 'agree'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** How a room is set. `questions`: `moderated` ones wait for staff before others see them. */
export interface RoomSettings {
  chat: 'open' | 'staff-only';
  slowSeconds: number;
  questions: 'moderated' | 'open' | 'closed';
  /** Whether a question may be asked without its asker's name. */
  anonymous: boolean;
}

export interface ChatMessage {
  seq: number;
  /** When the server took it, ISO 8601 UTC. */
  at: string;
  /** The id the client gave: it finds its own message by it. */
  id: string;
  /** Null: deleted. */
  text: string | null;
  isEdited: boolean;
  author: RoomPerson & { isStaff: boolean };
}

export interface Announcement {
  text: string;
  at: string;
  by: RoomPerson;
}

/** That a member reported a message; `seq` is the report's own. */
export interface ChatReport {
  seq: number;
  message: number;
  reason: string;
  by: RoomPerson;
}

/** Each as it stands now: applying one twice, or late, changes nothing more. */
export type ChatEvent =
  | ({ kind: 'chat.posted' } & Omit<ChatMessage, 'seq' | 'at'>)
  /** `text` null: deleted since. */
  | { kind: 'chat.edited'; message: number; text: string | null }
  | { kind: 'chat.deleted'; message: number }
  | { kind: 'chat.pinned'; message: ChatMessage | null }
  | { kind: 'room.announced'; announcement: Announcement | null }
  | { kind: 'room.configured'; settings: RoomSettings }
  /** To staff: a member reported a message. */
  | ({ kind: 'chat.reported' } & Omit<ChatReport, 'seq'>)
  /** To staff and the one it concerns. */
  | { kind: 'member.muted'; member: RoomPerson; isMuted: boolean; reason: string }
  /** To staff; the one removed is told by their goodbye. */
  | { kind: 'member.removed'; member: RoomPerson; isRemoved: boolean; reason: string };
