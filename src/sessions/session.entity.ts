import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StageKind } from '../contracts/stage.js';
import type { SessionState } from './session.rules.js';

/** How people take part: on their phones, at a venue, or whichever they choose. */
export type Delivery = 'virtual' | 'onsite' | 'hybrid';

/** A webinar. `version` guards against two editors; `revision` is the SEQUENCE of its invitations. */
@Entity('sessions')
@Index('sessions_upcoming', ['cooperativeId', 'startsAt', 'id'])
@Index('sessions_topic', ['topicId'])
@Index('sessions_stage_open', ['stageOpenSince'], { where: 'stage_open_since IS NOT NULL' })
@Index('sessions_series', ['seriesId', 'recurrenceAt'], { unique: true, where: 'series_id IS NOT NULL' })
// Full-text search over title and descriptions, Indonesian and English stems.
@Index('sessions_search', { synchronize: false })
// The beginnings of words in titles, for who is still typing.
@Index('sessions_title_search', { synchronize: false })
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Cooperative', { name: 'sessions_cooperative_fk' })
  cooperativeId: string;

  @Column('text', { default: 'draft' })
  state: SessionState;

  @Column('text')
  title: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Topic', { name: 'sessions_topic_fk' })
  topicId: string | null;

  /** Markdown as written; `descriptionHtml` is what it became, sanitised. */
  @Column('text', { default: '' })
  description: string;

  @Column('text', { default: '' })
  descriptionHtml: string;

  /** The same in the language that is not the session's; empty where nobody wrote it. */
  @Column('text', { default: '' })
  descriptionOther: string;

  @Column('text', { default: '' })
  descriptionOtherHtml: string;

  @Column('text')
  language: 'id' | 'en';

  /** IANA zone the session is planned in. */
  @Column('text')
  zone: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  /** The series it is one of; null: it stands alone. */
  @Column('uuid', { nullable: true })
  @ForeignKey('SessionSeries', { name: 'sessions_series_fk' })
  seriesId: string | null;

  /** When the series' rule has it, wherever it was moved since. */
  @Column('timestamptz', { nullable: true })
  recurrenceAt: Date | null;

  @Column('text', { default: 'virtual' })
  delivery: Delivery;

  /** Virtual seats; null: unlimited. */
  @Column('int', { nullable: true })
  capacity: number | null;

  /** Seats at the venue, counted apart from the virtual ones; null: unlimited. */
  @Column('int', { nullable: true })
  onsiteCapacity: number | null;

  /** Name and address, as a guest is told them. */
  @Column('text', { nullable: true })
  venue: string | null;

  /** What to bring or wear and when to stay at home: Markdown as written, and what it became. */
  @Column('text', { default: '' })
  protocol: string;

  @Column('text', { default: '' })
  protocolHtml: string;

  @Column('text', { default: 'none' })
  stageKind: StageKind;

  /** Its picture, an upload of its own; null: one is drawn. */
  @Column('uuid', { nullable: true })
  coverFileId: string | null;

  /** As it was written; null where the stage is made for the session. */
  @Column('text', { nullable: true })
  stageUrl: string | null;

  /** Since when a meeting elsewhere is open for it; null: there is none to close. */
  @Column('timestamptz', { nullable: true })
  stageOpenSince: Date | null;

  /** Which kind that meeting is, whatever the session was changed to since. */
  @Column('text', { nullable: true })
  stageOpenKind: StageKind | null;

  /** The actual start: when the host went live. */
  @Column('timestamptz', { nullable: true })
  wentLiveAt: Date | null;

  /** The actual end. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  /** Why, as members read it; null where nobody said. */
  @Column('text', { nullable: true })
  cancelReason: string | null;

  @Column('int', { default: 0 })
  revision: number;

  @Column('int', { default: 1 })
  version: number;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
