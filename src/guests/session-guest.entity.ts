import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A speaker from outside, who comes to one session by a link of their own: no member, and counted nowhere. */
@Entity('session_guests')
@Unique('session_guests_token', ['tokenHash'])
@Index('session_guests_session', ['sessionId'])
@Index('session_guests_made_by', ['madeBy'])
export class SessionGuest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'session_guests_session_fk' })
  sessionId: string;

  /** As the room shows it. */
  @Column('text')
  name: string;

  @Column('text')
  tokenHash: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'session_guests_made_by_fk' })
  madeBy: string;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** When they were last in the room, to some seconds; null once they left it. */
  @Column('timestamptz', { nullable: true })
  seenAt: Date | null;
}
