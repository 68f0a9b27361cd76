// What was asked of everybody, run by run, for a transcript: how many answered what, and never who.

import type { PollResults } from '../contracts/room-polls.js';
import { transcriptRows, type Reader, type TranscriptLine } from '../room/room-parts.service.js';

const PAGE = 200;

interface Row {
  pollId: string;
  run: number;
  text: string;
  options: string[];
  right: number[] | null;
  openedAt: Date;
  /** Null: it is open, and its results are not final. */
  closedAt: Date | null;
  results: PollResults;
}

/** As they were opened; the results of a run follow it once they are frozen. */
export async function* pollsTranscript(reader: Reader, sessionId: string): AsyncGenerator<TranscriptLine> {
  const rows = transcriptRows<Row>(PAGE, (after) =>
    reader.sql(
      `SELECT poll.id AS "pollId", run.run, poll.text, poll.options, poll.right_options AS right,
         run.opened_at AS "openedAt", run.closed_at AS "closedAt", run.results
       FROM polls poll JOIN poll_runs run ON run.poll_id = poll.id
       WHERE poll.session_id = $1 AND ($2::uuid IS NULL OR (run.opened_at, poll.id, run.run) >
         (SELECT last.opened_at, last.poll_id, last.run FROM poll_runs last WHERE last.poll_id = $2 AND last.run = $3))
       ORDER BY run.opened_at, poll.id, run.run LIMIT $4`,
      [sessionId, after?.pollId ?? null, after?.run ?? null, PAGE],
    ),
  );
  for await (const row of rows) {
    yield opened(row);
    if (row.closedAt) yield* resultsOf(row, row.closedAt);
  }
}

function opened({ text, right, openedAt, closedAt, results }: Row): TranscriptLine {
  const notes: TranscriptLine['notes'] = right === null ? [] : ['quiz'];
  if (closedAt === null) notes.push('running');
  return { at: openedAt, kind: 'poll', by: null, about: null, text, count: results.answered, notes };
}

/** Options in their order, the places of a scale from 1, or the words that were given. */
function resultsOf({ options, right, results }: Row, at: Date): TranscriptLine[] {
  const line = (text: string, count: number, notes: TranscriptLine['notes'] = []): TranscriptLine => ({
    ...{ at, kind: 'poll-result', by: null, about: null, text, count, notes },
  });
  return [
    ...results.counts.map((count, place) =>
      line(options[place] ?? String(place + 1), count, right?.includes(place) === true ? ['right'] : []),
    ),
    ...results.texts.map(({ text, times }) => line(text, times)),
  ];
}
