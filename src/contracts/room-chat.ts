// The room's chat and its order: messages, what staff do with them, how the room is set, who is held back.

import { z } from 'zod';
import { act, ask, type RoomPerson } from './room-command.js';
import { paragraph } from './schemas.js';

export const LONGEST_CHAT_TEXT = 500;
export const LONGEST_REASON = 300;
/** One's own message can be changed or taken back this long after it was taken; staff may delete at any time. */
export const CHAT_EDIT_SECONDS = 120;
/** The longest pause that slow mode may ask for between two messages of one member. */
export const SLOWEST_SECONDS = 300;

const chatText = paragraph(LONGEST_CHAT_TEXT).pipe(z.string().min(1));

export const CHAT_COMMANDS = {
  'chat.post': act({ text: chatText }),
  /** Messages between two seqs, newest `limit` of them, in order: older ones, or those a text-only client was told of. */
  'chat.load': ask({
    after: z.int().min(0).optional(),
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
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

/** Each as it stands now: applying one twice, or late, changes nothing more. */
export type ChatEvent =
  | ({ kind: 'chat.posted' } & Omit<ChatMessage, 'seq' | 'at'>)
  | { kind: 'chat.edited'; message: number; text: string }
  | { kind: 'chat.deleted'; message: number }
  | { kind: 'chat.pinned'; message: ChatMessage | null }
  | { kind: 'room.announced'; announcement: Announcement | null }
  | { kind: 'room.configured'; settings: RoomSettings }
  /** To staff: a member reported a message. */
  | { kind: 'chat.reported'; message: number; reason: string; by: RoomPerson }
  /** To staff and the one it concerns. */
  | { kind: 'member.muted'; member: RoomPerson; isMuted: boolean; reason: string }
  /** To staff; the one removed is told by their goodbye. */
  | { kind: 'member.removed'; member: RoomPerson; isRemoved: boolean; reason: string };
