// Who was sent what, and when: every message at every client, each in the order that the first to see it saw.

/** A message from being sent until everybody has it. */
export interface Message {
  readonly id: string;
  readonly sentAt: number;
  /** Its place in the order; -1: nobody has seen it. */
  place: number;
  left: number;
  readonly done: PromiseWithResolvers<null>;
}

const STEP_MS = 0.1;
const LONGEST_MS = 5_000;

export class Deliveries {
  readonly order: string[] = [];
  /** Deliveries out of place: lost, doubled or overtaken ones before them. */
  wrong = 0;
  count = 0;
  private readonly clients: number;
  private readonly sent = new Map<string, Message>();
  private readonly seen: Int32Array;
  private readonly times = new Uint32Array(LONGEST_MS / STEP_MS + 1);

  constructor(clients: number) {
    this.clients = clients;
    this.seen = new Int32Array(clients);
  }

  /** @returns when all have it */
  send(id: string): Promise<null> {
    const done = Promise.withResolvers<null>();
    this.sent.set(id, { id, sentAt: performance.now(), place: -1, left: this.clients, done });
    return done.promise;
  }

  /** The message of a frame, looked up once for however many get the same frame. @throws Error of a message nobody sent */
  message(id: string): Message {
    const message = this.sent.get(id);
    if (!message) throw new Error(`Nobody sent ${id}.`);
    if (message.place === -1) message.place = this.order.push(id) - 1;
    return message;
  }

  arrived(client: number, message: Message, now: number): void {
    const expected = this.seen[client] ?? 0;
    if (message.place !== expected) this.wrong += 1;
    this.seen[client] = expected + 1;
    this.count += 1;
    const step = Math.min(this.times.length - 1, Math.floor((now - message.sentAt) / STEP_MS));
    this.times[step] = (this.times[step] ?? 0) + 1;
    message.left -= 1;
    if (message.left === 0) message.done.resolve(null);
  }

  /** Everybody has everything, once. */
  get isComplete(): boolean {
    return this.order.length === this.sent.size && this.seen.every((seen) => seen === this.sent.size);
  }

  /** Of the deliveries since the last `restart`, in ms. */
  percentile(share: number): number {
    const total = this.times.reduce((sum, count) => sum + count, 0);
    let below = 0;
    for (const [step, count] of this.times.entries()) {
      below += count;
      if (below >= total * share) return (step + 1) * STEP_MS;
    }
    return NaN;
  }

  restart(): void {
    this.times.fill(0);
    this.count = 0;
  }
}
