import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event, written in the same transaction as what it tells about; done when every handler has handled it. */
@Entity('outbox_events')
@Index('outbox_events_waiting', ['dueAt'], { where: 'completed_at IS NULL AND failed_at IS NULL' })
@Index('outbox_events_completed', ['completedAt'], { where: 'completed_at IS NOT NULL' })
export class OutboxEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  payload: Record<string, unknown>;

  @Column('timestamptz')
  occurredAt: Date;

  /** When it may be handed to the queue, again if it was before: handing it over is a lease, a failure backs off. */
  @Column('timestamptz')
  dueAt: Date;

  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;

  /** Set after too many failures: a person must look (`doctor` names it). */
  @Column('timestamptz', { nullable: true })
  failedAt: Date | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;
}
