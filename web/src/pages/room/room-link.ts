// Keeps one client in one room: connects, catches up, asks for gaps, and sends each message until it is stored once.
import { io, type Socket } from 'socket.io-client';
import type {
  AnswerTo,
  ClientToServer,
  CommandInput,
  GoodbyeReason,
  Joined,
  Posted,
  Refusal,
  ROOM_PROTOCOL,
  RoomCommand,
  RoomPacket,
  ServerToClient,
} from '../../../../src/contracts/room-protocol.js';
import { newClientId } from '../../api/client-id.js';
import { forgetOutgoing, keepOutgoing, keptOutgoing, type Desk } from './kept-outgoing.js';
import { Unanswered } from './unanswered.js';
import { finalRefusal, waitSeconds } from './refused-connection.js';
import {
  changeOutgoing,
  changeRoom,
  EMPTY,
  joined,
  learned,
  loadedNew,
  loadedOlder,
  received,
  stored,
  type RoomMode,
  type RoomState,
} from './room-state.js';

const PROTOCOL: typeof ROOM_PROTOCOL = 2;
/** After the server said it restarts, clients come back over this span and not all at once. */
const RETURN_SPREAD_MS = 3_000;
const DEFAULT_WAIT_SECONDS = 2;
/** How often an act is sent again, under its id, before its button says that it did not work. */
const TRIES = 3;
/** How many messages are loaded at a time. */
const MESSAGES_A_LOAD = 50;

/** An act is a command with an id of its own: however often it is sent, it has one effect. */
type Act = { [Command in RoomCommand]: CommandInput<Command> extends { id: string } ? Command : never }[RoomCommand];
type ActInput<Command extends Act> = Omit<CommandInput<Command>, 'v' | 'id'>;

export class RoomLink {
  private state: RoomState;
  private readonly listeners = new Set<() => void>();
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  /** The same, for commands whose payload and answer `act` and `ask` have typed. */
  private readonly line: Socket;
  private readonly unanswered = new Unanswered();
  private isJoining = false;
  /** What came while a join was under way: its answer may be older than they are. */
  private held: RoomPacket[] = [];
  private isSending = false;
  /** Connections refused in a row. */
  private refusals = 0;
  private readonly timers = new Map<'join' | 'send' | 'connect', ReturnType<typeof setTimeout>>();

