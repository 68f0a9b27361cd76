import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ErrorCode } from '../contracts/error-codes.js';

/** Why a session that came later to a whole series did not take a member of it: one mail is still to tell, then the row goes. */
@Entity('series_refusals')
export class SeriesRefusal {
  @PrimaryColumn('uuid')
  @ForeignKey('Session', { name: 'series_refusals_session_fk' })
  sessionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'series_refusals_member_fk' })
  memberId: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'series_refusals_cooperative_fk' })
  cooperativeId: string;

  @Column('text')
  code: ErrorCode;

  @Column('timestamptz')
  createdAt: Date;
}
