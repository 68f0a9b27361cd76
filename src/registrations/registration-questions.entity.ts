import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { KeptQuestion } from './question.rules.js';

/** What a session asks of those who register, in order; one that asks nothing has no row. */
@Entity('registration_questions')
export class RegistrationQuestions {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'registration_questions_session_fk' })
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'registration_questions_cooperative_fk' })
  cooperativeId: string;

  /** Guards against two editors. */
  @Column('int')
  version: number;

  @Column('jsonb')
  questions: KeptQuestion[];

  @Column('timestamptz')
  updatedAt: Date;
}
