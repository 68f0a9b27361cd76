import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FileUse } from './file.rules.js';

/** An upload as it was taken in. Its bytes lie in the file store, under its id. */
@Entity('stored_files')
@Index('stored_files_expired', ['expiresAt'], { where: 'expires_at IS NOT NULL' })
export class StoredFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'stored_files_cooperative_fk' })
  cooperativeId: string;

  @Column('text')
  use: FileUse;

  /** What it is now; a picture is always a WebP. */
  @Column('text')
  type: string;

  /** As it is called when somebody saves it. */
  @Column('text')
  name: string;

  @Column('int')
  size: number;

  /** Of what was uploaded. */
  @Column('text')
  sha256: string;

  /** How many things refer to it. */
  @Column('int', { default: 0 })
  uses: number;

  /** From when on it is thrown away: nothing refers to it, or not yet. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
