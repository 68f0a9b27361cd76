import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Whether one registers for each session, or for all of them at once. */
export type SeriesRegistration = 'each' | 'whole';

/** Sessions that were planned together, by one rule. They are rows of their own from the first day: each may differ from it. */
@Entity('session_series')
@Index('session_series_cooperative', ['cooperativeId'])
@Index('session_series_parts', ['partedFrom'])
@Check('session_series_registration', `registration IN ('each', 'whole')`)
export class SessionSeries {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'session_series_cooperative_fk' })
  cooperativeId: string;

  /** The value of an RRULE (RFC 5545), with COUNT or UNTIL. */
  @Column('text')
  rrule: string;

  /** IANA zone whose clock the rule is read on. */
  @Column('text')
  zone: string;

  /** What that clock shows when it begins: `2026-07-03T10:00:00`. */
  @Column('text')
  firstStart: string;

  /** How long each session lasts. */
  @Column('int')
  minutes: number;

  /** Days in the zone that are left out: `2026-07-10`. */
  @Column('text', { array: true })
  except: string[];

  @Column('text')
  registration: SeriesRegistration;

  /** Counts the changes of the series itself; its sessions count theirs. */
  @Column('int')
  version: number;

  /** The series that all parts of it were one with at first; null: this is that series. */
  @Column('uuid', { nullable: true })
  partedFrom: string | null;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
