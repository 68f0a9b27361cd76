// A connection as the room's services see it: who it is, where it sits, how to speak to it; no socket in sight.

import type { RoomRole } from '../contracts/room-permissions.js';
import type { GoodbyeReason } from '../contracts/room-protocol.js';
import type { Actor } from '../contracts/permissions.js';
import type { LaneName } from './room-lane.js';

/** Being in a room: one presence span. What they are in the session is as it was on entering. */
export interface Seat {
  readonly spanId: string;
  readonly sessionId: string;
  readonly isStaff: boolean;
  readonly role: RoomRole | null;
  /** What is told to it. */
  readonly lane: LaneName;
}

/** Whose connection it is; `id` is the member's or the guest's. */
export type RoomVisitor =
  | { readonly kind: 'member'; readonly id: string; readonly tokenId: string }
  | { readonly kind: 'guest'; readonly id: string };

/** As the audit names them: a guest is no member, and has an empty `memberId`. */
export type RoomActor = Pick<Actor, 'cooperativeId' | 'memberId' | 'fromHash'>;

export interface RoomConnection {
  readonly visitor: RoomVisitor;
  readonly actor: RoomActor;
  seat: Seat | undefined;
  /** False from the moment the line is gone, even while a command that came before is still being looked at. */
  readonly isOpen: boolean;
  /** When its last packet came, heartbeats included. */
  readonly lastHeardAt: Date;
  /** Whether what is sent to it piles up unread. */
  readonly isStuck: boolean;
  /** Resolves once every event that is stored from now on will be sent to it. */
  follow(sessionId: string, lane: LaneName): Promise<void>;
  unfollow(sessionId: string): void;
  /** One command at a time: a leave that overtakes its join would leave a ghost behind. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  goodbye(reason: GoodbyeReason): void;
}
