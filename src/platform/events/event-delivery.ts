// Gives an event to each of its handlers exactly once, each in its own transaction.

import { Injectable, Logger } from '@nestjs/common';
import type { DomainEvent, DomainEvents, EventName } from '../../contracts/events.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { messageOf } from '../errors.js';
import { Handlers, type MarkedMethod } from '../queue/handlers.js';
import { ON_EVENT } from './on-event.decorator.js';

/** After this many failed deliveries a person must look. */
const MAX_ATTEMPTS = 12;
const FIRST_BACKOFF_SECONDS = 2;
const LONGEST_BACKOFF_SECONDS = 1_800;

@Injectable()
export class EventDelivery {
  private readonly logger = new Logger(EventDelivery.name);
  private byEvent: Map<string, MarkedMethod<EventName>[]> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handlers: Handlers,
  ) {}

  /** Every handler has its turn; a failure is noted on the event and tried again later with growing pauses. */
  async deliver(eventId: string): Promise<void> {
    const event = await this.open(eventId);
    if (!event) return;
    const failures: unknown[] = [];
    for (const handler of this.handlersOf(event.name)) {
      try {
        await this.handleOnce(handler, event);
      } catch (error) {
        this.logger.error(`${handler.name} failed on ${event.name} ${event.id}: ${messageOf(error)}`);
        failures.push(error);
      }
    }
    if (failures.length === 0) await this.complete(eventId);
    else await this.backOff(eventId, failures[0]);
  }

  private async open(eventId: string): Promise<DomainEvent | undefined> {
    const [row] = await this.database.sql<{ name: EventName; payload: DomainEvents[EventName]; occurred_at: Date }>(
      'SELECT name, payload, occurred_at FROM outbox_events WHERE id = $1 AND completed_at IS NULL',
      [eventId],
    );
    return row && { id: eventId, name: row.name, payload: row.payload, occurredAt: row.occurred_at };
  }

  private handlersOf(name: EventName): MarkedMethod<EventName>[] {
    this.byEvent ??= Map.groupBy(this.handlers.marked<EventName>(ON_EVENT), (handler) => handler.mark);
    return this.byEvent.get(name) ?? [];
  }

  private async handleOnce(handler: MarkedMethod<EventName>, event: DomainEvent): Promise<void> {
    await this.database.transaction(async (tx) => {
      const first = await tx.sql(
        `INSERT INTO handled_events (event_id, handler, handled_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING event_id`,
        [event.id, handler.name, this.clock.now()],
      );
      if (first.length > 0) await handler.call(tx, event);
    });
  }

  private async complete(eventId: string): Promise<void> {
    await this.database.sql('UPDATE outbox_events SET completed_at = $2, last_error = NULL WHERE id = $1', [
      eventId,
      this.clock.now(),
    ]);
  }

  private async backOff(eventId: string, error: unknown): Promise<void> {
    await this.database.sql(
      `UPDATE outbox_events SET attempts = attempts + 1, last_error = $2,
         due_at = $3::timestamptz + make_interval(secs => least($4 * power(2, attempts), $5)),
         failed_at = CASE WHEN attempts + 1 >= $6 THEN $3::timestamptz END
       WHERE id = $1`,
      [
        eventId,
        messageOf(error).slice(0, 500),
        this.clock.now(),
        FIRST_BACKOFF_SECONDS,
        LONGEST_BACKOFF_SECONDS,
        MAX_ATTEMPTS,
      ],
    );
  }
}
