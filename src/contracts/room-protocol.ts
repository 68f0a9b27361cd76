// What travels between a client and the live room, both ways: one list, read by server, web app and tests.
//
// The promise: everything that changes a room's state has the room's next `seq` (1, 2, 3 …). A client keeps the state it
// was given, applies events strictly in order (room-state.ts), and whenever it connects anew or sees a gap it sends
// `room.join` with the last seq it has and gets exactly what it missed, or a fresh snapshot when it missed too much.
// Not everybody is told everything (a question that waits is for staff), so a packet says which seqs it covers:
// those after `after`, up to `seq`. A command with the same `id` has one effect and one answer.

import { z } from 'zod';
import type { ErrorCode, FieldProblem } from './error-codes.js';
import { CHAT_COMMANDS, ORDER_COMMANDS, type ChatEvent, type ChatMessage, type Reaction } from './room-chat.js';
import { ask, type Posted, type RoomPerson } from './room-command.js';
import type { RoomRole } from './room-permissions.js';
import { POLL_COMMANDS, type EarlyResults, type PollAnswered, type PollEvent, type PollResults } from './room-polls.js';
import {
  QUESTION_COMMANDS,
  type LoadedQuestions,
  type QuestionEvent,
  type SimilarQuestions,
} from './room-questions.js';
import { SIGNAL_COMMANDS, type HandEvent } from './room-signals.js';
import type { RoomSession, RoomSnapshot } from './room-snapshot.js';
import { id } from './schemas.js';

export { ROOM_PROTOCOL, type Posted, type RoomPerson } from './room-command.js';
export type { RoomSession, RoomSnapshot } from './room-snapshot.js';

/** A gap longer than this is answered with a snapshot. */
export const LONGEST_GAP = 500;

/** The commands a client may send, with the schema each is checked by. */
export const ROOM_COMMANDS = {
  /**
   * Enter a session's room, or catch up in it: `lastSeq` is the last seq this client has applied. `text`: chat is not
   * sent but counted, and loaded by `chat.load`; everything else comes as usual, at most each two seconds.
   */
  'room.join': ask({
    sessionId: id,
    lastSeq: z.int().min(0).optional(),
    mode: z.enum(['full', 'text']).default('full'),
  }),
  'room.leave': ask({}),
  ...CHAT_COMMANDS,
  ...ORDER_COMMANDS,
  ...POLL_COMMANDS,
  ...QUESTION_COMMANDS,
  ...SIGNAL_COMMANDS,
} as const;
export type RoomCommand = keyof typeof ROOM_COMMANDS;
/** What a client sends with a command. */
export type CommandInput<Command extends RoomCommand> = z.input<(typeof ROOM_COMMANDS)[Command]>;
/** The same, checked and completed. */
export type CommandOf<Command extends RoomCommand> = z.output<(typeof ROOM_COMMANDS)[Command]>;

interface Numbered {
  seq: number;
  /** When the server took it, ISO 8601 UTC. */
  at: string;
}

/** Something that happened in the room, in order, and is kept. */
export type RoomEvent = Numbered &
  (ChatEvent | QuestionEvent | PollEvent | HandEvent | { kind: 'session.changed'; session: RoomSession });
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
 * `snapshot`: forget what you have, `snapshot` is how the room stands. `gap`: apply `events` to what you have; they are
 * all that you may know of between the `lastSeq` you sent and `seq`. `seq` is how far you are then. `early`: what polls that
 * run came to so far, of those that you answered and may see; no event says so, `poll.results` brings newer ones.
 */
export type Joined = {
  ok: true;
  seq: number;
  /** Members in the room, each counted once. */
  count: number;
  me: Me;
} & (
  | { mode: 'snapshot'; snapshot: RoomSnapshot; early: EarlyResults[] }
  | { mode: 'gap'; events: RoomEvent[]; unreadChat: number }
);

export type Me = RoomPerson & {
  isStaff: boolean;
  /** What they are in this session; null: somebody who came to learn. */
  role: RoomRole | null;
};

/** Messages in order; `hasMore`: there are more between the two seqs, before the first of these. */
export interface LoadedChat {
  ok: true;
  messages: ChatMessage[];
  hasMore: boolean;
}

interface CommandAnswers {
  'room.join': Joined;
  'room.leave': { ok: true };
  'chat.load': LoadedChat;
  'room.react': { ok: true };
  'room.typing': { ok: true };
  'poll.answer': PollAnswered;
  'poll.results': { ok: true; results: PollResults };
  'question.similar': SimilarQuestions;
  'question.load': LoadedQuestions;
}
/** What a command is answered with when it is not refused. */
export type AnswerTo<Command extends RoomCommand> = Command extends keyof CommandAnswers
  ? CommandAnswers[Command]
  : Posted;

export type Acknowledge<Answer> = (answer: Answer | Refusal) => void;

/** Every command is acknowledged, whatever it holds: with its answer once that is stored, or with a refusal. */
export type ClientToServer = {
  [Command in RoomCommand]: (command: CommandInput<Command>, ack: Acknowledge<AnswerTo<Command>>) => void;
};

/**
 * Why the server closes a connection; only after `role-changed` and `server-restarts` does the client come back by itself,
 * after the former for a snapshot.
 */
export type GoodbyeReason =
  'signed-out' | 'no-access' | 'removed' | 'room-closed' | 'too-many-devices' | 'role-changed' | 'server-restarts';

/** What happened after `after` up to `seq`, as far as this client may know; in text mode chat is only counted. */
export interface RoomPacket {
  sessionId: string;
  after: number;
  seq: number;
  events: RoomEvent[];
  unreadChat?: number;
}

/** Never stored, never numbered; the latest one counts. Reactions are those since the pulse before. */
export interface RoomPulse {
  sessionId: string;
  /** Members in the room. */
  count: number;
  /** Raised hands. */
  hands: number;
  reactions: Partial<Record<Reaction, number>>;
  /** How many are typing in the chat. */
  typing: number;
}

export interface ServerToClient {
  /** At most one packet each 50 ms; the first after a quiet moment comes at once. */
  'room.events': (packet: RoomPacket) => void;
  /** At most one a second (five in text mode). */
  'room.pulse': (pulse: RoomPulse) => void;
  /** Said before the server closes this connection. */
  'room.goodbye': (packet: { reason: GoodbyeReason }) => void;
  /** A command that came without an acknowledgement function was refused. */
  'room.refused': (refusal: Refusal & { command: string }) => void;
}
