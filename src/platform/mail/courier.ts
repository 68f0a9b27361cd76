// Sends what is due, lane by lane: claims rows under a lease, keeps it alive while it sends, marks each after.

import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { MAIL_KINDS, type MailLane } from '../../contracts/mail.js';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { messageOf } from '../errors.js';
import { afterFault } from './mail.rules.js';
import { MailStore, type ClaimedMail, type MailMark } from './mail-store.js';
import { renderMail } from './mail-renderer.js';
import { IN_FLIGHT, Smtp, type SendOutcome } from './smtp.js';

/** How long a mail stays with a sender that says nothing: so long a crash delays what it held. */
const LEASE_MS = 30_000;
const RENEW_MS = 8_000;
/** With less than this left, a mail is not begun: another may have it before it is marked. */
const SAFETY_MS = 5_000;
const BATCH = 50;
const MARK_TRIES = 6;

interface Lane {
  waiting: ClaimedMail[];
  slots: Set<Promise<void>>;
  claiming: Promise<number> | undefined;
  rings: number;
}

@Injectable()
export class Courier implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Courier.name);
  private readonly lanes: Record<MailLane, Lane> = { now: emptyLane(), transactional: emptyLane(), bulk: emptyLane() };
  private readonly leases = new Map<string, { id: string; leaseToken: string; until: number }>();
  private renewal: NodeJS.Timeout | undefined;
  private stopping = false;
  private hasWarned = false;

  constructor(
    private readonly store: MailStore,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Looks for due mails of the lane, now; answers at once and sends behind. */
  ring(name: MailLane): void {
    if (this.stopping || !this.canSend()) return;
    const lane = this.lanes[name];
    lane.rings += 1;
    if (lane.slots.size < IN_FLIGHT[name]) this.openSlot(name);
  }

  /** What is in flight is finished, within the time stopping may take; the rest is given back. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const lanes = Object.values(this.lanes);
    const untried = lanes.flatMap((lane) => lane.waiting.splice(0));
    if (untried.length > 0) await this.store.release(untried, this.clock.now()).catch(() => undefined);
    const limit = new Promise((resolve) => setTimeout(resolve, this.config.shutdownSeconds * 500).unref());
    await Promise.race([Promise.allSettled(lanes.flatMap((lane) => [...lane.slots])), limit]);
    clearInterval(this.renewal);
    this.smtp.close();
  }

  private canSend(): boolean {
    if (!this.smtp.isConfigured && !this.hasWarned) {
      this.hasWarned = true;
      this.logger.warn('Mails wait: SMTP_URL is not set');
    }
    return this.smtp.isConfigured;
  }

  /** A slot sends one mail after another until none is due. */
  private openSlot(name: MailLane): void {
    const lane = this.lanes[name];
    const slot = this.work(name)
      .catch((error: unknown) => {
        this.logger.error(`Sending ${name} mails stopped: ${messageOf(error)}`);
      })
      .finally(() => lane.slots.delete(slot));
    lane.slots.add(slot);
  }

  private async work(name: MailLane): Promise<void> {
    for (;;) {
      const mail = await this.next(name);
      if (mail === undefined) return;
      await this.deliver(name, mail);
    }
  }

  private async next(name: MailLane): Promise<ClaimedMail | undefined> {
    const lane = this.lanes[name];
    for (let heard = -1; !this.stopping;) {
      const waiting = lane.waiting.shift();
      if (waiting) return waiting;
      if (heard === lane.rings) return undefined;
      heard = lane.rings;
      // A ring during the claim may tell of a row that the claim was too early for: look again.
      if ((await (lane.claiming ??= this.claim(name))) > 0) heard = -1;
    }
    return undefined;
  }

  private async claim(name: MailLane): Promise<number> {
    const lane = this.lanes[name];
    try {
      const now = this.clock.now();
      const mails = await this.store.claim(name, BATCH, now, new Date(now.getTime() + LEASE_MS));
      for (const { id, leaseToken } of mails) this.leases.set(id, { id, leaseToken, until: now.getTime() + LEASE_MS });
      lane.waiting.push(...mails);
      this.renewal ??= setInterval(() => void this.renew(), RENEW_MS).unref();
      for (let free = Math.min(IN_FLIGHT[name] - lane.slots.size, mails.length - 1); free > 0; free -= 1) {
        this.openSlot(name);
      }
      return mails.length;
    } finally {
      lane.claiming = undefined;
    }
  }

  private async deliver(name: MailLane, mail: ClaimedMail): Promise<void> {
    const lease = this.leases.get(mail.id);
    const now = this.clock.now();
    // Lost while it waited here: it has, or gets, another sender.
    if (!lease || lease.until - now.getTime() < SAFETY_MS) return void this.leases.delete(mail.id);
    try {
      const outcome =
        mail.expiresAt !== null && mail.expiresAt <= now ? 'expired' : await this.attempt(name, mail, now);
      await this.mark(markOf(mail, outcome, this.clock.now()));
    } finally {
      this.leases.delete(mail.id);
    }
  }

  private async attempt(name: MailLane, mail: ClaimedMail, now: Date): Promise<SendOutcome> {
    try {
      const rendered = await renderMail(mail);
      const { calendar: content, calendarMethod: method } = mail;
      return await this.smtp.send(name, {
        ...rendered,
        from: mail.data['cooperative'] ?? '',
        to: { address: mail.toAddress, name: mail.toName },
        messageId: mail.messageId,
        date: now,
        calendar: content !== null && method !== null ? { content, method } : undefined,
        invitations: { method: method ?? 'REQUEST', files: mail.invitations ?? [] },
      });
    } catch (error) {
      this.logger.error(`Mail ${mail.id} (${mail.kind}) cannot be written: ${messageOf(error)}`);
      return { accepted: false, answer: messageOf(error), fault: {} };
    }
  }

  /** The mail has left: as long as its lease can be kept, the mark is tried again rather than the mail. */
  private async mark(mark: MailMark): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (!(await this.store.mark(mark))) this.logger.warn(`Mail ${mark.id} was taken over before it was marked`);
        return;
      } catch (error) {
        if (attempt === MARK_TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
      }
    }
  }

  private async renew(): Promise<void> {
    const held = [...this.leases.values()];
    if (held.length === 0) return;
    try {
      const until = this.clock.now().getTime() + LEASE_MS;
      const kept = await this.store.renew(held, new Date(until));
      for (const lease of held) {
        if (kept.has(lease.id)) lease.until = until;
        else this.leases.delete(lease.id);
      }
    } catch (error) {
      this.logger.warn(`Leases of mails could not be renewed: ${messageOf(error)}`);
    }
  }
}

function emptyLane(): Lane {
  return { waiting: [], slots: new Set(), claiming: undefined, rings: 0 };
}

function markOf(mail: ClaimedMail, outcome: SendOutcome | 'expired', now: Date): MailMark {
  const { id, leaseToken } = mail;
  const mark = { id, leaseToken, at: now, dueAt: now, forgets: MAIL_KINDS[mail.kind].isSecret };
  if (outcome === 'expired') return { ...mark, state: 'expired', answer: 'It was too late to send it' };
  const answer = outcome.answer.slice(0, 500);
  if (outcome.accepted) return { ...mark, state: 'sent', answer };
  const after = afterFault(outcome.fault, mail.attempts, now);
  if (after.next === 'failed') return { ...mark, state: 'failed', answer };
  return { ...mark, state: 'queued', answer, dueAt: after.dueAt, forgets: false };
}