  constructor(
    private readonly desk: Desk,
    mode: RoomMode,
  ) {
    this.state = { ...EMPTY, mode, outgoing: keptOutgoing(desk) };
    this.line = io(window.location.origin, {
      transports: ['websocket'],
      autoConnect: false,
      ...(desk.as ? { auth: { as: desk.as } } : {}),
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    this.socket = this.line;
    this.socket.on('connect', () => {
      this.refusals = 0;
      void this.join();
    });
    this.socket.on('room.events', (packet) => {
      if (packet.sessionId === this.desk.sessionId) this.take(packet);
    });
    this.socket.on('room.pulse', (pulse) => {
      if (pulse.sessionId === this.desk.sessionId) this.set({ ...this.state, pulse, count: pulse.count });
    });
    this.socket.on('room.goodbye', ({ reason }) => {
      this.goodbye(reason);
    });
    this.socket.on('disconnect', () => {
      this.unanswered.giveUp();
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
    window.addEventListener('online', this.hurry);
    this.socket.connect();
  }

  /** Leaving on purpose: the server counts the time until now, not until it notices the silence. */
  close(): void {
    window.removeEventListener('online', this.hurry);
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

  /**
   * The answer, a refusal, or undefined when the line was down or the server silent: then trying again does no harm.
   * @param id kept by whoever lets the reader try again: however often it is sent, it has one effect.
   */
  readonly act = async <Command extends Act>(
    command: Command,
    input: ActInput<Command>,
    id = newClientId(),
  ): Promise<AnswerTo<Command> | Refusal | undefined> => {
    const payload = { v: PROTOCOL, id, ...input };
    for (let left = TRIES; left > 0 && this.canSend(); left -= 1) {
      const answer = await this.unanswered.ask<AnswerTo<Command>>((ack) => {
        this.line.emit(command, payload, ack);
      });
      if (answer) return answer;
    }
    return undefined;
  };

  /** A command that only asks, or need not arrive. */
  readonly ask = <Command extends Exclude<RoomCommand, Act>>(
    command: Command,
    input: Omit<CommandInput<Command>, 'v'>,
  ): Promise<AnswerTo<Command> | Refusal | undefined> => {
    if (!this.canSend()) return Promise.resolve(undefined);
    return this.unanswered.ask((ack) => {
      this.line.emit(command, { v: PROTOCOL, ...input }, ack);
    });
  };

  /** What the answer to an act says of what is mine. */
  readonly note = (change: Parameters<typeof changeRoom>[1]): void => {
    this.set(changeRoom(this.state, change));
  };

  /** What a poll that runs came to so far, for me who answered it. */
  readonly learn = (early: Parameters<typeof learned>[1]): void => {
    this.set(learned(this.state, early));
  };

  /** From text to all of it, or back; the seat stays the same. */
  readonly setMode = (mode: RoomMode): void => {
    if (mode === this.state.mode) return;
    // A snapshot holds the chat that text mode left out.
    const { room, lastSeq } = mode === 'full' ? EMPTY : this.state;
    this.set({ ...this.state, mode, room: room ?? this.state.room, lastSeq });
    if (this.socket.connected) void this.join();
  };

  /** In text mode: what was only counted. */
  readonly loadNew = async (): Promise<void> => {
    const after = this.state.room?.chat.at(-1)?.seq ?? 0;
    const answer = await this.ask('chat.load', { after, limit: MESSAGES_A_LOAD });
    if (answer && 'ok' in answer) this.set(loadedNew(this.state, answer));
  };

  readonly loadOlder = async (): Promise<void> => {
    const before = this.state.room?.chat[0]?.seq;
    const answer = before && (await this.ask('chat.load', { before, limit: MESSAGES_A_LOAD }));
    if (answer && 'ok' in answer) this.set(loadedOlder(this.state, answer));
  };

  /** The device has its network back: a try that hangs, or a wait for the next one, would only keep the reader out. */
  private readonly hurry = (): void => {
    if (this.socket.connected || this.state.link === 'gone') return;
    clearTimeout(this.timers.get('connect'));
    this.socket.disconnect();
    this.socket.connect();
  };

  private set(state: RoomState): void {
    if (state.outgoing.length !== this.state.outgoing.length) keepOutgoing(this.desk, state.outgoing);
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  private take(packet: RoomPacket): void {
    if (this.isJoining) {
      this.held.push(packet);
      return;
    }
    const { state, hasGap } = received(this.state, packet);
    if (state !== this.state) this.set(state);
    if (hasGap) void this.join();
  }

  private async join(): Promise<void> {
    if (this.isJoining) return;
    this.isJoining = true;
    const { lastSeq } = this.state;
    if (this.state.link !== 'here') this.set({ ...this.state, link: lastSeq > 0 ? 'catching-up' : 'connecting' });
    const { sessionId } = this.desk;
    const { mode } = this.state;
    const known = lastSeq > 0 ? { lastSeq } : {};
    const command = { v: PROTOCOL, sessionId, mode, ...known } as const;
    const answer = await this.unanswered.ask<Joined>((ack) => this.socket.emit('room.join', command, ack));
    this.isJoining = false;
    const held = this.held;
    this.held = [];
    if (!answer) {
      // No answer in time. If the line is down, coming back joins; if it is up, ask again.
      if (this.socket.connected) this.later('join', DEFAULT_WAIT_SECONDS, () => void this.join());
      return;
    }
    if ('ok' in answer) {
      this.set(joined(this.state, answer));
      for (const packet of held) this.take(packet);
      if (this.state.mode !== mode) void this.join();
      if (mode === 'text' && answer.mode === 'snapshot') void this.loadNew();
      void this.send();
      return;
    }
    if (answer.code === 'rate-limited' || answer.code === 'unavailable' || answer.code === 'internal') {
      this.later('join', answer.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS, () => void this.join());
      return;
    }
    this.leaveFor(answer);
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
    const answer = await this.unanswered.ask<Posted>((ack) =>
      this.socket.emit('chat.post', { v: PROTOCOL, id, text }, ack),
    );
    if (answer && 'ok' in answer) {
      // It is shown once it comes with the room's events, in its place; who reads text only asks for it.
      this.set(stored(this.state, id, answer.seq));
      if (this.state.mode === 'text') void this.loadNew();
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
    if (reason !== 'server-restarts' && reason !== 'role-changed') {
      this.leaveFor(reason);
      this.socket.disconnect();
      return;
    }
    // Another role is told other things: what it missed is more than what came since.
    const { lastSeq } = reason === 'role-changed' ? EMPTY : this.state;
    this.set({ ...this.state, link: 'offline', lastSeq });
    // A restart sends everybody away at once; another role one alone, who is to see what they may do now.
    const wait = reason === 'role-changed' ? 0 : (Math.random() * RETURN_SPREAD_MS) / 1_000;
    this.socket.once('disconnect', () => {
      this.later('connect', wait, () => this.socket.connect());
    });
  }

  /** Refused for good, or for now: then the socket has given up by itself, unlike after a failure of the network. */
  private refuseConnection(error: Error): void {
    const final = finalRefusal(error);
    if (final) {
      this.leaveFor(final);
      return;
    }
    this.set({ ...this.state, link: this.state.me ? 'offline' : 'connecting' });
    if (this.socket.active) return;
    this.refusals += 1;
    this.later('connect', waitSeconds(error, this.refusals, Math.random()), () => this.socket.connect());
  }

  private leaveFor(reason: GoodbyeReason | Refusal): void {
    // Whoever signs in next in this tab may be somebody else.
    if (reason === 'signed-out' || (typeof reason === 'object' && reason.code === 'unauthenticated')) forgetOutgoing();
    this.set({ ...this.state, link: 'gone', gone: reason });
  }

  private later(what: 'join' | 'send' | 'connect', seconds: number, act: () => void): void {
    clearTimeout(this.timers.get(what));
    this.timers.set(what, setTimeout(act, seconds * 1_000));
  }
}
