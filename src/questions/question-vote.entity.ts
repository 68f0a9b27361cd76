import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A member wants a question answered. */
@Entity('room_question_votes')
@Index('room_question_votes_member', ['memberId'])
export class QuestionVote {
  @PrimaryColumn('uuid')
  @ForeignKey('RoomQuestionRow', { name: 'room_question_votes_question_fk' })
  questionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'room_question_votes_member_fk' })
  memberId: string;

  @Column('timestamptz')
  votedAt: Date;
}
