import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../contracts/permissions.js';
import type { MemberStatus } from './member.rules.js';

/** A person in one cooperative. The same address may be a member of two cooperatives, as two members. */
@Entity('members')
@Unique('members_number', ['cooperativeId', 'number'])
@Index('members_by_name', ['cooperativeId', 'name', 'id'])
@Index('members_unit', ['unitId'])
// One address signs in one member of a cooperative: unique on (cooperative_id, lower(email)) of those who have not left.
@Index('members_email', { synchronize: false })
// Search by name, number or unit over 100,000 members.
@Index('members_search', { synchronize: false })
// Those with a role besides `member`: few among many.
@Index('members_staff', { synchronize: false })
export class Member {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'members_cooperative_fk' })
  cooperativeId: string;

  @Column('text')
  number: string;

  /** One field of one or more words, never split or re-cased. */
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nickname: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** E.164. */
  @Column('text', { nullable: true })
  mobile: string | null;

  /** Unique only within a company; a search aid, no identity. */
  @Column('text', { nullable: true })
  employeeNumber: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Unit', { name: 'members_unit_fk' })
  unitId: string | null;

  @Column('text', { array: true, default: '{member}' })
  roles: Role[];

  /** A coordinator's scope; empty for all others. */
  @Column('uuid', { array: true, default: '{}' })
  coordinatesUnitIds: string[];

  @Column('text')
  zone: string;

  @Column('text')
  language: 'id' | 'en';

  @Column('text', { default: 'aktif' })
  status: MemberStatus;

  @Column('date', { nullable: true })
  joinedOn: string | null;

  @Column('timestamptz', { nullable: true })
  leftAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
