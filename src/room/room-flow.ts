// One room's events on one node: reads what stands after the last seq it sent, in order, and hands it on, coalesced.

import type { RoomEvent } from '../contracts/room-protocol.js';
import { Coalesced } from '../platform/batching/coalesced.js';

/** At most one packet each so many milliseconds; the first after a quiet moment goes out at once. */
const EVENTS_PAUSE_MS = 50;
const PRESENCE_PAUSE_MS = 1_000;
const PAGE = 500;

/** What a flow needs of its surroundings. */
export interface FlowSource {
  seq(): Promise<number>;
  after(seq: number, limit: number): Promise<RoomEvent[]>;
  count(): Promise<number>;
  sendEvents(events: RoomEvent[]): void;
  sendCount(count: number): void;
  failed(error: unknown): void;
}

export class RoomFlow {
  followers = 0;
  private sentSeq = 0;
  private readonly events: Coalesced;
  private readonly presence: Coalesced;
  /** Resolves when the flow knows where the room stands: whatever is stored later will be sent. */
  readonly ready: Promise<void>;

  constructor(private readonly source: FlowSource) {
    const failed = (error: unknown): void => {
      source.failed(error);
    };
    this.events = new Coalesced(() => this.sendNew(), EVENTS_PAUSE_MS, failed);
    this.presence = new Coalesced(() => this.sendCount(), PRESENCE_PAUSE_MS, failed);
    this.ready = this.source.seq().then((seq) => {
      this.sentSeq = seq;
    });
  }

  /** @param seq how far the room is known to have come; undefined: look. */
  ring(seq: number | undefined): void {
    if (seq === undefined || seq > this.sentSeq) this.events.ring();
  }

  ringPresence(): void {
    this.presence.ring();
  }

  stop(): void {
    this.events.stop();
    this.presence.stop();
  }

  private async sendNew(): Promise<void> {
    await this.ready;
    const events = await this.source.after(this.sentSeq, PAGE);
    const last = events.at(-1);
    if (last === undefined) return;
    this.sentSeq = last.seq;
    this.source.sendEvents(events);
    if (events.length === PAGE) this.events.ring();
  }

  private async sendCount(): Promise<void> {
    this.source.sendCount(await this.source.count());
  }
}
