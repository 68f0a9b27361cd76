import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A session's room: how far its numbering has come. Its row lock orders everything that happens in it. */
@Entity('rooms')
export class Room {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'rooms_session_fk' })
  sessionId: string;

  @Column('int', { default: 0 })
  lastSeq: number;
}
