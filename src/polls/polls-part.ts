// What of the polls is told to whom, and what a newcomer finds of them.

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import {
  RoomParts,
  type OwnSnapshot,
  type Reader,
  type RoomPart,
  type SharedSnapshot,
  type TranscriptLine,
} from '../room/room-parts.service.js';
import { isForMembers } from './poll.rules.js';
import { pollsTranscript } from './polls-transcript.js';
import { asTold, PollsQueries } from './polls.queries.js';

@Injectable()
export class PollsPart implements RoomPart, OnModuleInit {
  readonly renderers: RoomPart['renderers'] = {
    'poll.changed': ({ kind, payload }, { isStaff }) => ({ kind, poll: asTold(payload.poll, isStaff) }),
    'poll.deleted': ({ kind, payload }) => ({ kind, ...payload }),
    'poll.counted': ({ kind, payload }, { isStaff }) => ({
      ...{ kind, ...payload },
      results: isStaff ? payload.results : null,
    }),
  };

  constructor(
    private readonly parts: RoomParts,
    private readonly queries: PollsQueries,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async shared(tx: Tx, sessionId: string, isStaff: boolean): Promise<Partial<SharedSnapshot>> {
    const polls = await this.queries.all(tx, sessionId);
    const known = isStaff ? polls : polls.filter(({ state }) => isForMembers(state));
    return { polls: known.map((poll) => asTold(poll, isStaff)) };
  }

  async own(tx: Tx, sessionId: string, memberId: string): Promise<OwnSnapshot> {
    return { mine: { answered: await this.queries.answered(tx, sessionId, memberId) } };
  }

  transcript(reader: Reader, sessionId: string): AsyncIterable<TranscriptLine> {
    return pollsTranscript(reader, sessionId);
  }
}
