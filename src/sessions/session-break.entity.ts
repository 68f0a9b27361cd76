import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A stretch within the broadcast that is no part of it: a break that its staff called, or the time between an end and the
 * opening again.
 */
@Entity('session_breaks')
@Index('session_breaks_one_open', ['sessionId'], { unique: true, where: 'until_at IS NULL' })
export class SessionBreak {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'session_breaks_session_fk' })
  sessionId: string;

  @PrimaryColumn('timestamptz')
  fromAt: Date;

  /** Null: it lasts, or the session ended during it; whoever takes that end back finds it lasting still. */
  @Column('timestamptz', { nullable: true })
  untilAt: Date | null;
}
