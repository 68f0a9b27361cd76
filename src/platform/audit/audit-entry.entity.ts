import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One write by staff, chained per cooperative. Values of fields stand apart (audit_values), erasable; here are their names. */
@Entity('audit_entries')
@Index('audit_entries_subject', ['cooperativeId', 'subjectType', 'subjectId'])
export class AuditEntry {
  @PrimaryColumn('uuid')
  cooperativeId: string;

  /** 1, 2, 3 … without a gap in each cooperative. */
  @PrimaryColumn('int')
  number: number;

  /** Null when the deployment's own operator acted from the command line. */
  @Column('uuid', { nullable: true })
  actorMemberId: string | null;

  @Column('text')
  action: string;

  @Column('text')
  subjectType: string;

  @Column('uuid')
  subjectId: string;

  /** Names of the fields that changed, sorted. */
  @Column('text', { array: true })
  fields: string[];

  /** Salted SHA-256 over the values before and after: proves them as long as they are kept, tells nothing once erased. */
  @Column('text')
  valuesHash: string;

  @Column('timestamptz')
  at: Date;

  /** Keyed hash of the address it came from; null from the command line. */
  @Column('text', { nullable: true })
  fromHash: string | null;

  @Column('text')
  previousHash: string;

  @Column('text')
  hash: string;
}

/** The values of an entry's fields; deleted when the person is erased, while the entry stays. */
@Entity('audit_values')
export class AuditValues {
  @PrimaryColumn('uuid')
  cooperativeId: string;

  @PrimaryColumn('int')
  number: number;

  @Column('text')
  salt: string;

  @Column('jsonb')
  before: Record<string, unknown>;

  @Column('jsonb')
  after: Record<string, unknown>;
}

/** Where each cooperative's chain stands; its row lock orders the writers. */
@Entity('audit_heads')
export class AuditHead {
  @PrimaryColumn('uuid')
  cooperativeId: string;

  @Column('int')
  number: number;

  @Column('text')
  hash: string;
}
