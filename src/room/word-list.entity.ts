import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a cooperative does not want to read in its rooms; without a row the usual words hold. */
@Entity('word_lists')
export class WordList {
  @PrimaryColumn('uuid')
  @ForeignKey('Cooperative', { name: 'word_lists_cooperative_fk' })
  cooperativeId: string;

  /** Guards against two editors. */
  @Column('int')
  version: number;

  @Column('text', { array: true })
  words: string[];

  @Column('timestamptz')
  updatedAt: Date;
}
