import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RegistrationState } from './registration.rules.js';

/** A member's place in a session, or in its queue. At most one live one a member and session: the index says so. */
@Entity('registrations')
@Index('registrations_live', ['sessionId', 'memberId'], {
  unique: true,
  where: `state IN ('pending', 'confirmed', 'waitlisted', 'offered')`,
})
// The queue of a session, in order, and its counts by state.
@Index('registrations_queue', ['sessionId', 'state', 'queuedAt', 'id'])
@Index('registrations_member', ['memberId', 'sessionId'])
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

  /** Staff who registered the member; null: the member did. */
  @Column('uuid', { nullable: true })
  registeredBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
