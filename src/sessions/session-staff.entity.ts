import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StaffRole, StaffState } from './session-staff.rules.js';

/** Who runs a session, or is asked to. A member has one role in it. */
@Entity('session_staff')
@Index('session_staff_member', ['memberId'])
@Check('session_staff_state', `state IN ('invited', 'accepted')`)
export class SessionStaff {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'session_staff_session_fk' })
  sessionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'session_staff_member_fk' })
  memberId: string;

  @Column('text')
  role: StaffRole;

  @Column('text', { default: 'accepted' })
  state: StaffState;

  /** Who asked, and when; null: they are there by their own hand. */
  @Column('uuid', { nullable: true })
  invitedBy: string | null;

  @Column('timestamptz', { nullable: true })
  invitedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  /** Of the last file that their calendar was sent about this duty (RFC 5545 SEQUENCE). */
  @Column('int', { default: 0 })
  sequence: number;
}
