// A client of the live room that does what docs/room-protocol.md asks of one; every event it shows is kept for the test.
import { io, type Socket } from 'socket.io-client';
import {
  ROOM_PROTOCOL,
  type AnswerTo,
  type ClientToServer,
  type CommandInput,
  type GoodbyeReason,
  type Joined,
  type Posted,
  type Refusal,
  type RoomCommand,
  type RoomEvent,
  type RoomPacket,
  type RoomPulse,
  type RoomSnapshot,
  type ServerToClient,
} from '../../src/contracts/room-protocol.js';
import { applyEvent } from '../../src/contracts/room-state.js';
import { newId } from '../../src/platform/ids.js';

const v = ROOM_PROTOCOL;
/** For what never comes; not a promise of speed. */
const WAIT_MS = 30_000;

export type RoomSocket = Socket<ServerToClient, ClientToServer>;

/** A connected socket. @throws Error whose message is the refusal's code. @param as `guest`: by a guest's cookie, whoever else is signed in. */
export async function connect(
  url: string,
  cookie: string,
  headers: Record<string, string> = {},
  as?: 'guest',
): Promise<RoomSocket> {
  const socket: RoomSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(as ? { auth: { as } } : {}),
    extraHeaders: cookie === '' ? headers : { cookie, ...headers },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
  return socket;
}

/** Everything of a command but the protocol's version. */
type Payload<Command extends RoomCommand> = Omit<CommandInput<Command>, 'v'>;

export class RoomClient {
  /** Events in the order shown; after a snapshot, the messages it holds. */
  readonly shown: RoomEvent[] = [];
  readonly goodbyes: GoodbyeReason[] = [];
  /** The room as this client knows it: the last snapshot and what came after it. */
  state: RoomSnapshot | undefined;
  pulse: RoomPulse | undefined;
  readonly pulses: RoomPulse[] = [];
  count = 0;
  /** In text mode: messages told of and not loaded. */
  unreadChat = 0;
  /** Packets of events received: many events may share one. */
  packets = 0;
  joined: Joined | undefined;
  lastSeq = 0;
  private catchingUp: Promise<void> | undefined;
  /** Joins under way; what comes meanwhile waits for their answer, which may be older. */
  private joins = 0;
  private held: RoomPacket[] = [];
  private socket: RoomSocket | undefined;

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly sessionId: string,
    /** Off for the control: a client that comes back without saying what it has. */
    private readonly resumes = true,
    private readonly mode: 'full' | 'text' = 'full',
    private readonly as?: 'guest',
  ) {}

  /** One device has one line: what the one before still brought would tell the test of events it should have missed. */
  async enter(): Promise<Joined> {
    this.cut();
    this.held = [];
    const socket = await connect(this.url, this.cookie, {}, this.as);
    this.socket = socket;
    socket.on('room.events', (packet) => {
      this.packets += 1;
      this.take(packet);
    });
    socket.on('room.pulse', (pulse) => {
      this.pulse = pulse;
      this.pulses.push(pulse);
      this.count = pulse.count;
    });
    socket.on('room.goodbye', ({ reason }) => {
      this.goodbyes.push(reason);
    });
    const answer = await this.join();
    if (!('ok' in answer)) throw new Error(answer.code);
    return answer;
  }

  async join(): Promise<Joined | Refusal> {
    const lastSeq = this.resumes && this.joined ? { lastSeq: this.lastSeq } : {};
    this.joins += 1;
    try {
      const answer = await this.send('room.join', { sessionId: this.sessionId, mode: this.mode, ...lastSeq });
      if ('ok' in answer) this.caughtUp(answer);
      return answer;
    } finally {
      this.joins -= 1;
      for (const packet of this.held.splice(0)) this.take(packet);
    }
  }

  send<Command extends RoomCommand>(command: Command, payload: Payload<Command>): Promise<AnswerTo<Command> | Refusal> {
    // The typed emit does not know that this command's answer is this command's.
    const line = this.open() as unknown as { emitWithAck(event: string, payload: unknown): Promise<never> };
    return line.emitWithAck(command, { v, ...payload });
  }

  post(text: string, id = newId()): Promise<Posted | Refusal> {
    return this.send('chat.post', { id, text });
  }

  async leave(): Promise<void> {
    await this.send('room.leave', {});
  }

  /** The line is gone at once, without a word: as when a phone loses its network. */
  cut(): void {
    this.socket?.io.engine.close();
    this.socket?.close();
  }

  close(): void {
    this.socket?.close();
  }

  get isConnected(): boolean {
    return this.socket?.connected ?? false;
  }

  get texts(): string[] {
    return this.shown.flatMap((event) => (event.kind === 'chat.posted' ? [event.text ?? ''] : []));
  }

  /** Resolves once the client sees what the test waits for; the test's own limit is the time-out. */
  async until(condition: (client: this) => boolean): Promise<void> {
    const from = performance.now();
    while (!condition(this)) {
      if (performance.now() - from > WAIT_MS) throw new Error(`Still waiting; shown: ${this.shown.length}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private open(): RoomSocket {
    if (!this.socket) throw new Error('Enter first');
    return this.socket;
  }

  private caughtUp(answer: Joined): void {
    this.joined = answer;
    this.count = answer.count;
    if (answer.mode === 'snapshot') {
      this.state = answer.snapshot;
      // Without resuming, what came before is kept, so that the test can see what is missing.
      if (this.resumes) {
        this.shown.length = 0;
        this.shown.push(...answer.snapshot.chat.map((message) => ({ kind: 'chat.posted' as const, ...message })));
      }
      this.lastSeq = answer.seq;
      return;
    }
    this.unreadChat += answer.unreadChat;
    this.apply(answer.events);
    this.lastSeq = Math.max(this.lastSeq, answer.seq);
  }

  private take(packet: RoomPacket): void {
    if (this.joins > 0) {
      this.held.push(packet);
      return;
    }
    const { after, seq, events, unreadChat = 0 } = packet;
    if (seq <= this.lastSeq) return;
    if (after > this.lastSeq) {
      this.catchUp();
      return;
    }
    this.unreadChat += unreadChat;
    this.apply(events);
    this.lastSeq = seq;
  }

  private apply(events: readonly RoomEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.lastSeq) continue;
      this.shown.push(event);
      if (this.state && this.joined) this.state = applyEvent(this.state, event, this.joined.me);
    }
  }

  private catchUp(): void {
    if (!this.resumes || !this.joined) return;
    const done = (): void => {
      this.catchingUp = undefined;
    };
    // A line that is closed meanwhile has nothing to catch up with; whoever enters again does so then.
    this.catchingUp ??= this.join().then(done, done);
  }
}
