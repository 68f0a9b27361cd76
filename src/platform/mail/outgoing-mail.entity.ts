import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Language } from '../../contracts/languages.js';
import type { MailKind, MailLane } from '../../contracts/mail.js';

export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'expired' | 'uncertain';

/** A file that invites to one event, or takes it back. */
export interface CalendarFile {
  readonly filename: string;
  readonly content: string;
}

/** A mail, written in the transaction that makes it due; whoever sends it claims the row first and marks it after. */
@Entity('outgoing_mails')
@Unique('outgoing_mails_dedupe_key', ['dedupeKey'])
@Index('outgoing_mails_waiting', ['lane', 'dueAt'], { where: `state IN ('queued', 'sending')` })
@Index('outgoing_mails_ended_badly', ['state'], { where: `state IN ('failed', 'expired', 'uncertain')` })
@Index('outgoing_mails_sent', ['sentAt'], { where: `state = 'sent'` })
@Index('outgoing_mails_bodies', ['createdAt'], { where: 'data IS NOT NULL' })
@Check('outgoing_mails_lane', `lane IN ('now', 'transactional', 'bulk')`)
@Check('outgoing_mails_state', `state IN ('queued', 'sending', 'sent', 'failed', 'expired', 'uncertain')`)
export class OutgoingMail {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'outgoing_mails_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid', { nullable: true })
  memberId: string | null;

  @Column('text')
  kind: MailKind;

  @Column('text')
  lane: MailLane;

  @Column('text')
  toAddress: string;

  @Column('text')
  toName: string;

  @Column('text')
  language: Language;

  @Column('text')
  zone: string;

  /** What its template is filled with; forgotten once sent when it is a secret, else after 30 days. */
  @Column('jsonb', { nullable: true })
  data: Record<string, string> | null;

  /** An iCalendar invitation. */
  @Column('text', { nullable: true })
  calendar: string | null;

  /** What it, or each of `invitations`, asks the reader's calendar to do. */
  @Column('text', { nullable: true })
  calendarMethod: 'REQUEST' | 'CANCEL' | null;

  /** Invitations to several events, each as a file of its own. */
  @Column('jsonb', { nullable: true })
  invitations: CalendarFile[] | null;

  /** The same key is the same mail: queueing it again does nothing. */
  @Column('text')
  dedupeKey: string;

  @Column('text', { default: 'queued' })
  state: MailState;

  /** When it may be sent; while `sending`, when the sender's lease ends and another may take it over. */
  @Column('timestamptz')
  dueAt: Date;

  /** After this instant it would only confuse its reader: it is not sent any more. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('uuid', { nullable: true })
  leaseToken: string | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('text')
  messageId: string;

  /** What the mail server said last, or why nobody heard it. */
  @Column('text', { nullable: true })
  lastAnswer: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
