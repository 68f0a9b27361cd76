import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Delivery } from './session.entity.js';

/**
 * When and where a session was said to be, by revision: kept from the first change on, so that whoever is told of the
 * newest can be told what they knew before it.
 */
@Entity('session_announcements')
export class SessionAnnouncement {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'session_announcements_session_fk' })
  sessionId: string;

  @PrimaryColumn('int')
  revision: number;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text')
  delivery: Delivery;

  @Column('text', { nullable: true })
  venue: string | null;

  @Column('timestamptz')
  announcedAt: Date;
}
