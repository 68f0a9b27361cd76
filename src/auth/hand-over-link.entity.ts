import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A one-time link that staff hand to a member who gets no mail. It works in any browser, once. */
@Entity('hand_over_links')
@Unique('hand_over_links_hash', ['hash'])
@Index('hand_over_links_member', ['memberId'])
export class HandOverLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'hand_over_links_member_fk' })
  memberId: string;

  @Column('text')
  hash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** When it was used, or replaced by a newer one. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
