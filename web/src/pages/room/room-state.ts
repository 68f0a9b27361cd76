// What the room shows, and how each thing that happens changes it. Pure: the socket is elsewhere.
import type {
  GoodbyeReason,
  Joined,
  Refusal,
  RoomEvent,
  RoomSession,
} from '../../../../src/contracts/room-protocol.js';

/** A message of mine that the server has not yet shown in its place. */
export interface Outgoing {
  /** Kept through every retry: it is stored once. */
  id: string;
  text: string;
  state: 'waiting' | 'sending' | 'refused';
  detail?: string;
}

/** A line between messages: what was loaded after an absence. */
export interface Marker {
  /** It stands before the first event with a later seq. */
  afterSeq: number;
  kind: 'caught-up' | 'snapshot';
  count: number;
}

export interface RoomState {
  link: 'connecting' | 'catching-up' | 'here' | 'offline' | 'gone';
  /** Why this client is out and does not come back by itself. */
  gone: GoodbyeReason | Refusal | undefined;
  events: readonly RoomEvent[];
  markers: readonly Marker[];
  lastSeq: number;
  outgoing: readonly Outgoing[];
  count: number;
  session: RoomSession | undefined;
  me: Joined['me'] | undefined;
}

export const EMPTY: RoomState = {
  link: 'connecting',
  gone: undefined,
  events: [],
  markers: [],
  lastSeq: 0,
  outgoing: [],
  count: 0,
  session: undefined,
  me: undefined,
};

/** The answer to a join: a gap is appended where it belongs, a snapshot replaces what was there. */
export function joined(state: RoomState, answer: Joined): RoomState {
  const isReturn = state.lastSeq > 0;
  const base = answer.mode === 'snapshot' ? { ...state, events: [], markers: [], lastSeq: 0 } : state;
  const missed = answer.events.filter(({ seq, kind }) => seq > base.lastSeq && kind === 'chat.posted').length;
  const marker: Marker[] =
    isReturn && missed > 0
      ? [{ afterSeq: base.lastSeq, kind: answer.mode === 'snapshot' ? 'snapshot' : 'caught-up', count: missed }]
      : [];
  const appended = append({ ...base, markers: [...base.markers, ...marker] }, answer.events);
  return {
    ...appended,
    lastSeq: Math.max(appended.lastSeq, answer.seq),
    link: 'here',
    gone: undefined,
    count: answer.count,
    session: answer.session,
    me: answer.me,
  };
}

/** Events that just happened: those that follow are shown; `hasGap` if one between is missing and must be asked for. */
export function received(state: RoomState, events: readonly RoomEvent[]): { state: RoomState; hasGap: boolean } {
  let next = state;
  for (const event of events) {
    if (event.seq <= next.lastSeq) continue;
    if (event.seq > next.lastSeq + 1) return { state: next, hasGap: true };
    next = append(next, [event]);
  }
  return { state: next, hasGap: false };
}

function append(state: RoomState, events: readonly RoomEvent[]): RoomState {
  const fresh = events.filter(({ seq }) => seq > state.lastSeq);
  const last = fresh.at(-1);
  if (!last) return state;
  const shown = new Set(fresh.map((event) => (event.kind === 'chat.posted' ? event.id : '')));
  const session = fresh.reduce(
    (current, event) => (event.kind === 'session.changed' ? event.session : current),
    state.session,
  );
  return {
    ...state,
    events: [...state.events, ...fresh],
    lastSeq: last.seq,
    outgoing: state.outgoing.filter(({ id }) => !shown.has(id)),
    session,
  };
}

export function changeOutgoing(state: RoomState, id: string, change: Partial<Outgoing>): RoomState {
  return { ...state, outgoing: state.outgoing.map((mine) => (mine.id === id ? { ...mine, ...change } : mine)) };
}
