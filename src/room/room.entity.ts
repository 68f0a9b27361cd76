import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A session's room: how far its numbering has come. Its row lock orders everything that happens in it. */
@Entity('rooms')
// Those the nightly sweep still looks at.
@Index('rooms_unemptied', ['sessionId'], { where: 'emptied_at IS NULL' })
export class Room {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'rooms_session_fk' })
  sessionId: string;

  @Column('int', { default: 0 })
  lastSeq: number;

  /** When what was said in it was taken out; null: it is kept still. */
  @Column('timestamptz', { nullable: true })
  emptiedAt: Date | null;
}
