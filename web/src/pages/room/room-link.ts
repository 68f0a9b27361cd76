// Keeps one client in one room: connects, catches up, asks for gaps, and sends each message until it is stored once.
import { io, type Socket } from 'socket.io-client';
import type {
  Acknowledge,
  ClientToServer,
  GoodbyeReason,
  Joined,
  Posted,
  Refusal,
  ROOM_PROTOCOL,
  RoomEvent,
  ServerToClient,
} from '../../../../src/contracts/room-protocol.js';
import { newClientId } from '../../api/client-id.js';
import { changeOutgoing, EMPTY, joined, received, type RoomState } from './room-state.js';

const PROTOCOL: typeof ROOM_PROTOCOL = 1;
const ANSWER_MS = 10_000;
/** After the server said it restarts, clients come back over this span and not all at once. */
const RETURN_SPREAD_MS = 3_000;
const DEFAULT_WAIT_SECONDS = 2;

export class RoomLink {
  private state: RoomState = EMPTY;
  private readonly listeners = new Set<() => void>();
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly unanswered = new Set<(answer: undefined) => void>();
  private isJoining = false;
  private isSending = false;
  private readonly timers = new Map<'join' | 'send' | 'connect', ReturnType<typeof setTimeout>>();

  constructor(private readonly sessionId: string) {
    this.socket = io(window.location.origin, {
      transports: ['websocket'],
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    this.socket.on('connect', () => void this.join());
    this.socket.on('room.events', ({ sessionId: room, events }) => {
      if (room === this.sessionId) this.take(events);
    });
    this.socket.on('room.presence', ({ sessionId: room, count }) => {
      if (room === this.sessionId) this.set({ ...this.state, count });
    });
    this.socket.on('room.goodbye', ({ reason }) => {
      this.goodbye(reason);
    });
    this.socket.on('disconnect', () => {
      for (const settle of this.unanswered) settle(undefined);
      if (this.state.link !== 'gone') this.set({ ...this.state, link: 'offline' });
    });
    this.socket.on('connect_error', (error) => {
      this.refuseConnection(error);
    });
  }

  readonly snapshot = (): RoomState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  open(): void {
    this.socket.connect();
  }

  /** Leaving on purpose: the server counts the time until now, not until it notices the silence. */
  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    if (this.socket.connected) this.socket.emit('room.leave', { v: PROTOCOL }, () => undefined);
    this.socket.disconnect();
  }

  /** Comes back after a goodbye, because the reader asked to. */
  readonly again = (): void => {
    this.set({ ...this.state, link: 'connecting', gone: undefined });
    if (this.socket.connected) void this.join();
    else this.socket.connect();
  };

  readonly post = (text: string): void => {
    const mine = { id: newClientId(), text, state: 'waiting' as const };
    this.set({ ...this.state, outgoing: [...this.state.outgoing, mine] });
    void this.send();
  };

  readonly retry = (id: string): void => {
    this.set(changeOutgoing(this.state, id, { state: 'waiting' }));
    void this.send();
  };

  readonly discard = (id: string): void => {
    this.set({ ...this.state, outgoing: this.state.outgoing.filter((mine) => mine.id !== id) });
  };

  private set(state: RoomState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  private take(events: readonly RoomEvent[]): void {
    const { state, hasGap } = received(this.state, events);
    if (state !== this.state) this.set(state);
    if (hasGap) void this.join();
  }

  private async join(): Promise<void> {
    if (this.isJoining) return;
    this.isJoining = true;
    const { lastSeq } = this.state;
    if (this.state.link !== 'here') this.set({ ...this.state, link: lastSeq > 0 ? 'catching-up' : 'connecting' });
    const command = { v: PROTOCOL, sessionId: this.sessionId, ...(lastSeq > 0 ? { lastSeq } : {}) } as const;
    const answer = await this.ask<Joined>((ack) => this.socket.emit('room.join', command, ack));
    this.isJoining = false;
    if (!answer) {
      // No answer in time. If the line is down, coming back joins; if it is up, ask again.
      if (this.socket.connected) this.later('join', DEFAULT_WAIT_SECONDS, () => void this.join());
      return;
    }
    if ('ok' in answer) {
      this.set(joined(this.state, answer));
      void this.send();
      return;
    }
    if (answer.code === 'rate-limited' || answer.code === 'unavailable' || answer.code === 'internal') {
      this.later('join', answer.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS, () => void this.join());
      return;
    }
    this.set({ ...this.state, link: 'gone', gone: answer });
  }

  /** The answer, or undefined when none came: in time, or before the line went down. */
  private ask<Answer>(emit: (ack: Acknowledge<Answer>) => void): Promise<Answer | Refusal | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: Answer | Refusal | undefined) => {
        clearTimeout(timer);
        this.unanswered.delete(settle);
        resolve(answer);
      };
      const timer = setTimeout(settle, ANSWER_MS, undefined);
      this.unanswered.add(settle);
      emit(settle);
    });
  }

  /** One message at a time, in the order they were written. */
  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let mine = this.nextOutgoing(); mine && this.canSend(); mine = this.nextOutgoing()) {
      this.set(changeOutgoing(this.state, mine.id, { state: 'sending' }));
      const wait = await this.sendOne(mine.id, mine.text);
      if (wait === undefined) continue;
      this.later('send', wait, () => void this.send());
      break;
    }
    this.isSending = false;
  }

  /** @returns seconds to wait before the next try, or undefined if this message is settled. */
  private async sendOne(id: string, text: string): Promise<number | undefined> {
    const answer = await this.ask<Posted>((ack) => this.socket.emit('chat.post', { v: PROTOCOL, id, text }, ack));
    if (answer && 'ok' in answer) {
      // Stored. It is shown once it comes with the room's events, in its place; if it came already, that was it.
      if (answer.seq <= this.state.lastSeq) this.discard(id);
      return undefined;
    }
    if (!answer || answer.code === 'rate-limited' || answer.code === 'unavailable') {
      // Perhaps it arrived: the same id goes again, and is stored once.
      this.set(changeOutgoing(this.state, id, { state: 'waiting' }));
      return answer?.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS;
    }
    const detail = answer.fields?.[0]?.message ?? answer.detail;
    this.set(changeOutgoing(this.state, id, { state: 'refused', detail }));
    return undefined;
  }

  private canSend(): boolean {
    return this.socket.connected && this.state.link === 'here';
  }

  private nextOutgoing() {
    return this.state.outgoing.find(({ state }) => state === 'waiting');
  }

  private goodbye(reason: GoodbyeReason): void {
    if (reason !== 'server-restarts') {
      this.set({ ...this.state, link: 'gone', gone: reason });
      this.socket.disconnect();
      return;
    }
    this.set({ ...this.state, link: 'offline' });
    this.socket.once('disconnect', () => {
      this.later('connect', (Math.random() * RETURN_SPREAD_MS) / 1_000, () => this.socket.connect());
    });
  }

  /** The server would not let this client in: it says why, and trying again by itself would not help. */
  private refuseConnection(error: Error): void {
    const refusal = 'data' in error ? asRefusal(error.data) : undefined;
    if (refusal) this.set({ ...this.state, link: 'gone', gone: refusal });
    else this.set({ ...this.state, link: this.state.lastSeq > 0 ? 'offline' : 'connecting' });
  }

  private later(what: 'join' | 'send' | 'connect', seconds: number, act: () => void): void {
    clearTimeout(this.timers.get(what));
    this.timers.set(what, setTimeout(act, seconds * 1_000));
  }
}

function asRefusal(data: unknown): Refusal | undefined {
  if (typeof data !== 'object' || data === null || !('code' in data) || !('detail' in data)) return undefined;
  return { code: data.code === 'unauthenticated' ? 'unauthenticated' : 'forbidden', detail: String(data.detail) };
}
