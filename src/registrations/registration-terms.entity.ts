import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../contracts/permissions.js';
import type { Freed } from '../contracts/policy-values.js';
import type { QueuePolicy } from '../contracts/promotion.js';
import type { Prerequisite, Quota } from './terms.rules.js';

/** Who may register for a session and how its seats go; a session without a row has the usual terms. */
@Entity('registration_terms')
// Whose quotas may be over: looked through by a sweep.
@Index('registration_terms_quotas', ['sessionId'], { where: `queue_policy = 'unit-quota'` })
export class RegistrationTerms {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'registration_terms_session_fk' })
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'registration_terms_cooperative_fk' })
  cooperativeId: string;

  /** Guards against two editors. */
  @Column('int')
  version: number;

  @Column('boolean')
  needsApproval: boolean;

  @Column('timestamptz', { nullable: true })
  closesAt: Date | null;

  @Column('uuid', { array: true })
  unitIds: string[];

  @Column('text', { array: true })
  roles: Role[];

  @Column('jsonb')
  prerequisites: Prerequisite[];

  @Column('text')
  queuePolicy: QueuePolicy;

  @Column('jsonb')
  quotas: Quota[];

  /** Before the start; then seats are kept for nobody. */
  @Column('int', { default: 24 })
  quotaReleaseHours: number;

  @Column('text')
  freedVirtual: Freed;

  @Column('text')
  freedOnsite: Freed;

  @Column('int')
  offerHours: number;

  @Column('timestamptz')
  updatedAt: Date;
}
