// Takes a mail in the transaction that makes it due. It is sent later, once, by whichever worker claims its row.

import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '../../contracts/languages.js';
import { MAIL_KINDS, type MailData, type MailKind, type MailLane } from '../../contracts/mail.js';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../ids.js';
import { JobQueue } from '../queue/job-queue.js';
import { addressIn } from './mail.rules.js';
import type { CalendarFile } from './outgoing-mail.entity.js';

/**
 * One mail to one reader. `dedupeKey` names what it is about (`sign-in:<challenge id>`): the same key is sent once.
 * `dueAt` is now unless given; after `expiresAt` it is not sent any more.
 */
export type MailToQueue = { [Kind in MailKind]: MailOf<Kind> }[MailKind];

interface MailOf<Kind extends MailKind> {
  kind: Kind;
  data: MailData[Kind];
  /** Whose name and colour (`#rrggbb`) it bears. */
  cooperative: { id: string; name: string; colour: string };
  memberId?: string;
  to: { address: string; name: string };
  language: Language;
  zone: string;
  dedupeKey: string;
  dueAt?: Date;
  expiresAt?: Date;
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
  /** To several events at once, or out of them, each by a file of its own. */
  invitations?: { method: 'REQUEST' | 'CANCEL'; files: readonly CalendarFile[] };
}

@Injectable()
export class MailService {
  private readonly waking = new Set<MailLane>();
  private readonly domain: string;
  /** The address every mail comes from, without its name. */
  readonly senderAddress: string;

  constructor(
    private readonly clock: Clock,
    private readonly queueOfJobs: JobQueue,
    @Inject(CONFIG) config: Config,
  ) {
    this.domain = new URL(config.publicUrl).hostname;
    this.senderAddress = addressIn(config.mailFrom);
  }

  /** One statement for any number of mails. Nothing is sent in here, nor if the transaction is rolled back. */
  async queue(tx: Tx, mails: MailToQueue | readonly MailToQueue[]): Promise<void> {
    const list = 'kind' in mails ? [mails] : mails;
    if (list.length === 0) return;
    const now = this.clock.now();
    await tx.sql(
      `INSERT INTO outgoing_mails (id, cooperative_id, member_id, kind, lane, to_address, to_name, language, zone, data,
         calendar, calendar_method, invitations, dedupe_key, due_at, expires_at, message_id, created_at)
       SELECT id, cooperative_id, member_id, kind, lane, to_address, to_name, language, zone, data,
         calendar, calendar_method, invitations, dedupe_key, due_at, expires_at, message_id, $2
       FROM jsonb_to_recordset($1::jsonb) AS mail (id uuid, cooperative_id uuid, member_id uuid, kind text, lane text,
         to_address text, to_name text, language text, zone text, data jsonb, calendar text, calendar_method text,
         invitations jsonb, dedupe_key text, due_at timestamptz, expires_at timestamptz, message_id text)
       ON CONFLICT (dedupe_key) DO NOTHING`,
      [JSON.stringify(list.map((mail) => this.row(mail, now))), now],
    );
    const lanes = new Set(list.map((mail) => MAIL_KINDS[mail.kind].lane));
    for (const lane of lanes) {
      tx.afterCommit(() => {
        this.wake(lane);
      });
    }
  }

  /**
   * Takes back what has not left yet, by its keys: what was true when it was queued no longer is. One that a server is
   * being asked to take just now may still leave; if it is refused for the moment, it is not tried again.
   */
  async withdraw(tx: Tx, dedupeKeys: readonly string[]): Promise<void> {
    if (dedupeKeys.length === 0) return;
    await tx.sql(
      `UPDATE outgoing_mails SET expires_at = least(expires_at, $2),
         state = CASE WHEN state = 'queued' THEN 'expired' ELSE state END,
         last_answer = CASE WHEN state = 'queued' THEN 'Withdrawn before it was sent' ELSE last_answer END
       WHERE dedupe_key = ANY($1) AND state IN ('queued', 'sending')`,
      [dedupeKeys, this.clock.now()],
    );
  }

  private row(mail: MailToQueue, now: Date): Record<string, unknown> {
    const id = newId();
    return {
      id,
      cooperative_id: mail.cooperative.id,
      member_id: mail.memberId ?? null,
      kind: mail.kind,
      lane: MAIL_KINDS[mail.kind].lane,
      to_address: mail.to.address,
      to_name: mail.to.name,
      language: mail.language,
      zone: mail.zone,
      data: { ...mail.data, cooperative: mail.cooperative.name, colour: mail.cooperative.colour },
      calendar: mail.calendar?.content ?? null,
      calendar_method: mail.calendar?.method ?? mail.invitations?.method ?? null,
      invitations: mail.invitations?.files ?? null,
      dedupe_key: mail.dedupeKey,
      due_at: mail.dueAt ?? now,
      expires_at: mail.expiresAt ?? null,
      // The same at every attempt: a reader's mail program shows a mail that came twice once.
      message_id: `<${id}@${this.domain}>`,
    };
  }

  /** A wake-up a lane is enough for many commits: what committed before the worker looks is found by that look. */
  private wake(lane: MailLane): void {
    if (this.waking.has(lane)) return;
    this.waking.add(lane);
    setImmediate(() => {
      this.waking.delete(lane);
      void this.queueOfJobs.wake('mail.send', [{ lane }]);
    });
  }
}
