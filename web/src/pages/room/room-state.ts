// What the room's page knows, and how each thing that comes changes it. Pure: the socket is elsewhere.
import type { ChatMessage } from '../../../../src/contracts/room-chat.js';
import type { EarlyResults } from '../../../../src/contracts/room-polls.js';
import type {
  GoodbyeReason,
  Joined,
  LoadedChat,
  Refusal,
  RoomEvent,
  RoomPacket,
  RoomPulse,
  RoomSession,
  RoomSnapshot,
} from '../../../../src/contracts/room-protocol.js';
import { applyEvent, SNAPSHOT_MESSAGES } from '../../../../src/contracts/room-state.js';

/** A message of mine that the server has not yet shown in its place. */
export interface Outgoing {
  /** Kept through every retry: it is stored once. */
  id: string;
  text: string;
  state: 'waiting' | 'sending' | 'refused';
  detail?: string;
  /** Where the server has stored it, once it said so. */
  seq?: number;
}

/** A line between messages. It stands before the first message with a later seq. */
export interface Marker {
  afterSeq: number;
  /** What was loaded after an absence, or what became of the session. */
  kind: 'caught-up' | 'snapshot' | SessionNews;
  /** Messages loaded. */
  count: number;
  at: string | undefined;
}

/** What happened to a session: a state it has now, or that it goes on. */
type SessionNews = RoomSession['state'] | 'break' | 'resumed' | 'reopened';

/** `text`: chat is counted, and loaded when asked for; there is no stage. */
export type RoomMode = 'full' | 'text';

export interface RoomState {
  link: 'connecting' | 'catching-up' | 'here' | 'offline' | 'gone';
  /** Why this client is out and does not come back by itself. */
  gone: GoodbyeReason | Refusal | undefined;
  mode: RoomMode;
  /** Undefined until the room is joined. */
  room: RoomSnapshot | undefined;
  me: Joined['me'] | undefined;
  markers: readonly Marker[];
  lastSeq: number;
  /** In text mode: messages that came and are not loaded. */
  unreadChat: number;
  /** Whether there are messages before the first one here. */
  hasOlder: boolean;
  /** What polls that run came to so far, where I answered and may see it; as it was told last. */
  early: readonly EarlyResults[];
  outgoing: readonly Outgoing[];
  count: number;
  pulse: RoomPulse | undefined;
  /** Where a hand went up or down last, as far as I am told of it: whose are up stands elsewhere. */
  handsSeq: number;
}

/** Messages a page holds of those that come while it is open; older ones are loaded when asked for. */
const LIVE_MESSAGES = 300;

export const EMPTY: RoomState = {
  link: 'connecting',
  gone: undefined,
  mode: 'full',
  room: undefined,
  me: undefined,
  markers: [],
  lastSeq: 0,
  unreadChat: 0,
  hasOlder: false,
  early: [],
  outgoing: [],
  count: 0,
  pulse: undefined,
  handsSeq: 0,
};

/** The answer to a join: a gap is applied where it belongs, a snapshot replaces what was there. */
export function joined(state: RoomState, answer: Joined): RoomState {
  const here = { ...state, link: 'here' as const, gone: undefined, count: answer.count, me: answer.me };
  if (answer.mode === 'gap') {
    const missed = answer.events.filter(({ kind }) => kind === 'chat.posted').length;
    const applied = applyAll(here, answer.events);
    return settle({
      ...applied,
      lastSeq: Math.max(applied.lastSeq, answer.seq),
      unreadChat: state.unreadChat + answer.unreadChat,
      markers: missed > 0 ? [...applied.markers, marker('caught-up', state.lastSeq, missed)] : applied.markers,
    });
  }
  const isReturn = state.room !== undefined;
  const first = answer.snapshot.chat[0];
  return settle({
    ...here,
    room: answer.snapshot,
    early: answer.early,
    handsSeq: answer.seq,
    lastSeq: answer.seq,
    unreadChat: 0,
    hasOlder: answer.snapshot.chat.length >= SNAPSHOT_MESSAGES,
    markers: isReturn && first ? [marker('snapshot', first.seq - 1, answer.snapshot.chat.length)] : [],
  });
}

/** What just happened; `hasGap` if something before it is missing and must be asked for. */
export function received(state: RoomState, packet: RoomPacket): { state: RoomState; hasGap: boolean } {
  if (packet.seq <= state.lastSeq) return { state, hasGap: false };
  if (packet.after > state.lastSeq) return { state, hasGap: true };
  const applied = applyAll(state, packet.events);
  // What was loaded meanwhile is not counted again.
  const loaded = (state.room?.chat ?? []).filter(({ seq }) => seq > packet.after && seq <= packet.seq).length;
  const unreadChat = state.unreadChat + Math.max(0, (packet.unreadChat ?? 0) - loaded);
  return { state: settle({ ...applied, lastSeq: packet.seq, unreadChat }), hasGap: false };
}

