// Tells the room how many have answered: at most once a second a room, however many answer, on however many nodes.

import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Coalesced } from '../platform/batching/coalesced.js';
import { Database } from '../platform/database/database.js';
import { messageOf } from '../platform/errors.js';
import { RoomLog } from '../room/room-log.service.js';
import { PollsQueries } from './polls.queries.js';

const PAUSE_MS = 1_000;

@Injectable()
export class PollCounter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PollCounter.name);
  /** Rooms in which answers came that nobody was told of. */
  private readonly owed = new Set<string>();
  private readonly rhythm = new Coalesced(
    () => this.settle(),
    PAUSE_MS,
    (error) => {
      this.logger.warn(`Answers could not be counted yet: ${messageOf(error)}`);
    },
  );

  constructor(
    private readonly database: Database,
    private readonly log: RoomLog,
    private readonly queries: PollsQueries,
  ) {}

  /** What a node that died still owed. */
  async onApplicationBootstrap(): Promise<void> {
    for (const sessionId of await this.queries.sessionsWithOpen(this.database)) this.owe(sessionId);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.rhythm.stop();
    for (const sessionId of this.owed) await this.count(sessionId, 0);
  }

  owe(sessionId: string): void {
    this.owed.add(sessionId);
    this.rhythm.ring();
  }

  /** A room that was told a moment ago, by another node perhaps, waits for the next round. */
  private async settle(): Promise<void> {
    const rooms = [...this.owed];
    for (const sessionId of rooms) {
      this.owed.delete(sessionId);
      const isTold = await this.count(sessionId, PAUSE_MS).catch((error: unknown) => {
        this.owed.add(sessionId);
        throw error;
      });
      if (!isTold) this.owe(sessionId);
    }
  }

  /** @returns false: it is too early after the last time. */
  private count(sessionId: string, pauseMs: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const room = await this.log.lock(tx, sessionId);
      const poll = await this.queries.open(tx, sessionId);
      if (!poll) return true;
      const results = await this.queries.count(tx, poll);
      if (isDeepStrictEqual(results, poll.results)) return true;
      const { id: pollId, run } = poll;
      // By the database's clock, and a little less than the pause: a round that is due is not put off for a whole one.
      const told = await tx.sql(
        `UPDATE poll_runs SET results = $3, counted_at = clock_timestamp()
         WHERE poll_id = $1 AND run = $2
           AND (counted_at IS NULL OR counted_at <= clock_timestamp() - make_interval(secs => $4::float8 / 1000))
         RETURNING run`,
        [pollId, run, JSON.stringify(results), pauseMs * 0.9],
      );
      if (told.length === 0) return false;
      const { answered } = results;
      await this.log.append(tx, room, [{ kind: 'poll.counted', payload: { pollId, run, answered, results } }]);
      return true;
    });
  }
}
