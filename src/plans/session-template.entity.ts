import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Question } from '../contracts/questions.js';
import type { SessionContent } from '../sessions/sessions.service.js';
import type { TermsContent } from '../registrations/terms.service.js';

/** What a cooperative's sessions of a kind have in common, under a name of its own: all but dates and people. */
@Entity('session_templates')
// One name in a cooperative, upper or lower case.
@Index('session_templates_name', { synchronize: false })
export class SessionTemplate {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'session_templates_cooperative_fk' })
  cooperativeId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  content: SessionContent;

  /** Of registration; null: the usual ones. */
  @Column('jsonb', { nullable: true })
  terms: TermsContent | null;

  /** Asked at registration. */
  @Column('jsonb', { default: [] })
  questions: Question[];

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;
}
