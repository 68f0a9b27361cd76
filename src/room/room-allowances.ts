// How often one member may send each command, over all their devices.

import type { RoomCommand } from '../contracts/room-protocol.js';
import type { Allowance } from '../platform/limits/token-bucket.js';

/** For what they may do in a quick row. */
const OFTEN: Allowance = { burst: 20, perSecond: 1 };
export const ALLOWANCES: Record<RoomCommand, Allowance> = {
  'room.join': OFTEN,
  'room.leave': OFTEN,
  'chat.post': { burst: 10, perSecond: 1 },
  'chat.load': OFTEN,
};
