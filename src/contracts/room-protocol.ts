// What travels between a client and the live room, both ways: one list, read by server, web app and tests.
//
// The promise: every event of a room has the next `seq` (1, 2, 3 …). A client keeps the last seq it has shown, shows
// events strictly in order, and whenever it connects anew or sees a gap it sends `room.join` with that seq and gets
// exactly what it missed, or a snapshot when it missed too much. A command with the same `id` has one effect and one answer.

import { z } from 'zod';
import type { ErrorCode, FieldProblem } from './error-codes.js';
import { id, paragraph } from './schemas.js';

/** Sent as `v` with every command; a server that speaks another version refuses with `invalid-input`, field `v`. */
export const ROOM_PROTOCOL = 1;

/** A gap longer than this is answered with a snapshot. */
export const LONGEST_GAP = 500;
/** How many of the latest events a snapshot holds. */
export const SNAPSHOT_EVENTS = 100;
export const LONGEST_CHAT_TEXT = 500;
/** Connections one member may have in one room; a further one closes the oldest. */
export const MOST_DEVICES = 3;

const v = z.literal(ROOM_PROTOCOL);

/** Enter a session's room, or catch up in it: `lastSeq` is the last seq this client has shown. */
export const roomJoin = z.strictObject({ v, sessionId: id, lastSeq: z.int().min(0).optional() });
export const roomLeave = z.strictObject({ v });
/** `id` is made by the client, once a message, and kept through every retry. */
export const chatPost = z.strictObject({ v, id, text: paragraph(LONGEST_CHAT_TEXT).pipe(z.string().min(1)) });

export type RoomJoin = z.input<typeof roomJoin>;
export type RoomLeave = z.input<typeof roomLeave>;
export type ChatPost = z.input<typeof chatPost>;

/** The commands a client may send, with the schema each is checked by. */
export const ROOM_COMMANDS = { 'room.join': roomJoin, 'room.leave': roomLeave, 'chat.post': chatPost } as const;
export type RoomCommand = keyof typeof ROOM_COMMANDS;

/** Where the session stands. Instants are ISO 8601 UTC. */
export interface RoomSession {
  state: 'draft' | 'published' | 'live' | 'ended' | 'cancelled';
  wentLiveAt: string | null;
  endedAt: string | null;
}

interface Numbered {
  seq: number;
  /** When the server took it, ISO 8601 UTC. */
  at: string;
}

/** Something that happened in the room, in order, and is kept. */
export type RoomEvent = Numbered &
  (
    | {
        kind: 'chat.posted';
        /** The id the client gave: it finds its own message by it. */
        id: string;
        text: string;
        author: { memberId: string; name: string; isStaff: boolean };
      }
    | { kind: 'session.changed'; session: RoomSession }
  );
export type RoomEventKind = RoomEvent['kind'];

/** Why a command was refused; `detail` and `fields` speak the member's language. */
export interface Refusal {
  code: ErrorCode;
  detail: string;
  fields?: FieldProblem[];
  /** With `rate-limited`: when to try again. */
  retryAfterSeconds?: number;
}

/**
 * `snapshot`: forget what you have, `events` are the latest ones. `gap`: append `events` to what you have; they follow
 * the `lastSeq` you sent without a hole. `seq` is the room's last seq in either case.
 */
export interface Joined {
  ok: true;
  seq: number;
  mode: 'snapshot' | 'gap';
  events: RoomEvent[];
  session: RoomSession;
  /** Members in the room, each counted once. */
  count: number;
  me: { memberId: string; name: string; isStaff: boolean };
}

export interface Posted {
  ok: true;
  /** The message's place in the room; the same for every retry of the same id. */
  seq: number;
}

export type Acknowledge<Answer> = (answer: Answer | Refusal) => void;

/** Every command is acknowledged, whatever it holds: with its answer once that is stored, or with a refusal. */
export interface ClientToServer {
  'room.join': (command: RoomJoin, ack: Acknowledge<Joined>) => void;
  'room.leave': (command: RoomLeave, ack: Acknowledge<{ ok: true }>) => void;
  'chat.post': (command: ChatPost, ack: Acknowledge<Posted>) => void;
}

/** Why the server closes a connection; after any but `server-restarts` the client must not come back by itself. */
export type GoodbyeReason = 'signed-out' | 'no-access' | 'room-closed' | 'too-many-devices' | 'server-restarts';

export interface ServerToClient {
  /** What happened, in order, at most one packet each 50 ms; the first after a quiet moment comes at once. */
  'room.events': (packet: { sessionId: string; events: RoomEvent[] }) => void;
  /** How many members are here. Never stored, never numbered; the latest one counts. */
  'room.presence': (packet: { sessionId: string; count: number }) => void;
  /** Said before the server closes this connection. */
  'room.goodbye': (packet: { reason: GoodbyeReason }) => void;
  /** A command that came without an acknowledgement function was refused. */
  'room.refused': (refusal: Refusal & { command: string }) => void;
}
