// What one room's pulse says beside its counts: reactions since it was last said, and how many are typing now.

import { REACTIONS } from '../contracts/room-chat.js';
import { TYPING_SECONDS } from '../contracts/room-signals.js';
import type { RoomPulse } from '../contracts/room-protocol.js';

/** A node's typing is believed this long: it says so each second, unless it died. */
const BELIEVED_MS = (TYPING_SECONDS + 1) * 1_000;

/** What one node heard in one room in a second. */
export interface RoomSignal {
  nodeId: string;
  reactions: RoomPulse['reactions'];
  /** How many are typing there. */
  typing: number;
}

export type Mood = Pick<RoomPulse, 'reactions' | 'typing'>;

/** Lanes with a rhythm of their own: each is told every reaction once. */
type Beat = 'full' | 'text';

export class PulseTally {
  private readonly reactions: Record<Beat, RoomPulse['reactions']> = { full: {}, text: {} };
  private readonly typing = new Map<string, { count: number; until: number }>();

  /** @param now ticks. @returns whether there is something new to say. */
  hear({ nodeId, reactions, typing }: RoomSignal, now: number): boolean {
    const before = this.typingAt(now);
    if (typing > 0) this.typing.set(nodeId, { count: typing, until: now + BELIEVED_MS });
    else this.typing.delete(nodeId);
    for (const beat of ['full', 'text'] as const) this.reactions[beat] = sum(this.reactions[beat], reactions);
    return Object.keys(reactions).length > 0 || this.typingAt(now) !== before;
  }

  /** For the next pulse of these lanes; its reactions are not said again. */
  take(beat: Beat, now: number): Mood {
    const reactions = this.reactions[beat];
    this.reactions[beat] = {};
    return { reactions, typing: this.typingAt(now) };
  }

  /** Milliseconds until somebody's typing is believed no more; undefined: nobody types. */
  fadesIn(now: number): number | undefined {
    const left = [...this.typing.values()].map(({ until }) => until - now).filter((ms) => ms > 0);
    return left.length > 0 ? Math.min(...left) : undefined;
  }

  private typingAt(now: number): number {
    let total = 0;
    for (const { count, until } of this.typing.values()) if (until > now) total += count;
    return total;
  }
}

export function sum(some: RoomPulse['reactions'], more: RoomPulse['reactions']): RoomPulse['reactions'] {
  const total = { ...some };
  for (const reaction of REACTIONS) {
    const times = more[reaction];
    if (times !== undefined) total[reaction] = (total[reaction] ?? 0) + times;
  }
  return total;
}
