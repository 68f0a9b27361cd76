import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A company, branch or department of a cooperative; coordinators look after their own. */
@Entity('units')
@Unique('units_name', ['cooperativeId', 'name'])
export class Unit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'units_cooperative_fk' })
  cooperativeId: string;

  @Column('text')
  name: string;

  /** Its members' zone, unless they have their own. */
  @Column('text')
  zone: string;
}
