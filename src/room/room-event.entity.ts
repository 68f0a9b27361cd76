import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RoomEventKind } from '../contracts/room-protocol.js';

/** Something that happened in a room. `seq` has no gap: it is given under the room's row lock. */
@Entity('room_events')
// A message sent twice is one message.
@Unique('room_events_once', ['sessionId', 'memberId', 'clientId'])
@Index('room_events_member', ['memberId'])
export class RoomEventRow {
  @PrimaryColumn('uuid')
  @ForeignKey('Room', { name: 'room_events_room_fk' })
  sessionId: string;

  @PrimaryColumn('int')
  seq: number;

  @Column('text')
  kind: RoomEventKind;

  /** What its kind carries (contracts/room-protocol.ts), without names: those are looked up when it is read. */
  @Column('jsonb')
  payload: Record<string, unknown>;

  @Column('timestamptz')
  at: Date;

  /** Who did it; null: the session itself. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Member', { name: 'room_events_member_fk' })
  memberId: string | null;

  /** The id the client made. */
  @Column('uuid', { nullable: true })
  clientId: string | null;
}
