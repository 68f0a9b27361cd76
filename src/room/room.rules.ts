// Who may be in a room, when it is open, and what a client that comes back is given.

import type { RoomHours } from '../contracts/policies.js';
import type { RoomRole } from '../contracts/room-permissions.js';
import { LONGEST_GAP, type GoodbyeReason } from '../contracts/room-protocol.js';
import type { RoomSession } from '../contracts/room-snapshot.js';

const MINUTE = 60_000;

export interface RoomTimes {
  state: RoomSession['state'];
  startsAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  /** What the cooperative has decided. */
  hours: RoomHours;
}

/** A member's standing towards one session. `isStaff`: host, moderator or speaker of it, or an admin. */
export interface Standing {
  hasLeft: boolean;
  isStaff: boolean;
  isConfirmed: boolean;
  /** Staff sent them out. */
  isRemoved: boolean;
}

export type Entry = 'enter' | 'not-registered' | 'removed' | 'not-open' | 'closed';

/** Whether somebody may enter, or stay, at `now`. */
export function entry(who: Standing, session: RoomTimes, now: Date): Entry {
  if (who.hasLeft || !(who.isStaff || who.isConfirmed)) return 'not-registered';
  if (who.isRemoved && !who.isStaff) return 'removed';
  if (session.state === 'draft') return 'not-open';
  if (isClosed(session, now)) return 'closed';
  return who.isStaff || !isGreenRoom(session, now) ? 'enter' : 'not-open';
}

/** Staff are among themselves: members may not enter yet. */
export function isGreenRoom(session: RoomTimes, now: Date): boolean {
  if (session.state !== 'published') return false;
  return now.getTime() < session.startsAt.getTime() - session.hours.roomOpensMinutes * MINUTE;
}

/**
 * Whether a connection must go, and why; `newerDevices` counts the member's later connections to the same room, `wasRole`
 * is what it entered as: whoever is something else now comes in anew, is told what is theirs, and may do no more than that.
 */
export function mustGo(
  who: Standing & { newerDevices: number; mostDevices: number; role: RoomRole | null; wasRole: RoomRole | null },
  session: RoomTimes,
  now: Date,
): GoodbyeReason | undefined {
  const may = entry(who, session, now);
  if (may === 'closed' || may === 'not-open') return 'room-closed';
  if (may === 'not-registered') return 'no-access';
  if (may === 'removed') return 'removed';
  if (who.wasRole !== who.role) return 'role-changed';
  return who.newerDevices >= who.mostDevices ? 'too-many-devices' : undefined;
}

/** What to send somebody who has shown everything up to `lastSeq` of a room that stands at `seq`. */
export function replay(lastSeq: number | undefined, seq: number): 'gap' | 'snapshot' {
  if (lastSeq === undefined || lastSeq > seq) return 'snapshot';
  return seq - lastSeq > LONGEST_GAP ? 'snapshot' : 'gap';
}

function isClosed(session: RoomTimes, now: Date): boolean {
  if (session.state === 'cancelled') return true;
  const { undoEndMinutes, roomClosesMinutes } = session.hours;
  // It outlives the host's "end" by the time in which that can be undone; where nobody ends it, it closes by itself.
  if (session.state === 'ended') return isPast(session.endedAt ?? session.endsAt, undoEndMinutes, now);
  return isPast(session.endsAt, roomClosesMinutes, now);
}

function isPast(instant: Date, minutes: number, now: Date): boolean {
  return now.getTime() >= instant.getTime() + minutes * MINUTE;
}
