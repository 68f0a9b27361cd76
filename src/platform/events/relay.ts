// Carries committed events to the queue: at once when the doorbell rings, and by a sweep when it did not.

import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DatabaseListener } from '../database/listener.js';
import { messageOf } from '../errors.js';
import { JobQueue } from '../queue/job-queue.js';
import { OnSweep } from '../queue/on-job.decorator.js';
import { EventDelivery } from './event-delivery.js';
import { OUTBOX_CHANNEL } from './outbox.js';

const BATCH = 500;
/** How long a handed-over event may stay unfinished before it is handed over again. */
const LEASE_SECONDS = 15;
const KEEP_DAYS = 30;

@Injectable()
export class OutboxRelay implements OnApplicationBootstrap {
  private readonly logger = new Logger(OutboxRelay.name);
  private dispatching: Promise<void> | undefined;
  private rings = 0;

  constructor(
    private readonly database: Database,
    private readonly listener: DatabaseListener,
    private readonly queue: JobQueue,
    private readonly delivery: EventDelivery,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.listen(OUTBOX_CHANNEL, () => {
      this.dispatch().catch((error: unknown) => {
        this.logger.error(`Relaying events failed: ${messageOf(error)}`);
      });
    });
  }

  /** Hands over everything that is due. One round at a time; a ring during it starts another. */
  @OnSweep(2)
  async dispatch(): Promise<void> {
    this.rings += 1;
    this.dispatching ??= this.rounds().finally(() => {
      this.dispatching = undefined;
    });
    return this.dispatching;
  }

  /** Finished events are kept 30 days for whoever asks what happened, then go with their handled marks. */
  @OnSweep(3_600)
  async forgetFinished(): Promise<void> {
    await this.database.sql(
      `WITH old AS (
         DELETE FROM outbox_events WHERE id IN (
           SELECT id FROM outbox_events WHERE completed_at < $1::timestamptz - make_interval(days => $2) LIMIT 10000)
         RETURNING id)
       DELETE FROM handled_events USING old WHERE event_id = old.id`,
      [this.clock.now(), KEEP_DAYS],
    );
  }

  private async rounds(): Promise<void> {
    for (let heard = -1; heard !== this.rings;) {
      heard = this.rings;
      while ((await this.round()) === BATCH);
    }
  }

  private async round(): Promise<number> {
    const due = await this.database.sql<{ id: string }>(
      `UPDATE outbox_events SET due_at = $1::timestamptz + make_interval(secs => $2)
       WHERE id IN (
         SELECT id FROM outbox_events
         WHERE due_at <= $1 AND completed_at IS NULL AND failed_at IS NULL
         ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [this.clock.now(), LEASE_SECONDS, BATCH],
    );
    if (due.length === 0) return 0;
    const taken = await this.queue.wake(
      'event.deliver',
      due.map((row) => ({ eventId: row.id })),
    );
    // With the queue out of reach the rows are still here: deliver them from this process.
    if (!taken) for (const row of due) await this.delivery.deliver(row.id).catch(() => undefined);
    return due.length;
  }
}
