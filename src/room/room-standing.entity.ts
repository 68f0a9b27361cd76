import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What holds for one member in one room, over all their devices and however often they come back. */
@Entity('room_standings')
@Index('room_standings_member', ['memberId'])
@Index('room_standings_hands', ['sessionId', 'handRaisedAt', 'memberId'], { where: 'hand_raised_at IS NOT NULL' })
export class RoomStanding {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'room_standings_session_fk' })
  sessionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'room_standings_member_fk' })
  memberId: string;

  @Column('timestamptz', { nullable: true })
  mutedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  /** Null: their hand is down. */
  @Column('timestamptz', { nullable: true })
  handRaisedAt: Date | null;
}
