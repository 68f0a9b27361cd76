// Votes for questions: many of one moment are counted together, each member once a question, and told as one event.

import { Injectable } from '@nestjs/common';
import type { CommandOf, Posted } from '../contracts/room-protocol.js';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { RoomBatch, type Gathered } from '../room/room-batch.service.js';
import { seatOf, type RoomConnection } from '../room/room-desk.service.js';
import { RoomLog } from '../room/room-log.service.js';
import { QuestionActs } from './question-acts.service.js';
import { voting } from './question.rules.js';
import { QuestionsQueries, type QuestionRow } from './questions.queries.js';

interface Vote {
  memberId: string;
  clientId: string;
  questionId: string;
  isFor: boolean;
}

type Outcome = number | Error;

@Injectable()
export class QuestionVotes {
  private readonly votes = new MicroBatcher<Vote, number>((sessionId, batch) => this.store(sessionId, batch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly batch: RoomBatch,
    private readonly log: RoomLog,
    private readonly queries: QuestionsQueries,
    private readonly acts: QuestionActs,
  ) {}

  /** Answers after the commit. @throws DomainError wrong-state, room-closed, not-found, forbidden (one's own question) */
  async vote(connection: RoomConnection, command: CommandOf<'question.vote'>): Promise<Posted> {
    const { id: clientId, questionId, isFor } = command;
    const memberId = connection.visitor.id;
    const { sessionId } = seatOf(connection);
    return { ok: true, seq: await this.votes.submit(sessionId, { memberId, clientId, questionId, isFor }) };
  }

  private store(sessionId: string, batch: readonly Vote[]): Promise<Outcome[]> {
    return this.database.transaction(async (tx) => {
      const voters = batch.map((vote) => vote.memberId);
      const { room, places } = await this.batch.gather(tx, sessionId, voters);
      const known = await this.known(tx, sessionId, batch);
      const questions = await this.questions(tx, sessionId, batch);
      const fresh = firstOfEach(batch.filter((vote) => !known.has(keyOf(vote))));
      const refused = new Map(fresh.flatMap((vote): [string, Error][] => refusal(vote, places, questions)));
      const taken = fresh.filter((vote) => !refused.has(keyOf(vote)));
      const events = await this.acts.told(tx, sessionId, async () => {
        const totals = await this.count(tx, taken, questions);
        return totals.length > 0 ? [{ kind: 'question.voted', payload: { totals } }] : [];
      });
      const [told] = events.length > 0 ? await this.log.append(tx, room, events) : [];
      const seq = told ?? room.lastSeq;
      await this.remember(tx, sessionId, taken, seq);
      return batch.map((vote) => known.get(keyOf(vote)) ?? refused.get(keyOf(vote)) ?? seq);
    });
  }

  /** What was answered to the commands of these that were done before. */
  private async known(tx: Tx, sessionId: string, batch: readonly Vote[]): Promise<Map<string, number>> {
    const rows = await tx.sql<Pick<Vote, 'memberId' | 'clientId'> & { seq: number }>(
      `SELECT member_id AS "memberId", client_id AS "clientId", seq FROM room_vote_commands
       JOIN unnest($2::uuid[], $3::uuid[]) AS given (member_id, client_id) USING (member_id, client_id)
       WHERE session_id = $1`,
      [sessionId, batch.map((vote) => vote.memberId), batch.map((vote) => vote.clientId)],
    );
    return new Map(rows.map((row) => [keyOf(row), row.seq]));
  }

  private async questions(tx: Tx, sessionId: string, batch: readonly Vote[]): Promise<Map<string, QuestionRow>> {
    const ids = [...new Set(batch.map((vote) => vote.questionId))];
    const rows = await this.queries.some(tx, sessionId, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Writes the votes down, of a member's several for one question the last. @returns the totals that changed */
  private async count(tx: Tx, taken: readonly Vote[], questions: ReadonlyMap<string, QuestionRow>) {
    const last = [...new Map(taken.map((vote) => [`${vote.memberId} ${vote.questionId}`, vote])).values()];
    const given = last.filter((vote) => vote.isFor);
    const revoked = last.filter((vote) => !vote.isFor);
    if (given.length > 0)
      await tx.sql(
        `INSERT INTO room_question_votes (question_id, member_id, voted_at)
         SELECT question_id, member_id, $3 FROM unnest($1::uuid[], $2::uuid[]) AS given (question_id, member_id)
         ON CONFLICT DO NOTHING`,
        [given.map((vote) => vote.questionId), given.map((vote) => vote.memberId), this.clock.now()],
      );
    if (revoked.length > 0)
      await tx.sql(
        `DELETE FROM room_question_votes vote USING unnest($1::uuid[], $2::uuid[]) AS gone (question_id, member_id)
         WHERE vote.question_id = gone.question_id AND vote.member_id = gone.member_id`,
        [revoked.map((vote) => vote.questionId), revoked.map((vote) => vote.memberId)],
      );
    if (last.length === 0) return [];
    const votes = await this.queries.count(tx, [...new Set(last.map((vote) => vote.questionId))]);
    return [...votes]
      .filter(([id, total]) => questions.get(id)?.votes !== total)
      .map(([questionId, total]) => ({ questionId, votes: total }));
  }

  private async remember(tx: Tx, sessionId: string, taken: readonly Vote[], seq: number): Promise<void> {
    if (taken.length === 0) return;
    await tx.sql(
      `INSERT INTO room_vote_commands (session_id, member_id, client_id, seq)
       SELECT $1, member_id, client_id, $4 FROM unnest($2::uuid[], $3::uuid[]) AS done (member_id, client_id)`,
      [sessionId, taken.map((vote) => vote.memberId), taken.map((vote) => vote.clientId), seq],
    );
  }
}

function refusal(
  vote: Vote,
  places: Gathered['places'],
  questions: ReadonlyMap<string, QuestionRow>,
): [string, Error][] {
  const place = places.get(vote.memberId);
  if (place instanceof Error) return [[keyOf(vote), place]];
  const question = questions.get(vote.questionId);
  if (!question) return [[keyOf(vote), new DomainError('not-found')]];
  const may = voting({ state: question.state, askerId: question.asker.memberId }, vote.memberId);
  if (may === 'may') return [];
  return [[keyOf(vote), new DomainError(may === 'own' ? 'forbidden' : 'wrong-state')]];
}

/** A retry that shares the batch with its original is the original. */
function firstOfEach(votes: readonly Vote[]): Vote[] {
  const first = new Map<string, Vote>();
  for (const vote of votes) if (!first.has(keyOf(vote))) first.set(keyOf(vote), vote);
  return [...first.values()];
}

function keyOf({ memberId, clientId }: Pick<Vote, 'memberId' | 'clientId'>): string {
  return `${memberId} ${clientId}`;
}
