import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried in the window that ends at `resetsAt`. Unlogged: after a crash everybody starts at nought. */
@Entity('rate_limits')
@Index('rate_limits_resets', ['resetsAt'])
export class RateLimit {
  /** Keyed hash of the limit's name and whom it counts: no address and no name is kept. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  points: number;

  @Column('timestamptz')
  resetsAt: Date;
}
