import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A member's private calendar address; making another replaces it, taking it back deletes it. */
@Entity('calendar_feeds')
@Unique('calendar_feeds_hash', ['hash'])
export class CalendarFeed {
  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'calendar_feeds_member_fk' })
  memberId: string;

  /** Of the secret in its address, which nobody keeps but the calendar that was given it. */
  @Column('text')
  hash: string;

  @Column('timestamptz')
  createdAt: Date;

  /** When a calendar last asked, to the hour. */
  @Column('timestamptz', { nullable: true })
  lastReadAt: Date | null;
}
