import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SignInMethod } from './sign-in-token.rules.js';

/** One sign-in on one device. The token itself is only in that browser's cookie; here is its hash. */
@Entity('sign_in_tokens')
@Unique('sign_in_tokens_hash', ['hash'])
@Index('sign_in_tokens_member', ['memberId'])
@Index('sign_in_tokens_last_used', ['lastUsedAt'])
export class SignInToken {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'sign_in_tokens_member_fk' })
  memberId: string;

  /** SHA-256 of the token, in hex: 256 random bits need no salt and no slow hash. */
  @Column('text')
  hash: string;

  /** `Chrome, Android`: enough to know one's own devices, too little to track them. */
  @Column('text')
  device: string;

  /** How it came about. */
  @Column('text')
  method: SignInMethod;

  @Column('timestamptz')
  createdAt: Date;

  /** Moved at most once an hour; how long a sign-in lasts counts from here (sign-in-token.rules.ts). */
  @Column('timestamptz')
  lastUsedAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
