import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LedgerKind } from './ledger.rules.js';

/** One thing a member did, for ever: the database refuses to change or delete it. A correction is a reversing entry. */
@Entity('ledger_entries')
// An event that is handled twice writes once.
@Unique('ledger_entries_once', ['sourceEventId', 'memberId', 'kind'])
@Index('ledger_entries_member', ['memberId', 'sequence'])
@Index('ledger_entries_session', ['sessionId', 'memberId'])
export class LedgerEntry {
  @PrimaryColumn('uuid')
  @ForeignKey('Cooperative', { name: 'ledger_entries_cooperative_fk' })
  cooperativeId: string;

  /** 1, 2, 3 … without a gap in each cooperative. */
  @PrimaryColumn('int')
  sequence: number;

  @Column('uuid')
  @ForeignKey('Member', { name: 'ledger_entries_member_fk' })
  memberId: string;

  @Column('uuid')
  @ForeignKey('Session', { name: 'ledger_entries_session_fk' })
  sessionId: string;

  @Column('text')
  kind: LedgerKind;

  /** Minutes; negative in a reversing entry. */
  @Column('int')
  quantity: number;

  /** Why it reverses another; a code, never a text that names somebody. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('int')
  ruleVersion: number;

  @Column('uuid')
  sourceEventId: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('text')
  previousHash: string;

  /** Over everything above, and the hash before it. */
  @Column('text')
  hash: string;
}

/** Where each cooperative's ledger stands; its row lock orders the writers. */
@Entity('ledger_heads')
export class LedgerHead {
  @PrimaryColumn('uuid')
  @ForeignKey('Cooperative', { name: 'ledger_heads_cooperative_fk' })
  cooperativeId: string;

  @Column('int')
  sequence: number;

  @Column('text')
  hash: string;
}
