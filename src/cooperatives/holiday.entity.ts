import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { HolidayKind } from '../contracts/holidays.js';

/** A day on which many of the cooperative's members are away. */
@Entity('holidays')
export class HolidayDay {
  @PrimaryColumn('uuid')
  @ForeignKey('Cooperative', { name: 'holidays_cooperative_fk' })
  cooperativeId: string;

  /** `2026-08-17`, wherever in the country one is. */
  @PrimaryColumn('date')
  day: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: HolidayKind;
}
