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
    const answered = await this.queries.answered(tx, sessionId, memberId);
    return {
      mine: { answered: answered.map(({ pollId, run }) => `${pollId} ${String(run)}`) },
      early: answered.flatMap(({ pollId, run, early }) => (early ? [{ pollId, run, results: early }] : [])),
    };
  }

  transcript(reader: Reader, sessionId: string): AsyncIterable<TranscriptLine> {
    return pollsTranscript(reader, sessionId);
  }

  /** What was answered in words of one's own, and every list of such words; how many answered stays. */
  async empty(tx: Tx, sessionIds: readonly string[]): Promise<void> {
    await tx.sql(
      `UPDATE poll_answers answer SET answer = '{"text": ""}' FROM polls poll
       WHERE poll.id = answer.poll_id AND poll.session_id = ANY ($1::uuid[]) AND answer.answer ? 'text'`,
      [sessionIds],
    );
    await tx.sql(
      `UPDATE poll_runs run SET results = run.results || '{"texts": []}' FROM polls poll
       WHERE poll.id = run.poll_id AND poll.session_id = ANY ($1::uuid[])`,
      [sessionIds],
    );
    await tx.sql(
      `UPDATE room_events SET payload = jsonb_set(payload, path, '[]')
       FROM (VALUES ('poll.counted', ARRAY['results', 'texts']), ('poll.changed', ARRAY['poll', 'results', 'texts']))
         AS told (told_kind, path)
       WHERE session_id = ANY ($1::uuid[]) AND kind = told_kind AND payload #> path IS NOT NULL`,
      [sessionIds],
    );
  }
}
