import { Entity, PrimaryColumn, Column } from 'typeorm';

/** One row an event and handler: its primary key makes the second delivery harmless. */
@Entity('handled_events')
export class HandledEvent {
  @PrimaryColumn('uuid')
  eventId: string;

  @PrimaryColumn('text')
  handler: string;

  @Column('timestamptz')
  handledAt: Date;
}
