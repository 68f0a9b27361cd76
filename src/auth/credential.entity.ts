import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A member's password, as an argon2id hash with its own salt and parameters. Members who only use codes have none. */
@Entity('credentials')
export class Credential {
  @PrimaryColumn('uuid')
  @ForeignKey('Member', { name: 'credentials_member_fk' })
  memberId: string;

  @Column('text')
  passwordHash: string;

  @Column('timestamptz')
  changedAt: Date;
}
