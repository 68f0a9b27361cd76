// How often one member may send each command, over all their devices.

import type { RoomCommand } from '../contracts/room-protocol.js';
import type { Allowance } from '../platform/limits/token-bucket.js';

/** For what they may do in a quick row. */
const OFTEN: Allowance = { burst: 20, perSecond: 1 };
/** For staff, who go through a list. */
const STAFF: Allowance = { burst: 60, perSecond: 3 };

export const ALLOWANCES: Record<RoomCommand, Allowance> = {
  'room.join': OFTEN,
  'room.leave': OFTEN,
  'chat.post': { burst: 10, perSecond: 1 },
  'chat.load': OFTEN,
  'chat.edit': { burst: 10, perSecond: 0.5 },
  'chat.delete': OFTEN,
  'chat.report': { burst: 5, perSecond: 0.1 },
  'chat.pin': OFTEN,
  'room.announce': { burst: 10, perSecond: 0.2 },
  'room.configure': OFTEN,
  'session.break': { burst: 10, perSecond: 0.2 },
  'member.mute': OFTEN,
  'member.remove': OFTEN,

  'poll.save': OFTEN,
  'poll.delete': OFTEN,
  'poll.open': OFTEN,
  'poll.close': OFTEN,
  'poll.archive': OFTEN,
  'poll.answer': { burst: 10, perSecond: 0.5 },
  'poll.results': OFTEN,
  'question.ask': { burst: 5, perSecond: 0.1 },
  'question.load': OFTEN,
  // While somebody types.
  'question.similar': { burst: 30, perSecond: 2 },
  'question.withdraw': OFTEN,
  'question.vote': { burst: 30, perSecond: 1 },
  'question.approve': STAFF,
  'question.reject': STAFF,
  'question.merge': STAFF,
  'question.stage': STAFF,
  'question.unstage': STAFF,
  'question.answer': STAFF,
  'question.pin': STAFF,
  'question.archive': STAFF,

  'hand.raise': { burst: 10, perSecond: 0.2 },
  'hand.lower': OFTEN,
  // A row of applause, then a clap or two a second.
  'room.react': { burst: 20, perSecond: 2 },
  'room.typing': { burst: 5, perSecond: 0.5 },
};
