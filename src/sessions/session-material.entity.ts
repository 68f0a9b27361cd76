import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ShownFrom } from './material.rules.js';

/** Slides, a work sheet, a picture: what goes with a session. */
@Entity('session_materials')
@Index('session_materials_session', ['sessionId', 'createdAt', 'id'])
export class SessionMaterial {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'session_materials_session_fk' })
  sessionId: string;

  /** Its upload, kept for it alone. */
  @Column('uuid')
  fileId: string;

  @Column('text')
  title: string;

  @Column('text')
  shownFrom: ShownFrom;

  @Column('timestamptz')
  createdAt: Date;
}
