import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody asked to sign in by mail. Known and unknown names get the same row; only a known one gets a mail and hashes. */
@Entity('challenges')
@Index('challenges_expires', ['expiresAt'])
export class Challenge {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'challenges_cooperative_fk' })
  cooperativeId: string;

  /** The address or member number as it was typed. */
  @Column('text')
  identifier: string;

  /** Hash of the secret in the cookie of the browser that asked: only there can it be answered. */
  @Column('text')
  browserHash: string;

  /** Null until the mail is made, and for ever where nobody has that name. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Member', { name: 'challenges_member_fk' })
  memberId: string | null;

  /** Keyed hash: six digits alone could be searched. */
  @Column('text', { nullable: true })
  codeHash: string | null;

  @Column('text', { nullable: true })
  linkHash: string | null;

  @Column('int')
  triesLeft: number;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
