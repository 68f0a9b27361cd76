// The door to the mail server: pooled connections a lane, so that a slow lane never holds up another.

import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { MailLane } from '../../contracts/mail.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { messageOf } from '../errors.js';
import { addressIn, headerText, type SendFault } from './mail.rules.js';
import type { RenderedMail } from './mail-renderer.js';
import type { CalendarFile } from './outgoing-mail.entity.js';

/** How many mails of a lane one process has in flight; after a crash at most these are sent twice. */
export const IN_FLIGHT: Record<MailLane, number> = { now: 4, transactional: 8, bulk: 8 };

const PHASES = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
/** A server that trickles its answers never trips a phase's limit; this ends the attempt all the same. */
const LONGEST_ATTEMPT_MS = 60_000;

const INVITATION = 'text/calendar; charset=utf-8; method=';

export interface MailToSend extends RenderedMail {
  /** The cooperative's name. */
  from: string;
  to: { address: string; name: string };
  messageId: string;
  date: Date;
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | undefined;
  invitations: { method: 'REQUEST' | 'CANCEL'; files: readonly CalendarFile[] };
}

export type SendOutcome = { accepted: true; answer: string } | { accepted: false; answer: string; fault: SendFault };

@Injectable()
export class Smtp {
  private readonly pools = new Map<MailLane, ReturnType<typeof openPool>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isConfigured(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /** One attempt. Never throws: what went wrong is an outcome. */
  async send(lane: MailLane, mail: MailToSend): Promise<SendOutcome> {
    try {
      const { response } = await this.pool(lane).sendMail({
        // From whom it is matters to its reader: the cooperative's name, at the deployment's address.
        from: { address: addressIn(this.config.mailFrom), name: headerText(mail.from) },
        to: { address: mail.to.address, name: headerText(mail.to.name) },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        date: mail.date,
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(LONGEST_ATTEMPT_MS),
        // Files, not alternatives of the text: a reader's program shows but one alternative, and would show no mail at all.
        attachments: mail.invitations.files.map((file) => ({
          ...file,
          contentType: INVITATION + mail.invitations.method,
        })),
        ...(mail.calendar ? { icalEvent: { ...mail.calendar, filename: 'undangan.ics' } } : {}),
      });
      return { accepted: true, answer: response };
    } catch (error) {
      return { accepted: false, answer: messageOf(error), fault: faultOf(error) };
    }
  }

  close(): void {
    for (const pool of this.pools.values()) pool.close();
    this.pools.clear();
  }

  private pool(lane: MailLane): ReturnType<typeof openPool> {
    const open = this.pools.get(lane) ?? openPool(this.config.smtpUrl ?? '', IN_FLIGHT[lane]);
    this.pools.set(lane, open);
    return open;
  }
}

function openPool(url: string, maxConnections: number) {
  // Not its own second try: a connection that closes after DATA leaves a doubt, and our row decides about that.
  return createTransport({ pool: true, url, maxConnections, maxMessages: 500, maxRequeues: 0, ...PHASES });
}

function faultOf(error: unknown): SendFault {
  if (typeof error !== 'object' || error === null) return {};
  return {
    responseCode: 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined,
    command: 'command' in error && typeof error.command === 'string' ? error.command : undefined,
  };
}
