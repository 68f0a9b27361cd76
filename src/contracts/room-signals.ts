// What a moment in the room feels like: reactions and typing, which are counted and forgotten, and raised hands, which stand.

import { z } from 'zod';
import { REACTIONS } from './room-chat.js';
import { act, ask, type RoomPerson } from './room-command.js';
import { id } from './schemas.js';

/** A member counts as typing for so long after they last said so: send it anew at most every few seconds. */
export const TYPING_SECONDS = 5;

export const SIGNAL_COMMANDS = {
  /** One's own; it comes down by itself a minute after the last of one's devices left the room. */
  'hand.raise': act({ isRaised: z.boolean() }),
  /** Staff take somebody's hand down, once they had their turn. */
  'hand.lower': act({ memberId: id }),
  /** Counted and sent on together, once a second: never one packet a click; neither stored nor numbered. */
  'room.react': ask({ reaction: z.enum(REACTIONS) }),
  'room.typing': ask({}),
} as const;

/** To staff and the one it concerns, on all their devices. */
export interface HandEvent {
  kind: 'hand.changed';
  member: RoomPerson;
  isRaised: boolean;
}
