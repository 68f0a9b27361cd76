import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RoomEventKind } from '../contracts/room-protocol.js';
import type { Audience } from './room-payloads.js';

/** Something that happened in a room. `seq` has no gap: it is given under the room's row lock. */
@Entity('room_events')
// A message sent twice is one message.
@Unique('room_events_once', ['sessionId', 'memberId', 'clientId'])
@Unique('room_events_guest_once', ['sessionId', 'guestId', 'clientId'])
@Index('room_events_member', ['memberId'])
// The latest of a kind, and the chat alone.
@Index('room_events_kind', ['sessionId', 'kind', 'seq'])
@Index('room_events_about', ['aboutId'])
@Index('room_events_guest', ['guestId'])
@Index('room_events_about_guest', ['aboutGuestId'])
export class RoomEventRow {
  @PrimaryColumn('uuid')
  @ForeignKey('Room', { name: 'room_events_room_fk' })
  sessionId: string;

  @PrimaryColumn('int')
  seq: number;

  @Column('text')
  kind: RoomEventKind;

  /** What its kind carries (room-payloads.ts), without names: those are looked up when it is read. */
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

  /** Who is told. */
  @Column('text', { default: 'all' })
  audience: Audience;

  /** Whom it concerns, where that is not who did it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Member', { name: 'room_events_about_fk' })
  aboutId: string | null;

  /** In place of a member: the guest speaker who did it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('SessionGuest', { name: 'room_events_guest_fk' })
  guestId: string | null;

  /** In place of a member: the guest speaker whom it concerns. */
  @Column('uuid', { nullable: true })
  @ForeignKey('SessionGuest', { name: 'room_events_about_guest_fk' })
  aboutGuestId: string | null;
}
