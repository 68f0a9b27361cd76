import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What sessions are about; hours are counted by it. */
@Entity('topics')
@Unique('topics_name', ['cooperativeId', 'name'])
export class Topic {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'topics_cooperative_fk' })
  cooperativeId: string;

  @Column('text')
  name: string;
}
