import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PollKind, RoomPoll } from '../contracts/room-polls.js';

/** Something that is asked in a room. Its words change only while it is a draft: every run asked the same. */
@Entity('polls')
@Index('polls_session', ['sessionId', 'id'])
@Index('polls_created_by', ['createdBy'])
@Index('polls_one_open', ['sessionId'], { unique: true, where: `state = 'open'` })
export class Poll {
  /** Made by the client that prepared it. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'polls_session_fk' })
  sessionId: string;

  @Column('int')
  version: number;

  @Column('text')
  state: RoomPoll['state'];

  /** How often it was opened. */
  @Column('int')
  run: number;

  @Column('text')
  kind: PollKind;

  @Column('text')
  text: string;

  @Column('text', { array: true })
  options: string[];

  @Column('int')
  scaleTo: number;

  /** Places of the right options, from 0; null: no quiz. */
  @Column('int', { array: true, nullable: true })
  rightOptions: number[] | null;

  @Column('text')
  showsResults: RoomPoll['showsResults'];

  @Column('uuid')
  @ForeignKey('Member', { name: 'polls_created_by_fk' })
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
