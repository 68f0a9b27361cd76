// Who may say something in a room's chat now. Staff always may: they are the ones who keep order.

import type { ErrorCode } from '../contracts/error-codes.js';
import type { RoomSettings } from '../contracts/room-chat.js';
import { entry, type RoomTimes, type Standing } from './room.rules.js';

/** A member as they stand when their message is stored. */
export interface Speaker extends Standing {
  isMuted: boolean;
  /** When their last message was taken, on whichever device; null: none yet, or nobody asked. */
  lastSpokeAt: Date | null;
}

export interface Refused {
  code: ErrorCode;
  retryAfterSeconds?: number;
}

/** Something to be said: `key` is the same for every retry of it, `isWelcome` is false when a listed word is in it. */
export interface Saying {
  memberId: string;
  key: string;
  isWelcome: boolean;
}

/** Whether somebody may write at all; undefined: they may. */
export function mayWrite(
  speaker: Omit<Speaker, 'lastSpokeAt'>,
  settings: RoomSettings,
  session: RoomTimes,
  now: Date,
): Refused | undefined {
  const may = entry(speaker, session, now);
  if (may === 'not-registered') return { code: 'forbidden' };
  if (may === 'removed') return { code: 'removed-from-room' };
  if (may !== 'enter') return { code: 'room-closed' };
  if (speaker.isStaff) return undefined;
  if (speaker.isMuted) return { code: 'muted-in-room' };
  return settings.chat === 'staff-only' ? { code: 'staff-only' } : undefined;
}

/**
 * Each of many messages that are stored together, in order: of one member's several, slow mode takes the first.
 * A word on the list is refused at once, with its own code, so that its author rewords it: holding it back would leave
 * them waiting for staff who have an hour to lead. A refused message does not count as having spoken.
 *
 * @returns by place; undefined: it may be said.
 */
export function decideAll(
  sayings: readonly Saying[],
  speakers: ReadonlyMap<string, Speaker>,
  settings: RoomSettings,
  session: RoomTimes,
  now: Date,
): (Refused | undefined)[] {
  const decided = new Map<string, Refused | undefined>();
  const spokeAt = new Map<string, Date>();
  return sayings.map(({ memberId, key, isWelcome }) => {
    if (decided.has(key)) return decided.get(key);
    const speaker = speakers.get(memberId);
    const refused = speaker
      ? (mayWrite(speaker, settings, session, now) ??
        unwelcome(speaker, isWelcome) ??
        tooSoon(speaker, spokeAt.get(memberId) ?? speaker.lastSpokeAt, settings.slowSeconds, now))
      : { code: 'forbidden' as const };
    if (!refused) spokeAt.set(memberId, now);
    decided.set(key, refused);
    return refused;
  });
}

/** Staff may name what they warn of. */
function unwelcome(speaker: Speaker, isWelcome: boolean): Refused | undefined {
  return isWelcome || speaker.isStaff ? undefined : { code: 'unwelcome-words' };
}

function tooSoon(speaker: Speaker, last: Date | null, slowSeconds: number, now: Date): Refused | undefined {
  if (speaker.isStaff || slowSeconds === 0 || last === null) return undefined;
  const waitMs = last.getTime() + slowSeconds * 1_000 - now.getTime();
  return waitMs > 0 ? { code: 'rate-limited', retryAfterSeconds: Math.ceil(waitMs / 1_000) } : undefined;
}
