import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { KeptAnswer } from './answer.rules.js';

/** What a registrant answered; an optional question that was left empty has no row. */
@Entity('registration_answers')
// Questions are known within their session only; the purge looks them up by both.
@Index('registration_answers_question', ['sessionId', 'questionId'])
export class RegistrationAnswer {
  @PrimaryColumn('uuid')
  @ForeignKey('Registration', { name: 'registration_answers_registration_fk' })
  registrationId: string;

  @PrimaryColumn('uuid')
  questionId: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'registration_answers_session_fk' })
  sessionId: string;

  @Column('jsonb')
  value: KeptAnswer;

  @Column('timestamptz')
  answeredAt: Date;
}
