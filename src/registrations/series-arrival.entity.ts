import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A registration for a whole series that one mail is still to tell of, with the others; then the row goes. */
@Entity('series_arrivals')
@Index('series_arrivals_member', ['seriesId', 'memberId'])
export class SeriesArrival {
  @PrimaryColumn('uuid')
  @ForeignKey('Registration', { name: 'series_arrivals_registration_fk' })
  registrationId: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'series_arrivals_cooperative_fk' })
  cooperativeId: string;

  @Column('uuid')
  @ForeignKey('SessionSeries', { name: 'series_arrivals_series_fk' })
  seriesId: string;

  @Column('uuid')
  @ForeignKey('Member', { name: 'series_arrivals_member_fk' })
  memberId: string;

  @Column('timestamptz')
  createdAt: Date;
}
