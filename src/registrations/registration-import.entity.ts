import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ErrorCode } from '../contracts/error-codes.js';
import type { ImportState } from './import.rules.js';
import type { Mode } from './seat.rules.js';

/** A line that names somebody who is to be registered. */
export interface ImportLine {
  readonly line: number;
  readonly given: string;
  readonly memberId: string;
  readonly mode: Mode | null;
}

export interface BadLine {
  readonly line: number;
  readonly given: string;
  readonly fault: 'unknown' | 'left' | 'repeated' | 'mode';
}

/** What became of the lines so far; `refusedLines` are the first of those that were not let in. */
export interface ImportOutcome {
  readonly confirmed: number;
  readonly queued: number;
  readonly refused: number;
  readonly refusedLines: readonly { line: number; given: string; code: ErrorCode }[];
}

/** A list of registrants and how far it has come. The row is the truth: a worker that dies is followed by another. */
@Entity('registration_imports')
// The sweep: those that a worker must see to.
@Index('registration_imports_open', ['updatedAt'], { where: `state = 'applying'` })
@Index('registration_imports_session', ['sessionId', 'createdAt'])
export class RegistrationImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'registration_imports_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'registration_imports_session_fk' })
  sessionId: string;

  /** Who sent the list. */
  @Column('uuid')
  @ForeignKey('Member', { name: 'registration_imports_actor_fk' })
  actedBy: string;

  @Column('text')
  fileName: string;

  @Column('text')
  state: ImportState;

  @Column('jsonb')
  lines: ImportLine[];

  @Column('jsonb')
  badLines: BadLine[];

  /** Lines of members who were registered when it was looked through. */
  @Column('int')
  already: number;

  /** Of `lines`, how many are done. */
  @Column('int', { default: 0 })
  done: number;

  @Column('jsonb', { nullable: true })
  outcome: ImportOutcome | null;

  /** Tries of the part that is running; after too many it fails until somebody starts it again. */
  @Column('int', { default: 0 })
  attempts: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
