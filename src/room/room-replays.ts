// What somebody who enters is given: the events they missed, or how the room stands, read at one moment of the database.
// What all see alike is read once for however many come at once.

import { Injectable } from '@nestjs/common';
import type { EarlyResults } from '../contracts/room-polls.js';
import type { RoomEvent } from '../contracts/room-protocol.js';
import type { RoomSnapshot } from '../contracts/room-snapshot.js';
import { USUAL_SETTINGS } from '../contracts/room-state.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { found } from '../platform/errors.js';
import { RoomParts, type SharedSnapshot } from './room-parts.service.js';
import { RoomQueries } from './room.queries.js';
import { replay } from './room.rules.js';

/** Rooms whose last snapshot is kept for the next who come. */
const MOST_KEPT = 100;

interface Here {
  memberId: string;
  isStaff: boolean;
}

interface Taken {
  seq: number;
  shared: SharedSnapshot;
}

interface Found {
  seq: number;
  snapshot: RoomSnapshot;
  early: EarlyResults[];
}

@Injectable()
export class RoomReplays {
  /** By room and kind of viewer: what was read last, or is being read. */
  private readonly kept = new Map<string, Promise<Taken>>();

  constructor(
    private readonly database: Database,
    private readonly queries: RoomQueries,
    private readonly parts: RoomParts,
  ) {}

  /** What the viewer may know of after `lastSeq`; undefined: too much, or nothing to go on from. */
  async gap(
    sessionId: string,
    viewer: Here,
    lastSeq: number | undefined,
    longest: number,
  ): Promise<{ seq: number; events: RoomEvent[]; unreadChat?: number } | undefined> {
    if (lastSeq === undefined) return undefined;
    if (replay(lastSeq, await this.queries.seq(this.database, sessionId)) === 'snapshot') return undefined;
    const events = await this.queries.after(sessionId, lastSeq, longest + 1);
    if (events.length > longest) return undefined;
    return { seq: events.at(-1)?.seq ?? lastSeq, events: this.parts.tell(events, viewer) };
  }

  /** At least as new as the moment of the call. */
  async snapshot(sessionId: string, { memberId, isStaff }: Here): Promise<Found> {
    const { seq, shared } = await this.shared(sessionId, isStaff);
    // Read after what all see: newer at most, and whatever comes of it again changes nothing more.
    const own = await this.database.atOneMoment((tx) => this.own(tx, sessionId, memberId));
    const theirs = isStaff ? [] : own.questions;
    const known = new Set(theirs.map(({ id }) => id));
    const others = shared.questions.filter(({ id }) => !known.has(id));
    const questions = [...others, ...theirs].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { seq, snapshot: { ...shared, questions, mine: own.mine }, early: own.early };
  }

  private async shared(sessionId: string, isStaff: boolean): Promise<Taken> {
    const key = `${sessionId} ${String(isStaff)}`;
    const seq = await this.queries.seq(this.database, sessionId);
    for (;;) {
      const waiting = this.kept.get(key);
      const taken = await waiting?.catch(() => undefined);
      if (taken && taken.seq >= seq) return taken;
      // Unless somebody who found it too old as well has begun to read anew.
      if (this.kept.get(key) === waiting) return this.keep(key, this.take(sessionId, isStaff));
    }
  }

  private keep(key: string, taking: Promise<Taken>): Promise<Taken> {
    this.kept.delete(key);
    this.kept.set(key, taking);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    taking.catch(() => {
      if (this.kept.get(key) === taking) this.kept.delete(key);
    });
    return taking;
  }

  private take(sessionId: string, isStaff: boolean): Promise<Taken> {
    return this.database.atOneMoment(async (tx) => {
      const seq = await this.queries.seq(tx, sessionId);
      const session = found(await this.queries.session(tx, sessionId));
      let shared: SharedSnapshot = {
        session,
        settings: USUAL_SETTINGS,
        chat: [],
        pinned: null,
        announcement: null,
        reports: [],
        questions: [],
        polls: [],
      };
      for (const part of this.parts.all()) shared = { ...shared, ...(await part.shared(tx, sessionId, isStaff)) };
      return { seq, shared };
    });
  }

  private async own(tx: Tx, sessionId: string, memberId: string) {
    const mine: RoomSnapshot['mine'] = {
      isMuted: false,
      isHandRaised: false,
      questions: [],
      votes: [],
      answered: [],
    };
    const questions: RoomSnapshot['questions'] = [];
    const early: EarlyResults[] = [];
    for (const part of this.parts.all()) {
      const own = await part.own(tx, sessionId, memberId);
      Object.assign(mine, own.mine);
      questions.push(...(own.questions ?? []));
      early.push(...(own.early ?? []));
    }
    return { mine, questions, early };
  }
}
