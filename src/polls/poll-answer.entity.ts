import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PollAnswer } from '../contracts/room-polls.js';
import { PollRun } from './poll-run.entity.js';

/** What a member answered in one run, the latest. */
@Entity('poll_answers')
@ForeignKey(() => PollRun, ['pollId', 'run'], ['pollId', 'run'], { name: 'poll_answers_run_fk' })
@Index('poll_answers_member', ['memberId', 'pollId'])
export class PollAnswerRow {
  @PrimaryColumn('uuid')
  pollId: string;

  @PrimaryColumn('int')
  run: number;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'poll_answers_member_fk' })
  memberId: string;

  /** Folded: the same answer looks the same. */
  @Column('jsonb')
  answer: PollAnswer;

  @Column('timestamptz')
  answeredAt: Date;

  /** The room's seq that each command's id was answered with: a retry changes nothing and gets the same. */
  @Column('jsonb')
  commands: Record<string, number>;
}
