// Answering: what many answer in one moment is stored together; each answer counts once, however often it is sent.

import { Injectable } from '@nestjs/common';
import type { PollAnswer, PollAnswered, PollResults, RoomPoll } from '../contracts/room-polls.js';
import type { CommandOf } from '../contracts/room-protocol.js';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { RoomBatch, type Gathered } from '../room/room-batch.service.js';
import { seatOf, type RoomConnection } from '../room/room-desk.service.js';
import { WordLists } from '../room/word-lists.service.js';
import { PollCounter } from './poll-counter.service.js';
import { mayRead, readAnswer } from './poll.rules.js';
import { PollsQueries, type AnswerKey, type KnownAnswer } from './polls.queries.js';

interface Given extends AnswerKey {
  commandId: string;
  answer: PollAnswer;
}

/** An answer to store: the latest of a member in a run, with every command that led to it. */
type Taken = KnownAnswer & { answer: PollAnswer };

interface Outcome {
  seq: number;
  results: PollResults | null;
}

@Injectable()
export class PollAnswers {
  private readonly answers = new MicroBatcher<Given, Outcome>((sessionId, batch) => this.store(sessionId, batch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly batch: RoomBatch,
    private readonly queries: PollsQueries,
    private readonly counter: PollCounter,
    private readonly wordLists: WordLists,
  ) {}

  /**
   * Answers after the commit.
   * @throws DomainError wrong-state (in no room, or that run is over), not-found, room-closed, removed-from-room,
   *   invalid-input, conflict (a quiz is answered once), muted-in-room, unwelcome-words (in words of one's own)
   */
  async answer(connection: RoomConnection, command: CommandOf<'poll.answer'>): Promise<PollAnswered> {
    const { id: commandId, pollId, run, answer } = command;
    const { sessionId } = seatOf(connection);
    const memberId = connection.visitor.id;
    const outcome = await this.answers.submit(sessionId, { commandId, pollId, run, memberId, answer });
    return { ok: true, ...outcome };
  }

  /** @throws DomainError wrong-state (in no room), not-found, forbidden (not to be known yet) */
  async results(
    connection: RoomConnection,
    { pollId, run }: CommandOf<'poll.results'>,
  ): Promise<{ ok: true; results: PollResults }> {
    const { sessionId, isStaff } = seatOf(connection);
    const memberId = connection.visitor.id;
    return this.database.atOneMoment(async (tx) => {
      const poll = found(await this.queries.one(tx, sessionId, pollId));
      const { closedAt, results } = found(await this.queries.run(tx, pollId, run));
      const isOver = closedAt !== null;
      if (!isStaff) {
        const hasAnswered = (await this.queries.answers(tx, [{ pollId, run, memberId }])).length > 0;
        if (!mayRead(poll, { isOver, hasAnswered })) throw new DomainError('forbidden');
      }
      return { ok: true, results: isOver ? results : await this.queries.count(tx, poll, run) };
    });
  }

  /** One batch in one transaction; what does not fit fails alone. */
  private async store(sessionId: string, batch: readonly Given[]): Promise<(Outcome | Error)[]> {
    const outcomes = await this.database.transaction((tx) => this.take(tx, sessionId, batch));
    this.counter.owe(sessionId);
    return outcomes;
  }

  private async take(tx: Tx, sessionId: string, batch: readonly Given[]): Promise<(Outcome | Error)[]> {
    const memberIds = batch.map(({ memberId }) => memberId);
    const { room, places } = await this.batch.gather(tx, sessionId, memberIds);
    const polls = await this.queries.some(
      tx,
      sessionId,
      batch.map(({ pollId }) => pollId),
    );
    const known = new Map<string, KnownAnswer>();
    for (const answer of await this.queries.answers(tx, batch)) known.set(keyOf(answer), answer);
    const taken = new Map<string, Taken>();
    const unwelcome = await this.unwelcome(tx, batch, places);
    const seqs = batch.map((given) => {
      const key = keyOf(given);
      const poll = polls.get(given.pollId);
      const place = places.get(given.memberId);
      if (!poll || poll.state === 'draft') return new DomainError('not-found');
      const before = taken.get(key) ?? known.get(key);
      // Before anything is refused: the room may have closed since the answer was taken.
      const first = before?.commands[given.commandId];
      if (first !== undefined) return first;
      if (place instanceof Error) return place;
      const answer = fitting(poll, given, before !== undefined);
      if (answer instanceof Error) return answer;
      if ('text' in answer && place) {
        if (place.isMuted) return new DomainError('muted-in-room');
        if (!place.isStaff && unwelcome?.isIn(answer.text)) return new DomainError('unwelcome-words');
      }
      const { pollId, run, memberId, commandId } = given;
      const commands = { ...before?.commands, [commandId]: room.lastSeq };
      taken.set(key, { pollId, run, memberId, answer, commands });
      return room.lastSeq;
    });
    await this.insert(tx, [...taken.values()]);
    const results = await this.shown(tx, [...polls.values()]);
    return seqs.map((seq, index) => {
      if (seq instanceof Error) return seq;
      const { pollId, run } = batch[index] ?? { pollId: '', run: 0 };
      return { seq, results: results.get(`${pollId} ${String(run)}`) ?? null };
    });
  }

  /** Asked only where somebody wrote words of their own: everybody in the room may come to read them. */
  private async unwelcome(tx: Tx, batch: readonly Given[], places: Gathered['places']) {
    if (!batch.some(({ answer }) => 'text' in answer)) return undefined;
    const [place] = [...places.values()].flatMap((one) => (one instanceof DomainError ? [] : [one]));
    return place && this.wordLists.matcher(tx, place.cooperativeId);
  }

  private async insert(tx: Tx, taken: readonly Taken[]): Promise<void> {
    if (taken.length === 0) return;
    await tx.sql(
      `INSERT INTO poll_answers (poll_id, run, member_id, answer, answered_at, commands)
       SELECT poll_id, run, member_id, answer, $6, commands
       FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::jsonb[], $5::jsonb[]) AS new(poll_id, run, member_id, answer, commands)
       ON CONFLICT (poll_id, run, member_id)
         DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at, commands = excluded.commands`,
      [
        taken.map(({ pollId }) => pollId),
        taken.map(({ run }) => run),
        taken.map(({ memberId }) => memberId),
        taken.map(({ answer }) => JSON.stringify(answer)),
        taken.map(({ commands }) => JSON.stringify(commands)),
        this.clock.now(),
      ],
    );
  }

  /** What those who answered are shown at once, by poll and run: read once a batch. */
  private async shown(tx: Tx, polls: readonly RoomPoll[]): Promise<Map<string, PollResults>> {
    const shown = new Map<string, PollResults>();
    for (const poll of polls) {
      if (!mayRead(poll, { isOver: poll.state === 'closed', hasAnswered: true })) continue;
      const results = poll.state === 'open' ? await this.queries.count(tx, poll) : poll.results;
      if (results) shown.set(keyOfRun(poll), results);
    }
    return shown;
  }
}

/** The answer as it is kept, or why it is not taken. */
function fitting(poll: RoomPoll, { run, answer }: Given, isAnswered: boolean): PollAnswer | DomainError {
  if (poll.state !== 'open' || poll.run !== run) return new DomainError('wrong-state');
  if (poll.isQuiz && isAnswered) return new DomainError('conflict');
  const read = readAnswer(poll, answer);
  return 'faults' in read ? new DomainError('invalid-input', read.faults) : read.answer;
}

function keyOf({ pollId, run, memberId }: AnswerKey): string {
  return `${pollId} ${String(run)} ${memberId}`;
}

function keyOfRun({ id, run }: RoomPoll): string {
  return `${id} ${String(run)}`;
}
