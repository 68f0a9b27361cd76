// A client of the live room that does what docs/room-protocol.md asks of one; every event it shows is kept for the test.
import { io, type Socket } from 'socket.io-client';
import {
  ROOM_PROTOCOL,
  type ClientToServer,
  type GoodbyeReason,
  type Joined,
  type Posted,
  type Refusal,
  type RoomEvent,
  type ServerToClient,
} from '../../src/contracts/room-protocol.js';
import { newId } from '../../src/platform/ids.js';

const v = ROOM_PROTOCOL;
/** For what never comes; not a promise of speed. */
const WAIT_MS = 30_000;

export type RoomSocket = Socket<ServerToClient, ClientToServer>;

/** A connected socket. @throws Error whose message is the refusal's code */
export async function connect(url: string, cookie: string, headers: Record<string, string> = {}): Promise<RoomSocket> {
  const socket: RoomSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
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

export class RoomClient {
  /** Events in the order shown. */
  readonly shown: RoomEvent[] = [];
  readonly goodbyes: GoodbyeReason[] = [];
  count = 0;
  /** Packets of events received: many events may share one. */
  packets = 0;
  joined: Joined | undefined;
  private lastSeq = 0;
  private catchingUp: Promise<void> | undefined;
  private socket: RoomSocket | undefined;

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly sessionId: string,
    /** Off for the control: a client that comes back without saying what it has. */
    private readonly resumes = true,
  ) {}

  /** One device has one line: what the one before still brought would tell the test of events it should have missed. */
  async enter(): Promise<Joined> {
    this.cut();
    const socket = await connect(this.url, this.cookie);
    this.socket = socket;
    socket.on('room.events', ({ events }) => {
      this.packets += 1;
      this.take(events);
    });
    socket.on('room.presence', ({ count }) => {
      this.count = count;
    });
    socket.on('room.goodbye', ({ reason }) => {
      this.goodbyes.push(reason);
    });
    const answer = await this.join();
    if (!('ok' in answer)) throw new Error(answer.code);
    return answer;
  }

  async join(): Promise<Joined | Refusal> {
    const lastSeq = this.resumes && this.lastSeq > 0 ? { lastSeq: this.lastSeq } : {};
    const answer = await this.open().emitWithAck('room.join', { v, sessionId: this.sessionId, ...lastSeq });
    if ('ok' in answer) this.caughtUp(answer);
    return answer;
  }

  post(text: string, id = newId()): Promise<Posted | Refusal> {
    return this.open().emitWithAck('chat.post', { v, id, text });
  }

  async leave(): Promise<void> {
    await this.open().emitWithAck('room.leave', { v });
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
    return this.shown.flatMap((event) => (event.kind === 'chat.posted' ? [event.text] : []));
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
      // Without resuming, what came before is kept, so that the test can see what is missing.
      if (this.resumes) this.shown.length = 0;
      this.lastSeq = Math.max(this.resumes ? 0 : this.lastSeq, (answer.events[0]?.seq ?? answer.seq + 1) - 1);
      if (!this.resumes) this.lastSeq = answer.seq;
    }
    this.take(answer.events);
  }

  private take(events: readonly RoomEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.lastSeq) continue;
      if (event.seq > this.lastSeq + 1) {
        this.catchUp();
        return;
      }
      this.lastSeq = event.seq;
      this.shown.push(event);
    }
  }

  private catchUp(): void {
    if (!this.resumes || !this.joined) return;
    this.catchingUp ??= this.join().then(() => {
      this.catchingUp = undefined;
    });
  }
}
