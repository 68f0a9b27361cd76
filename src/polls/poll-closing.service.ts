// How a run ends: what its answers came to is counted for the last time and kept. What a session leaves open, it closes.

import { Injectable } from '@nestjs/common';
import type { PollResults, RoomPoll } from '../contracts/room-polls.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { found } from '../platform/errors.js';
import { RoomLog } from '../room/room-log.service.js';
import { Poll } from './poll.entity.js';
import { PollRun } from './poll-run.entity.js';
import { PollsQueries } from './polls.queries.js';

@Injectable()
export class PollClosing {
  constructor(
    private readonly queries: PollsQueries,
    private readonly log: RoomLog,
    private readonly clock: Clock,
  ) {}

  /** Under the room's lock: no answer comes in between. */
  async freeze(tx: Tx, poll: RoomPoll, now: Date): Promise<PollResults> {
    const { id, run, version } = poll;
    const results = await this.queries.count(tx, poll);
    await tx.manager.update(Poll, id, { state: 'closed', version: version + 1, updatedAt: now });
    await tx.manager.update(PollRun, { pollId: id, run }, { closedAt: now, results });
    return results;
  }

  /** The session is over: the poll that still runs in its room is closed. Again, or where the session goes on: nothing. */
  async closeLeftOpen(tx: Tx, sessionId: string): Promise<void> {
    const room = await this.log.lock(tx, sessionId);
    const left = await this.queries.leftOpen(tx, sessionId);
    if (!left) return;
    await this.freeze(tx, left, this.clock.now());
    const poll = found(await this.queries.one(tx, sessionId, left.id));
    await this.log.append(tx, room, [{ kind: 'poll.changed', payload: { poll } }]);
  }
}
