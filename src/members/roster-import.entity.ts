import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ErrorCode, FieldFault } from '../contracts/error-codes.js';
import type { RosterHeader, RosterMapping, SuggestedMapping } from './roster-headers.rules.js';
import type { RosterCounts, RosterMode, RosterState } from './roster-import.rules.js';
import type { Delimiter, Encoding } from './roster-text.rules.js';

/** One uploaded roster file and how far it has come. The row is the truth: a worker that dies is followed by another. */
@Entity('roster_imports')
// The sweep: those that a worker must see to.
@Index('roster_imports_open', ['updatedAt'], { where: `state IN ('checking', 'applying')` })
@Index('roster_imports_cooperative', ['cooperativeId', 'updatedAt'])
export class RosterImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'roster_imports_cooperative_fk' })
  cooperativeId: string;

  /** The admin who asked for the last step. */
  @Column('uuid')
  @ForeignKey('Member', { name: 'roster_imports_actor_fk' })
  actedBy: string;

  @Column('text')
  fileName: string;

  /** Bytes. */
  @Column('int')
  size: number;

  /** Of the bytes, in hex: what the audit names, once the file itself is gone. */
  @Column('text')
  sha256: string;

  @Column('text')
  encoding: Encoding;

  @Column('text')
  delimiter: Delimiter;

  @Column('jsonb')
  headers: RosterHeader[];

  /** The first rows as cells; those of a national id are never kept. */
  @Column('jsonb')
  samples: string[][];

  @Column('jsonb')
  suggested: SuggestedMapping;

  @Column('jsonb', { nullable: true })
  mapping: RosterMapping | null;

  @Column('text')
  state: RosterState;

  @Column('text', { nullable: true })
  mode: RosterMode | null;

  /** Lines done of `total`, while checking or applying. */
  @Column('int', { default: 0 })
  done: number;

  @Column('int', { default: 0 })
  total: number;

  @Column('jsonb', { nullable: true })
  counts: RosterCounts | null;

  /** Why the last step did not happen. */
  @Column('jsonb', { nullable: true })
  fault: { code: ErrorCode; fields: FieldFault[] } | null;

  /** Tries of the step that is running; after too many it fails for good. */
  @Column('int', { default: 0 })
  attempts: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;
}
