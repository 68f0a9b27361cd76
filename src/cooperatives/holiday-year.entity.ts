import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That a year's holidays were entered, and how often: a list is replaced as a whole. */
@Entity('holiday_years')
export class HolidayYear {
  @PrimaryColumn('uuid')
  @ForeignKey('Cooperative', { name: 'holiday_years_cooperative_fk' })
  cooperativeId: string;

  @PrimaryColumn('int')
  year: number;

  /** Guards against two editors. */
  @Column('int')
  version: number;

  @Column('timestamptz')
  updatedAt: Date;
}
