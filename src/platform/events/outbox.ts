// The only way an event is born: in the transaction that makes it true.

import { Injectable } from '@nestjs/common';
import type { DomainEvents, EventName } from '../../contracts/events.js';
import { Clock } from '../clock.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../ids.js';

/** The PostgreSQL channel that rings when an event was committed. */
export const OUTBOX_CHANNEL = 'sinau_outbox';

@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  async append<Name extends EventName>(tx: Tx, name: Name, payload: DomainEvents[Name]): Promise<void> {
    await this.appendMany(tx, name, [payload]);
  }

  /** One statement for any number of events of a kind; their ids keep the order given. */
  async appendMany<Name extends EventName>(tx: Tx, name: Name, payloads: readonly DomainEvents[Name][]): Promise<void> {
    if (payloads.length === 0) return;
    await tx.sql(
      `INSERT INTO outbox_events (id, name, payload, occurred_at, due_at)
       SELECT id, $1, payload, $2, $2 FROM unnest($3::uuid[], $4::jsonb[]) AS new(id, payload)`,
      [name, this.clock.now(), payloads.map(() => newId()), payloads.map((payload) => JSON.stringify(payload))],
    );
    await tx.sql(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`);
  }
}
