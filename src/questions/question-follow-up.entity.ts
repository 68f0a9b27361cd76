import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A question that was approved and not answered when its session's end stood: somebody's to answer, by a day. */
@Entity('question_follow_ups')
@Index('question_follow_ups_due', ['cooperativeId', 'dueOn', 'questionId'])
@Index('question_follow_ups_owner', ['ownerId'])
@Index('question_follow_ups_session', ['sessionId'])
export class QuestionFollowUp {
  @PrimaryColumn('uuid')
  @ForeignKey('RoomQuestionRow', { name: 'question_follow_ups_question_fk' })
  questionId: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'question_follow_ups_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'question_follow_ups_session_fk' })
  sessionId: string;

  /** Guards against two editors. */
  @Column('int')
  version: number;

  /** Null: the session had no host. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Member', { name: 'question_follow_ups_owner_fk' })
  ownerId: string | null;

  @Column('date')
  dueOn: string;

  @Column('timestamptz')
  madeAt: Date;
}
