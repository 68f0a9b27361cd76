// What was asked, line by line, for a transcript: each question as it stands, and after it how it was answered.

import type { QuestionState } from '../contracts/room-questions.js';
import {
  transcriptPerson,
  transcriptRows,
  type Reader,
  type TranscriptLine,
  type TranscriptPerson,
} from '../room/room-parts.service.js';

const PAGE = 1_000;

interface Row {
  id: string;
  state: QuestionState;
  text: string;
  isAnonymous: boolean;
  /** Null: asked without a name, and kept from staff too. */
  asker: TranscriptPerson | null;
  votes: number;
  askedAt: Date;
  answeredAt: Date | null;
  answerText: string | null;
  answeredBy: TranscriptPerson | null;
}

/** As they were asked. Whose name was promised to stay hidden never leaves the database. */
export async function* questionsTranscript(reader: Reader, sessionId: string): AsyncGenerator<TranscriptLine> {
  const rows = transcriptRows<Row>(PAGE, (after) =>
    reader.sql(
      `SELECT question.id, question.state, question.text, question.is_anonymous AS "isAnonymous",
         CASE WHEN question.staff_sees_asker OR NOT question.is_anonymous THEN ${transcriptPerson('asker')} END AS asker,
         question.votes, question.asked_at AS "askedAt", question.answered_at AS "answeredAt",
         question.answer_text AS "answerText", ${transcriptPerson('answerer', 'guest')} AS "answeredBy"
       FROM room_questions question
       JOIN members asker ON asker.id = question.asker_id
       LEFT JOIN members answerer ON answerer.id = question.answered_by
       LEFT JOIN session_guests guest ON guest.id = question.answered_by_guest
       WHERE question.session_id = $1 AND ($2::uuid IS NULL OR (question.asked_at, question.id) >
         (SELECT last.asked_at, last.id FROM room_questions last WHERE last.id = $2))
       ORDER BY question.asked_at, question.id LIMIT $3`,
      [sessionId, after?.id ?? null, PAGE],
    ),
  );
  for await (const row of rows) {
    yield asked(row);
    if (row.answeredAt) yield answered(row, row.answeredAt);
  }
}

function asked({ state, text, isAnonymous, asker, votes, askedAt }: Row): TranscriptLine {
  const notes: TranscriptLine['notes'] = isAnonymous ? [state, 'anonymous'] : [state];
  // What its asker took back is not kept for others, as a deleted message is not; what was kept long enough is empty.
  return {
    ...{ at: askedAt, kind: 'question', by: asker, about: null },
    ...{ text: state === 'withdrawn' || text === '' ? null : text, count: votes, notes },
  };
}

function answered({ asker, answeredBy, answerText }: Row, at: Date): TranscriptLine {
  return {
    ...{ at, kind: 'answer', by: answeredBy, about: asker },
    ...{ text: answerText, count: null, notes: answerText === null ? ['aloud'] : [] },
  };
}
