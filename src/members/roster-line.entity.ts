import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FieldFault } from '../contracts/error-codes.js';

/** One line of a roster as it was read, until the import is forgotten. Null fields leave the member's as they are. */
@Entity('roster_lines')
export class RosterLine {
  @PrimaryColumn('uuid')
  @ForeignKey('RosterImport', { name: 'roster_lines_import_fk', onDelete: 'CASCADE' })
  importId: string;

  /** As a spreadsheet counts: the header is line 1. */
  @PrimaryColumn('int')
  line: number;

  /** The id the member gets, if new. */
  @Column('uuid')
  memberId: string;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  nickname: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  mobile: string | null;

  @Column('text', { nullable: true })
  employeeNumber: string | null;

  @Column('text', { nullable: true })
  unit: string | null;

  @Column('text', { nullable: true })
  status: string | null;

  @Column('date', { nullable: true })
  joinedOn: string | null;

  @Column('text', { nullable: true })
  zone: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  /** Null: the line is good. */
  @Column('jsonb', { nullable: true })
  faults: FieldFault[] | null;
}
