// Turns reminders whose time has come into mails, a batch a transaction: decided, queued and marked together.

import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { MailService, type MailToQueue } from '../platform/mail/mail.service.js';
import { ReleaseLinks } from '../registrations/release-links.service.js';
import { SeatHistoryService } from '../registrations/seat-history.service.js';
import { reminderMail, type MailRow } from './reminder-mail.js';
import { decide, type ReminderState } from './reminder.rules.js';
import { RemindersQueries } from './reminders.queries.js';

const BATCH = 500;

@Injectable()
export class ReminderSenderService {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly queries: RemindersQueries,
    private readonly seats: SeatHistoryService,
    private readonly releases: ReleaseLinks,
    private readonly mails: MailService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One after the other in this process: who calls knows afterwards that nothing due is left. */
  sendDue(): Promise<void> {
    this.last = this.last.catch(() => undefined).then(() => this.sendAll());
    return this.last;
  }

  private async sendAll(): Promise<void> {
    while ((await this.database.transaction((tx) => this.sendBatch(tx))) === BATCH);
  }

  private async sendBatch(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const rows = await this.queries.due(tx, now, BATCH);
    if (rows.length === 0) return 0;
    const steps = await this.seats.stepsOf(tx, rows);
    const decided = rows.map((row, nth) => ({
      row: { ...row, steps: steps[nth] ?? 0 },
      decision: decide(row, now),
    }));
    await this.mails.queue(
      tx,
      decided.flatMap(({ row, decision }) =>
        decision.state === 'sent' && row.email !== null ? [this.mailOf(row, row.email, decision.expiresAt, now)] : [],
      ),
    );
    const states = decided.map(({ decision }): ReminderState => decision.state);
    await tx.sql(
      `UPDATE reminders r SET state = decided.state, decided_at = $3
       FROM unnest($1::uuid[], $2::text[]) AS decided (id, state) WHERE r.id = decided.id`,
      [rows.map((row) => row.id), states, now],
    );
    return rows.length;
  }

  private mailOf(row: MailRow, address: string, expiresAt: Date, now: Date): MailToQueue {
    const { publicUrl } = this.config;
    const releaseUrl = this.releases.to(row.registrationId);
    const from = { publicUrl, releaseUrl, senderAddress: this.mails.senderAddress };
    return reminderMail(row, address, expiresAt, from, now);
  }
}
