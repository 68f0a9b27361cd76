// Those in a room who are told the same: staff, members, and members who read text only. Each packet says what it covers.

import type { RoomEvent, RoomPacket } from '../contracts/room-protocol.js';
import { Coalesced } from '../platform/batching/coalesced.js';
import type { StoredEvent } from './room-payloads.js';
import type { Viewer } from './room-parts.service.js';

export type LaneName = 'staff' | 'members' | 'text';

type Packet = Omit<RoomPacket, 'sessionId'>;

export interface LaneSource {
  tell(events: readonly StoredEvent[], viewer: Viewer): RoomEvent[];
  /** `only` and `except` are members' ids. */
  send(packet: Packet, to: { only?: string; except?: readonly string[] }): void;
  failed(error: unknown): void;
}

export class RoomLane {
  /** How far everybody in it has been told. */
  private toldSeq = 0;
  private waiting: StoredEvent[] = [];
  private readonly rhythm: Coalesced | undefined;

  /** @param pauseMs between two packets; 0: at once. */
  constructor(
    private readonly name: LaneName,
    private readonly source: LaneSource,
    pauseMs: number,
  ) {
    const send = (): Promise<void> => {
      this.send();
      return Promise.resolve();
    };
    this.rhythm =
      pauseMs > 0
        ? new Coalesced(send, pauseMs, (error) => {
            source.failed(error);
          })
        : undefined;
  }

  startFrom(seq: number): void {
    this.toldSeq = seq;
  }

  stop(): void {
    this.rhythm?.stop();
  }

  take(events: readonly StoredEvent[]): void {
    this.waiting.push(...events);
    if (this.rhythm) this.rhythm.ring();
    else this.send();
  }

  /**
   * Whom an event concerns gets a packet of their own, with it in its place. A packet that would say nothing is not sent:
   * the next one covers its seqs too.
   */
  private send(): void {
    const events = this.waiting;
    this.waiting = [];
    const seq = events.at(-1)?.seq;
    if (seq === undefined) return;
    const concerned = concernedBy(events);
    for (const memberId of concerned) this.source.send(this.packet(events, seq, memberId), { only: memberId });
    const packet = this.packet(events, seq);
    if (packet.events.length === 0 && packet.unreadChat === undefined) return;
    this.source.send(packet, { except: concerned });
    this.toldSeq = seq;
  }

  private packet(events: readonly StoredEvent[], seq: number, memberId?: string): Packet {
    const viewer = { isStaff: this.name === 'staff', ...(memberId === undefined ? {} : { memberId }) };
    const told = this.source.tell(events, viewer);
    const covered = { after: this.toldSeq, seq };
    return this.name === 'text' ? { ...covered, ...lightened(told) } : { ...covered, events: told };
  }
}

/** For whoever reads text only: chat is counted, votes are told as they stand last, the rest is told. */
export function lightened(events: readonly RoomEvent[]): { events: RoomEvent[]; unreadChat?: number } {
  const rest = events.filter(({ kind }) => kind !== 'chat.posted');
  const unreadChat = events.length - rest.length;
  const told = { events: withLastTotals(rest) };
  return unreadChat > 0 ? { ...told, unreadChat } : told;
}

/** Of many votes for one question the last total alone, and none where what is told of it later says so itself. */
function withLastTotals(events: readonly RoomEvent[]): RoomEvent[] {
  const totals = new Map<string, number>();
  let last: RoomEvent | undefined;
  for (const event of events) {
    if (event.kind === 'question.changed') totals.delete(event.question.id);
    if (event.kind !== 'question.voted') continue;
    for (const { questionId, votes } of event.totals) totals.set(questionId, votes);
    last = event;
  }
  return events.flatMap((event): RoomEvent[] => {
    if (event.kind !== 'question.voted') return [event];
    if (event !== last || totals.size === 0) return [];
    return [{ ...event, totals: Array.from(totals, ([questionId, votes]) => ({ questionId, votes })) }];
  });
}

function concernedBy(events: readonly StoredEvent[]): string[] {
  const ids = events.flatMap(({ audience, about }) =>
    (audience === 'about' || audience === 'each') && about ? [about.memberId] : [],
  );
  return [...new Set(ids)];
}