/** The server has stored a message of mine. */
export function stored(state: RoomState, id: string, seq: number): RoomState {
  return settle(changeOutgoing(state, id, { seq }));
}

/** The newest messages after what is here; where more were between than could be loaded, what was here gives way to them. */
export function loadedNew(state: RoomState, { messages, hasMore }: LoadedChat): RoomState {
  if (!state.room) return state;
  const chat = hasMore ? messages : inOrder([...state.room.chat, ...messages]);
  return settle({
    ...state,
    room: { ...state.room, chat },
    unreadChat: 0,
    hasOlder: hasMore || state.hasOlder,
  });
}

export function loadedOlder(state: RoomState, { messages, hasMore }: LoadedChat): RoomState {
  if (!state.room) return state;
  return { ...state, room: { ...state.room, chat: inOrder([...messages, ...state.room.chat]) }, hasOlder: hasMore };
}

function inOrder(messages: readonly ChatMessage[]): ChatMessage[] {
  return [...new Map(messages.map((message) => [message.seq, message])).values()].sort((a, b) => a.seq - b.seq);
}

/** What an act of mine changed of what is mine: the room tells everybody else's part of it. */
export function changeRoom(state: RoomState, change: (now: RoomSnapshot) => RoomSnapshot): RoomState {
  return state.room ? { ...state, room: change(state.room) } : state;
}

/** Results that came for me alone; of two the one that counts more answers is the later. */
export function learned(state: RoomState, { pollId, run, results }: EarlyResults): RoomState {
  const rest = state.early.filter((one) => one.pollId !== pollId || one.run !== run);
  const before = state.early.find((one) => one.pollId === pollId && one.run === run);
  if (before && before.results.answered > results.answered) return state;
  return { ...state, early: [...rest, { pollId, run, results }] };
}

export function changeOutgoing(state: RoomState, id: string, change: Partial<Outgoing>): RoomState {
  return { ...state, outgoing: state.outgoing.map((mine) => (mine.id === id ? { ...mine, ...change } : mine)) };
}

function applyAll(state: RoomState, events: readonly RoomEvent[]): RoomState {
  const { room, me } = state;
  if (!room || !me) return state;
  const fresh = events.filter(({ seq }) => seq > state.lastSeq);
  const changes = sessionMarkers(room.session, fresh);
  // What was loaded by hand stays; what only came is held so far back and no further.
  const keep = Math.max(LIVE_MESSAGES, room.chat.length);
  const changed = fresh.reduce((now, event) => applyEvent(now, event, me, keep), room);
  const [first] = room.chat;
  const hasOlder = state.hasOlder || (first !== undefined && changed.chat[0]?.seq !== first.seq);
  const handsSeq = fresh.findLast(({ kind }) => kind === 'hand.changed')?.seq ?? state.handsSeq;
  return settle({ ...state, room: changed, hasOlder, handsSeq, markers: [...state.markers, ...changes] });
}

/** What is noted twice is shown once. */
function sessionMarkers(session: RoomSession, events: readonly RoomEvent[]): Marker[] {
  let was = session;
  return events.flatMap((event) => {
    if (event.kind !== 'session.changed') return [];
    const news = newsOf(was, event.session);
    was = event.session;
    return news ? [{ ...marker(news, event.seq, 0), at: event.at }] : [];
  });
}

function newsOf(was: RoomSession, is: RoomSession): SessionNews | undefined {
  if (is.breakSince !== was.breakSince && is.state === 'live') return is.breakSince === null ? 'resumed' : 'break';
  if (is.state === was.state) return undefined;
  return was.state === 'ended' ? 'reopened' : is.state;
}

/** What of mine stands in its place, or is stored where this page does not show it, waits no more. */
function settle(state: RoomState): RoomState {
  const shown = new Set(state.room?.chat.map(({ id }) => id));
  const isOver = ({ id, seq }: Outgoing) => shown.has(id) || (seq !== undefined && seq <= state.lastSeq);
  return { ...state, outgoing: state.outgoing.filter((mine) => !isOver(mine)) };
}

function marker(kind: Marker['kind'], afterSeq: number, count: number): Marker {
  return { kind, afterSeq, count, at: undefined };
}
