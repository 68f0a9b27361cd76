import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PollResults } from '../contracts/room-polls.js';

/** One time that a poll was open. */
@Entity('poll_runs')
export class PollRun {
  @PrimaryColumn('uuid')
  @ForeignKey('Poll', { name: 'poll_runs_poll_fk' })
  pollId: string;

  /** 1, 2, 3 … */
  @PrimaryColumn('int')
  run: number;

  @Column('timestamptz')
  openedAt: Date;

  /** Null: it is open. */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** As the room was told last; once closed they are frozen. */
  @Column('jsonb')
  results: PollResults;

  /** When answers were told last, by the database's clock: nodes take turns by it. */
  @Column('timestamptz', { nullable: true })
  countedAt: Date | null;
}
