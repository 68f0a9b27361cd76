import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type StaffRole = 'host' | 'moderator' | 'speaker';

/** Who runs a session. A member has one role in it. */
@Entity('session_staff')
@Index('session_staff_member', ['memberId'])
export class SessionStaff {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'session_staff_session_fk' })
  sessionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'session_staff_member_fk' })
  memberId: string;

  @Column('text')
  role: StaffRole;
}
