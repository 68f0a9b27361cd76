// Reads of polls: how they stand, what their runs came to, and who answered.

import { Injectable } from '@nestjs/common';
import type { EarlyResults, PollAnswer, PollResults, RoomPoll } from '../contracts/room-polls.js';
import type { Reader } from '../room/room-parts.service.js';
import { isForMembers, tally } from './poll.rules.js';

/** A run as it stands: `results` as they were told last, frozen once `closedAt` is set. */
export interface Run {
  openedAt: Date;
  closedAt: Date | null;
  results: PollResults;
}

/** One member's answer in one run. */
export interface AnswerKey {
  pollId: string;
  run: number;
  memberId: string;
}

interface Answered {
  pollId: string;
  run: number;
  early: EarlyResults['results'] | null;
}

export interface KnownAnswer extends AnswerKey {
  /** The seq that each command was answered with, by its id. */
  commands: Record<string, number>;
}

type PollRow = Omit<RoomPoll, 'openedAt' | 'closedAt' | 'answered' | 'isQuiz' | 'results'> & {
  openedAt: Date | null;
  closedAt: Date | null;
  results: PollResults | null;
};

const POLL = `
  SELECT poll.id, poll.version, poll.state, poll.run, poll.kind, poll.text, poll.options, poll.scale_to AS "scaleTo",
    poll.right_options AS right, poll.shows_results AS "showsResults", run.opened_at AS "openedAt",
    run.closed_at AS "closedAt", run.results
  FROM polls poll LEFT JOIN poll_runs run ON run.poll_id = poll.id AND run.run = poll.run
  WHERE poll.session_id = $1`;

@Injectable()
export class PollsQueries {
  /** As staff see them, by id: drafts and what is put away too. */
  async all(reader: Reader, sessionId: string): Promise<RoomPoll[]> {
    return (await reader.sql<PollRow>(`${POLL} ORDER BY poll.id`, [sessionId])).map(toPoll);
  }

  /** As staff see it; undefined when the session has no such poll. */
  async one(reader: Reader, sessionId: string, pollId: string): Promise<RoomPoll | undefined> {
    const [row] = await reader.sql<PollRow>(`${POLL} AND poll.id = $2`, [sessionId, pollId]);
    return row && toPoll(row);
  }

  async some(reader: Reader, sessionId: string, pollIds: readonly string[]): Promise<Map<string, RoomPoll>> {
    const rows = await reader.sql<PollRow>(`${POLL} AND poll.id = ANY ($2::uuid[])`, [sessionId, pollIds]);
    return new Map(rows.map((row) => [row.id, toPoll(row)]));
  }

  /** The one that runs, if one does. */
  async open(reader: Reader, sessionId: string): Promise<RoomPoll | undefined> {
    const [row] = await reader.sql<PollRow>(`${POLL} AND poll.state = 'open'`, [sessionId]);
    return row && toPoll(row);
  }

  /** The one that still runs although the session is over. */
  async leftOpen(reader: Reader, sessionId: string): Promise<RoomPoll | undefined> {
    const [row] = await reader.sql<PollRow>(
      `${POLL} AND poll.state = 'open' AND EXISTS (
         SELECT FROM sessions session WHERE session.id = poll.session_id AND session.state IN ('ended', 'cancelled'))`,
      [sessionId],
    );
    return row && toPoll(row);
  }

  /** Sessions in which a poll runs. */
  async sessionsWithOpen(reader: Reader): Promise<string[]> {
    const rows = await reader.sql<{ id: string }>(`SELECT session_id AS id FROM polls WHERE state = 'open'`);
    return rows.map(({ id }) => id);
  }

  async run(reader: Reader, pollId: string, run: number): Promise<Run | undefined> {
    const [row] = await reader.sql<Run>(
      `SELECT opened_at AS "openedAt", closed_at AS "closedAt", results FROM poll_runs WHERE poll_id = $1 AND run = $2`,
      [pollId, run],
    );
    return row;
  }

  /** What a run's answers come to now. */
  async count(reader: Reader, poll: RoomPoll, run = poll.run): Promise<PollResults> {
    const answers = await reader.sql<{ answer: PollAnswer; times: number }>(
      'SELECT answer, count(*)::int AS times FROM poll_answers WHERE poll_id = $1 AND run = $2 GROUP BY answer',
      [poll.id, run],
    );
    return tally(poll, answers);
  }

  /** Those of the keys that are answered. */
  async answers(reader: Reader, keys: readonly AnswerKey[]): Promise<KnownAnswer[]> {
    return reader.sql<KnownAnswer>(
      `SELECT answer.poll_id AS "pollId", answer.run, answer.member_id AS "memberId", answer.commands
       FROM unnest($1::uuid[], $2::int[], $3::uuid[]) AS key(poll_id, run, member_id)
       JOIN poll_answers answer USING (poll_id, run, member_id)`,
      [keys.map(({ pollId }) => pollId), keys.map(({ run }) => run), keys.map(({ memberId }) => memberId)],
    );
  }

  /** What a member answered, in order; `early`: what that came to when it was told last, where it shows after one's answer. */
  async answered(reader: Reader, sessionId: string, memberId: string): Promise<Answered[]> {
    return reader.sql<Answered>(
      `SELECT answer.poll_id AS "pollId", answer.run,
         CASE WHEN poll.state = 'open' AND poll.run = answer.run AND poll.shows_results = 'after-answer'
           AND poll.right_options IS NULL
         THEN run.results END AS early
       FROM poll_answers answer
       JOIN polls poll ON poll.id = answer.poll_id
       JOIN poll_runs run ON run.poll_id = answer.poll_id AND run.run = answer.run
       WHERE answer.member_id = $2 AND poll.session_id = $1 ORDER BY answer.poll_id, answer.run`,
      [sessionId, memberId],
    );
  }
}

/** What members may know of a poll: neither its results nor what is right before it is closed. */
export function asTold(poll: RoomPoll, isStaff: boolean): RoomPoll {
  if (isStaff || poll.state === 'closed') return poll;
  const hidden = { ...poll, right: null, results: null };
  return isForMembers(poll.state) ? hidden : { ...hidden, text: '', options: [] };
}

function toPoll({ openedAt, closedAt, results, ...row }: PollRow): RoomPoll {
  return {
    ...row,
    isQuiz: row.right !== null,
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    answered: results?.answered ?? 0,
    results,
  };
}
