import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { QuestionState } from '../contracts/room-questions.js';

/** A question asked in a session's room. Written under the room's lock alone. */
@Entity('room_questions')
@Index('room_questions_session', ['sessionId', 'id'])
// One at most is on stage.
@Index('room_questions_on_stage', ['sessionId'], { unique: true, where: `state = 'answering'` })
@Index('room_questions_asker', ['askerId', 'sessionId'])
@Index('room_questions_answered_by', ['answeredBy'])
@Index('room_questions_answered_by_guest', ['answeredByGuest'])
@Index('room_questions_merged_into', ['mergedInto'])
@Index('room_questions_library', ['cooperativeId', 'answeredAt', 'id'], {
  where: `state = 'answered' AND answer_text IS NOT NULL`,
})
// Those that the sweep takes the words out of.
@Index('room_questions_put_away', ['archivedAt'], { where: `state = 'archived' AND answer_text IS NOT NULL` })
@Index('room_questions_search', { synchronize: false })
export class RoomQuestionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'room_questions_session_fk' })
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'room_questions_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'room_questions_asker_fk' })
  askerId: string;

  /** Guards against two moderators. */
  @Column('int')
  version: number;

  @Column('text')
  state: QuestionState;

  @Column('text')
  text: string;

  @Column('boolean')
  isAnonymous: boolean;

  /** What was promised to who asked without a name. */
  @Column('boolean')
  staffSeesAsker: boolean;

  @Column('boolean', { default: false })
  isPinned: boolean;

  /** How many `room_question_votes` it has. */
  @Column('int', { default: 0 })
  votes: number;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  /** Null on an answered one: aloud. */
  @Column('text', { nullable: true })
  answerText: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Member', { name: 'room_questions_answered_by_fk' })
  answeredBy: string | null;

  /** In place of a member: the guest speaker who answered. */
  @Column('uuid', { nullable: true })
  @ForeignKey('SessionGuest', { name: 'room_questions_answered_by_guest_fk' })
  answeredByGuest: string | null;

  /** When its written answer was put in other words last. */
  @Column('timestamptz', { nullable: true })
  correctedAt: Date | null;

  /** Why it was rejected. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('RoomQuestionRow', { name: 'room_questions_merged_into_fk' })
  mergedInto: string | null;

  /** Where it goes back to when it is restored. */
  @Column('text', { nullable: true })
  archivedFrom: QuestionState | null;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  /** Words and stems, Indonesian and English: of the question with weight A, of its answer with weight B. */
  @Column('tsvector', { select: false })
  search: string;
}
