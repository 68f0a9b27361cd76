// Answers as a form holds them, and the way there and back.
import type { GivenAnswers } from '../../../../src/contracts/questions.js';
import type { Schema } from '../../api/client.js';

export type AskedQuestion = Schema<'AskedQuestion'>;
/** A text, ids of options, or of a consent the version of the text that was agreed to; empty: not answered. */
export type AnswerValue = string | string[] | number;

/** Of what is asked now; an answer to a question that has come since begins empty. */
export function answersToSend(asked: readonly AskedQuestion[], values: Record<string, AnswerValue>): GivenAnswers {
  return Object.fromEntries(
    asked.flatMap((question) => {
      const value = values[question.id];
      return value === undefined || isUnanswered(question, value) ? [] : [[question.id, value] as const];
    }),
  );
}

export function isUnanswered({ kind, textVersion }: AskedQuestion, value: AnswerValue | undefined): boolean {
  if (kind === 'consent') return value !== textVersion;
  return value === undefined || (typeof value !== 'number' && value.length === 0);
}
