import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A vote's command that was done, with its answer: a late retry must not bring back what was taken back since. */
@Entity('room_vote_commands')
@Index('room_vote_commands_member', ['memberId'])
export class VoteCommand {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'room_vote_commands_session_fk' })
  sessionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'room_vote_commands_member_fk' })
  memberId: string;

  /** The id the client made. */
  @PrimaryColumn('uuid')
  clientId: string;

  @Column('int')
  seq: number;
}
