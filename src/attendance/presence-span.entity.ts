import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One connection of one member to one session, on the server's clock. */
@Entity('presence_spans')
@Index('presence_spans_session', ['sessionId', 'memberId'])
@Index('presence_spans_member', ['memberId'])
@Index('presence_spans_open', ['sessionId', 'memberId', 'lastSeenAt'], { where: 'ended_at IS NULL' })
export class PresenceSpan {
  /** The connection's id, made when it enters the room. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'presence_spans_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'presence_spans_session_fk' })
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'presence_spans_member_fk' })
  memberId: string;

  /** The process that holds the connection; it alone knows whether it lives. */
  @Column('uuid')
  nodeId: string;

  @Column('timestamptz')
  connectedAt: Date;

  /** When the last packet came, written down now and then: what is left of the span if its node dies. */
  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
