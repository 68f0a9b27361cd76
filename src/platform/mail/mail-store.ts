// The rows behind the sending: claimed under a lease, marked after, never two senders for one.

import { Injectable } from '@nestjs/common';
import type { Language } from '../../contracts/languages.js';
import type { MailKind, MailLane } from '../../contracts/mail.js';
import { MicroBatcher } from '../batching/micro-batcher.js';
import { Database } from '../database/database.js';
import { newId } from '../ids.js';
import type { CalendarFile, MailState } from './outgoing-mail.entity.js';

/** A mail that this process may send until its lease ends. `attempts` counts this one. */
export interface ClaimedMail {
  id: string;
  leaseToken: string;
  kind: MailKind;
  toAddress: string;
  toName: string;
  language: Language;
  zone: string;
  data: Record<string, string>;
  calendar: string | null;
  calendarMethod: 'REQUEST' | 'CANCEL' | null;
  invitations: CalendarFile[] | null;
  attempts: number;
  messageId: string;
  expiresAt: Date | null;
}

/** What became of it. `forgets`: its content is a secret and goes now. */
export interface MailMark {
  id: string;
  leaseToken: string;
  state: Exclude<MailState, 'sending' | 'uncertain'>;
  at: Date;
  dueAt: Date;
  answer: string;
  forgets: boolean;
}

@Injectable()
export class MailStore {
  private readonly marks = new MicroBatcher<MailMark, boolean>((_, marks) => this.markAll(marks));

  constructor(private readonly database: Database) {}

  /** The longest due first. A lapsed lease is taken over, but in the bulk lane: nobody gets those twice. */
  async claim(lane: MailLane, count: number, now: Date, leaseUntil: Date): Promise<ClaimedMail[]> {
    return this.database.sql<ClaimedMail>(
      `UPDATE outgoing_mails SET state = 'sending', attempts = attempts + 1, due_at = $4, lease_token = $5
       WHERE id IN (
         SELECT id FROM outgoing_mails
         WHERE lane = $1 AND due_at <= $3 AND state IN ('queued', 'sending') AND (state = 'queued' OR lane <> 'bulk')
         ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id, lease_token AS "leaseToken", kind, to_address AS "toAddress", to_name AS "toName", language, zone,
         coalesce(data, '{}') AS data, calendar, calendar_method AS "calendarMethod", invitations, attempts,
         message_id AS "messageId", expires_at AS "expiresAt"`,
      [lane, count, now, leaseUntil, newId()],
    );
  }

  /** Answers the ids that are still this process's own. */
  async renew(held: readonly { id: string; leaseToken: string }[], leaseUntil: Date): Promise<Set<string>> {
    const rows = await this.database.sql<{ id: string }>(
      `UPDATE outgoing_mails mail SET due_at = $3
       FROM unnest($1::uuid[], $2::uuid[]) AS held (id, token)
       WHERE mail.id = held.id AND mail.lease_token = held.token AND mail.state = 'sending' RETURNING mail.id`,
      [held.map((mail) => mail.id), held.map((mail) => mail.leaseToken), leaseUntil],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Marks of the same moment share a statement. False when the lease was lost meanwhile. */
  async mark(mark: MailMark): Promise<boolean> {
    return this.marks.submit('', mark);
  }

  /** Gives back what was claimed and not tried. */
  async release(mails: readonly ClaimedMail[], now: Date): Promise<void> {
    await this.database.sql(
      `UPDATE outgoing_mails mail SET state = 'queued', attempts = mail.attempts - 1, due_at = $3, lease_token = NULL
       FROM unnest($1::uuid[], $2::uuid[]) AS held (id, token)
       WHERE mail.id = held.id AND mail.lease_token = held.token`,
      [mails.map((mail) => mail.id), mails.map((mail) => mail.leaseToken), now],
    );
  }

  /** Bulk mails whose sender vanished: nobody knows whether they arrived, and only a person may send them again. */
  async setUncertain(now: Date): Promise<void> {
    await this.database.sql(
      `UPDATE outgoing_mails SET state = 'uncertain', lease_token = NULL
       WHERE lane = 'bulk' AND state = 'sending' AND due_at <= $1`,
      [now],
    );
  }

  async forgetBodies(createdBefore: Date): Promise<void> {
    await this.database.sql(
      `UPDATE outgoing_mails SET data = NULL, calendar = NULL, invitations = NULL WHERE id IN (
         SELECT id FROM outgoing_mails WHERE data IS NOT NULL AND created_at < $1
           AND state NOT IN ('queued', 'sending') LIMIT 10000)`,
      [createdBefore],
    );
  }

  async countByState(): Promise<{ state: MailState; count: number }[]> {
    return this.database.sql(
      `SELECT state, count(*)::int AS count FROM outgoing_mails WHERE state IN ('queued', 'sending') GROUP BY state
       UNION ALL
       SELECT state, count(*)::int FROM outgoing_mails WHERE state IN ('failed', 'expired', 'uncertain') GROUP BY state`,
    );
  }

  async countSentSince(instant: Date): Promise<number> {
    const [row] = await this.database.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM outgoing_mails WHERE state = 'sent' AND sent_at > $1`,
      [instant],
    );
    return row?.count ?? 0;
  }

  private async markAll(marks: readonly MailMark[]): Promise<boolean[]> {
    const rows = await this.database.sql<{ id: string }>(
      `UPDATE outgoing_mails mail SET state = mark.state, due_at = mark.due_at, last_answer = mark.answer,
         sent_at = CASE WHEN mark.state = 'sent' THEN mark.at ELSE mail.sent_at END, lease_token = NULL,
         data = CASE WHEN mark.forgets THEN NULL ELSE mail.data END
       FROM jsonb_to_recordset($1::jsonb) AS mark (id uuid, "leaseToken" uuid, state text, at timestamptz,
         due_at timestamptz, answer text, forgets boolean)
       WHERE mail.id = mark.id AND mail.lease_token = mark."leaseToken" RETURNING mail.id`,
      [JSON.stringify(marks.map(({ dueAt, ...mark }) => ({ ...mark, due_at: dueAt })))],
    );
    const marked = new Set(rows.map((row) => row.id));
    return marks.map((mark) => marked.has(mark.id));
  }
}
