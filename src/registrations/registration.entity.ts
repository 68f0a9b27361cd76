import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Promotion } from './promotions.js';
import type { RegistrationState } from './registration.rules.js';
import type { Mode } from './seat.rules.js';

/** A member's place in a session, or in its queue. At most one live one a member and session: the index says so. */
@Entity('registrations')
@Index('registrations_live', ['sessionId', 'memberId'], {
  unique: true,
  where: `state IN ('pending', 'confirmed', 'waitlisted', 'offered')`,
})
// The queue of a session, in order, and its counts by state and mode without a look at the rows.
@Index('registrations_queue', ['sessionId', 'state', 'queuedAt', 'id', 'mode', 'priority'])
@Index('registrations_in_order', ['sessionId', 'queuedAt', 'id'])
@Index('registrations_offers', ['offerEndsAt'], { where: `state = 'offered'` })
@Index('registrations_member', ['memberId', 'sessionId'])
@Check('registrations_mode', `mode IN ('virtual', 'onsite')`)
export class Registration {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'registrations_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'registrations_session_fk' })
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'registrations_member_fk' })
  memberId: string;

  @Column('text')
  state: RegistrationState;

  /** Where the member takes part; seats and queue are counted apart. A session of one delivery knows but that one. */
  @Column('text', { default: 'virtual' })
  mode: Mode;

  /** How often the member has gone from one to the other: their calendar must see each as newer than what it has. */
  @Column('int', { default: 0 })
  modeSwitches: number;

  /** When the member said to have read what to bring and when to stay at home. */
  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  /** Set by staff; the higher comes first in the queue. */
  @Column('int', { default: 0 })
  priority: number;

  /** Why it does, for staff to read. */
  @Column('text', { nullable: true })
  priorityReason: string | null;

  /** When the place in the queue was taken: the order of the queue, with `id` as the tie-break. */
  @Column('timestamptz')
  queuedAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  /** Why staff cancelled it, as the member reads it. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** What was seen when the seat was granted: seats taken before, and the capacity then. Drills audit by it. */
  @Column('int', { nullable: true })
  seatsTakenBefore: number | null;

  @Column('int', { nullable: true })
  capacitySeen: number | null;

  /** Until when an offered seat waits for its member. */
  @Column('timestamptz', { nullable: true })
  offerEndsAt: Date | null;

  /** Why this one was next when a seat was free: the policy and the ranks seen. */
  @Column('jsonb', { nullable: true })
  promotion: Promotion | null;

  /** Staff who registered the member; null: the member did. */
  @Column('uuid', { nullable: true })
  registeredBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
