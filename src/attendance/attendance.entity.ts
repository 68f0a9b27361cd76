import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CountedSpan, Source, Verdict } from './attendance.rules.js';

/** A verdict on one member and session. A new decision is a new version; the one not superseded stands. */
@Entity('attendances')
@Index('attendances_current', ['sessionId', 'memberId'], { unique: true, where: 'superseded_at IS NULL' })
@Index('attendances_member', ['memberId'])
export class Attendance {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'attendances_session_fk' })
  sessionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'attendances_member_fk' })
  memberId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'attendances_cooperative_fk' })
  cooperativeId: string;

  @Column('text')
  verdict: Verdict;

  @Column('int')
  countedSeconds: number;

  @Column('int')
  broadcastSeconds: number;

  /** Measured by our own clock, or decided by hand. */
  @Column('text')
  source: Source;

  @Column('int')
  ruleVersion: number;

  /** SHA-256 over what the verdict was decided from: the same inputs give no new version. */
  @Column('text')
  inputsHash: string;

  /** The time counted, within the broadcast, united over devices. */
  @Column('jsonb')
  spans: CountedSpan[];

  /** Why staff decided so. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Member', { name: 'attendances_decider_fk' })
  decidedBy: string | null;

  @Column('timestamptz')
  decidedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}

/** For which broadcast a session's verdicts stand; another start or end makes it due again. */
@Entity('attendance_rounds')
export class AttendanceRound {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'attendance_rounds_session_fk' })
  sessionId: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'attendance_rounds_cooperative_fk' })
  cooperativeId: string;

  @Column('timestamptz', { nullable: true })
  wentLiveAt: Date | null;

  @Column('timestamptz')
  endedAt: Date;

  @Column('timestamptz')
  finalisedAt: Date;
}
