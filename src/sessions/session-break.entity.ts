import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Between an end and the opening again: within the broadcast, but no part of it. */
@Entity('session_breaks')
export class SessionBreak {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'session_breaks_session_fk' })
  sessionId: string;

  @PrimaryColumn('timestamptz')
  fromAt: Date;

  @Column('timestamptz')
  untilAt: Date;
}
