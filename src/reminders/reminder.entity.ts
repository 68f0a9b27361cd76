import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReminderKind, ReminderState } from './reminder.rules.js';

/** One thing to tell one registrant, at its time. A row, not a delayed job: it can be seen, moved and taken back. */
@Entity('reminders')
@Unique('reminders_once', ['sessionId', 'memberId', 'kind', 'occasion'])
@Index('reminders_due', ['dueAt', 'id'], { where: `state = 'waiting'` })
@Index('reminders_member', ['memberId'])
@Check('reminders_state', `state IN ('waiting', 'sent', 'missed', 'withdrawn', 'unreachable')`)
export class Reminder {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'reminders_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'reminders_session_fk' })
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'reminders_member_fk' })
  memberId: string;

  @Column('uuid')
  @ForeignKey('Registration', { name: 'reminders_registration_fk' })
  registrationId: string;

  @Column('text')
  kind: ReminderKind;

  /** What it is about, so that it is told once: the start time, the registration, the revision. */
  @Column('text')
  occasion: string;

  @Column('timestamptz')
  dueAt: Date;

  /** `sent`: handed to the mail; `unreachable`: its member has no address and must be told another way. */
  @Column('text', { default: 'waiting' })
  state: ReminderState;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
