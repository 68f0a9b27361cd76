// The parts a room is made of (chat, questions, polls): each says how its rows are told to whom, and what a newcomer finds.

import { Injectable } from '@nestjs/common';
import type { EarlyResults } from '../contracts/room-polls.js';
import type { RoomEvent, RoomEventKind } from '../contracts/room-protocol.js';
import type { Mine, RoomSnapshot } from '../contracts/room-snapshot.js';
import type { RoomQuestion } from '../contracts/room-questions.js';
import type { TranscriptWord } from '../contracts/words/transcript.js';
import type { Tx } from '../platform/database/tx.js';
import type { StoredEvent } from './room-payloads.js';
import type { Reader } from './room.queries.js';

export type { StoredEvent } from './room-payloads.js';
export type { Reader } from './room.queries.js';

/** For whom something is told; without `memberId`: for every member who is not staff alike. */
export interface Viewer {
  isStaff: boolean;
  memberId?: string;
}

type WithoutNumber<Event> = Event extends unknown ? Omit<Event, 'seq' | 'at'> : never;
/** An event without its number and time, as a part makes it. */
export type EventBody = WithoutNumber<RoomEvent>;

/** What of a stored event the viewer is told; whether they are told at all was decided by its audience. */
export type Renderers = {
  [Kind in RoomEventKind]: (event: StoredEvent<Kind>, viewer: Viewer) => EventBody;
};

export type SharedSnapshot = Omit<RoomSnapshot, 'mine'>;

/**
 * What a member finds besides what all do; `questions` are those of their own that only they and staff see, `early` what
 * polls that run came to so far, for having answered them.
 */
export interface OwnSnapshot {
  mine: Partial<Mine>;
  questions?: RoomQuestion[];
  early?: EarlyResults[];
}

export interface TranscriptPerson {
  number: string;
  name: string;
}

/** A line of a transcript. A kind or note of a part's own has its words in contracts/words/transcript.ts. */
export interface TranscriptLine {
  at: Date;
  kind: KeyAfter<'kind'>;
  by: TranscriptPerson | null;
  about: TranscriptPerson | null;
  /** Null: deleted, taken back, or never written. */
  text: string | null;
  /** Votes for a question, answers to a poll or for one of its options; null: nothing is counted. */
  count: number | null;
  notes: KeyAfter<'note'>[];
}

/**
 * Somebody as a transcript names them; a guest has no number.
 * @param member the table's name in the query, which may have joined nobody. @param guest the same of `session_guests`
 */
export function transcriptPerson(member: string, guest?: string): string {
  const ofGuest = guest
    ? `WHEN ${guest}.id IS NOT NULL THEN jsonb_build_object('number', '', 'name', ${guest}.name)`
    : '';
  return `CASE WHEN ${member}.id IS NOT NULL
    THEN jsonb_build_object('number', ${member}.number, 'name', ${member}.name) ${ofGuest} END`;
}

/** Page after page until one is not full. @param read the page after the last row of the one before; undefined: the first */
export async function* transcriptRows<Row>(
  pageSize: number,
  read: (after: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let rows: Row[] = [];
  do {
    rows = await read(rows.at(-1));
    yield* rows;
  } while (rows.length === pageSize);
}

type KeyAfter<Group extends string> = TranscriptWord extends infer Word
  ? Word extends `${Group}.${infer Key}`
    ? Key
    : never
  : never;

export interface RoomPart {
  renderers: Partial<Renderers>;
  /** As it stands for everybody of one kind; `tx` reads one moment of the database. */
  shared(tx: Tx, sessionId: string, isStaff: boolean): Promise<Partial<SharedSnapshot>>;
  own(tx: Tx, sessionId: string, memberId: string): Promise<OwnSnapshot>;
  /** What staff read of it afterwards, in order; a part that tells nothing has none. */
  transcript?(reader: Reader, sessionId: string): AsyncIterable<TranscriptLine>;
  /**
   * Takes out of these sessions, from the part's own tables and from what the room was told, whatever somebody wrote: the
   * time for keeping it is over. That it was written stays, and so does every count.
   */
  empty(tx: Tx, sessionIds: readonly string[]): Promise<void>;
}

@Injectable()
export class RoomParts {
  private readonly parts: RoomPart[] = [];
  private readonly renderers: Partial<Renderers> = {};

  /** Called by each part when the app starts. */
  register(part: RoomPart): void {
    this.parts.push(part);
    Object.assign(this.renderers, part.renderers);
  }

  all(): readonly RoomPart[] {
    return this.parts;
  }

  /** The events that the viewer may know of, as they are told to them, in order. */
  tell(events: readonly StoredEvent[], viewer: Viewer): RoomEvent[] {
    return events.filter((event) => isFor(event, viewer)).map((event) => this.render(event, viewer));
  }

  private render<Kind extends RoomEventKind>(event: StoredEvent<Kind>, viewer: Viewer): RoomEvent {
    const render: Renderers[Kind] | undefined = this.renderers[event.kind];
    if (!render) throw new Error(`No part of the room tells of ${event.kind}`);
    return { ...render(event, viewer), seq: event.seq, at: event.at.toISOString() };
  }
}

function isFor(event: StoredEvent, viewer: Viewer): boolean {
  if (event.audience === 'all' || event.audience === 'each' || viewer.isStaff) return true;
  return event.audience === 'about' && viewer.memberId !== undefined && event.about?.memberId === viewer.memberId;
}
