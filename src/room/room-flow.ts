// One room's events on one node: reads what stands after the last seq it sent, in order, and tells each lane, coalesced.

import type { RoomPacket } from '../contracts/room-protocol.js';
import { Coalesced } from '../platform/batching/coalesced.js';
import { PulseTally, type Mood, type RoomSignal } from './room-pulse.js';
import { RoomLane, type LaneName, type LaneSource } from './room-lane.js';
import type { StoredEvent } from './room-payloads.js';

/** At most one packet each so many milliseconds; the first after a quiet moment goes out at once. */
const EVENTS_PAUSE_MS = 50;
/** On a phone that counts its kilobytes. */
const TEXT_PAUSE_MS = 2_000;
const PULSE_PAUSE_MS = 1_000;
const TEXT_PULSE_PAUSE_MS = 5_000;
const PAGE = 500;

/** What a flow needs of its surroundings. */
export interface FlowSource {
  seq(): Promise<number>;
  after(seq: number, limit: number): Promise<StoredEvent[]>;
  tell: LaneSource['tell'];
  send(lane: LaneName, packet: Omit<RoomPacket, 'sessionId'>, to: { only?: string; except?: readonly string[] }): void;
  sendPulse(lanes: readonly LaneName[], mood: Mood): Promise<void>;
  /** This process's milliseconds. */
  ticks(): number;
  failed(error: unknown): void;
}

export class RoomFlow {
  followers = 0;
  private sentSeq = 0;
  private readonly events: Coalesced;
  private readonly pulse: Coalesced;
  private readonly textPulse: Coalesced;
  private readonly tally = new PulseTally();
  private fading: NodeJS.Timeout | undefined;
  private readonly lanes: readonly RoomLane[];
  /** Resolves when the flow knows where the room stands: whatever is stored later will be sent. */
  readonly ready: Promise<void>;

  constructor(private readonly source: FlowSource) {
    const failed = (error: unknown): void => {
      source.failed(error);
    };
    this.events = new Coalesced(() => this.sendNew(), EVENTS_PAUSE_MS, failed);
    const pulse = (beat: 'full' | 'text', lanes: readonly LaneName[], pauseMs: number): Coalesced =>
      new Coalesced(() => source.sendPulse(lanes, this.tally.take(beat, source.ticks())), pauseMs, failed);
    this.pulse = pulse('full', ['staff', 'members'], PULSE_PAUSE_MS);
    this.textPulse = pulse('text', ['text'], TEXT_PULSE_PAUSE_MS);
    const lane = (name: LaneName, pauseMs: number): RoomLane =>
      new RoomLane(
        name,
        {
          tell: source.tell,
          send: (packet, to) => {
            source.send(name, packet, to);
          },
          failed,
        },
        pauseMs,
      );
    this.lanes = [lane('staff', 0), lane('members', 0), lane('text', TEXT_PAUSE_MS)];
    this.ready = this.source.seq().then((seq) => {
      this.sentSeq = seq;
      for (const each of this.lanes) each.startFrom(seq);
    });
  }

  /** @param seq how far the room is known to have come; undefined: look. */
  ring(seq: number | undefined): void {
    if (seq === undefined || seq > this.sentSeq) this.events.ring();
  }

  ringPulse(): void {
    this.pulse.ring();
    this.textPulse.ring();
  }

  hear(signal: RoomSignal): void {
    const now = this.source.ticks();
    if (this.tally.hear(signal, now)) this.ringPulse();
    this.awaitFading(now);
  }

  stop(): void {
    this.events.stop();
    this.pulse.stop();
    this.textPulse.stop();
    clearTimeout(this.fading);
    for (const lane of this.lanes) lane.stop();
  }

  private async sendNew(): Promise<void> {
    await this.ready;
    const events = await this.source.after(this.sentSeq, PAGE);
    const last = events.at(-1);
    if (last === undefined) return;
    this.sentSeq = last.seq;
    for (const lane of this.lanes) lane.take(events);
    if (events.some(({ kind }) => kind === 'hand.changed')) this.ringPulse();
    if (events.length === PAGE) this.events.ring();
  }

  /** A node that died never says that nobody types there any more. */
  private awaitFading(now: number): void {
    clearTimeout(this.fading);
    const ms = this.tally.fadesIn(now);
    if (ms === undefined) return;
    this.fading = setTimeout(() => {
      this.ringPulse();
      this.awaitFading(this.source.ticks());
    }, ms);
    this.fading.unref();
  }
}
