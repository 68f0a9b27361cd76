// What is asked and answered of questions over HTTP: a session's list, what is still to be answered, the library.

import { z } from 'zod';
import { LONGEST_ANSWER, QUESTION_STATES } from '../contracts/room-questions.js';
import { day, id, instantOut, line, pageOf, pageQuery, paragraph } from '../contracts/schemas.js';

const person = z.object({ memberId: id, name: z.string() });

const fields = {
  id,
  version: z.int(),
  state: z.enum(QUESTION_STATES),
  text: z.string(),
  author: person.nullable(),
  isAnonymous: z.boolean(),
  isPinned: z.boolean(),
  votes: z.int(),
  askedAt: instantOut,
  approvedAt: instantOut.nullable(),
  answer: z.object({ text: z.string().nullable(), at: instantOut }).nullable(),
  reason: z.string().nullable(),
  mergedInto: id.nullable(),
};
const question = z.object(fields).meta({ id: 'SessionQuestion' });
export const sessionQuestions = pageOf(question).meta({ id: 'SessionQuestions' });
export type SessionQuestion = z.infer<typeof question>;

/** `version` is the follow-up's, `question.version` the question's. */
export const followUpOut = z
  .object({
    version: z.int(),
    /** A day, inclusive. */
    dueOn: z.string(),
    owner: person.nullable(),
    session: z.object({ id, title: z.string() }),
    question,
  })
  .meta({ id: 'QuestionFollowUp' });
export const followUpsOut = pageOf(followUpOut).meta({ id: 'QuestionFollowUps' });
export type FollowUp = z.infer<typeof followUpOut>;

export const followUpsQuery = pageQuery.extend({
  /** `mine`: what the reader is to answer; `all`: of every session they may see. */
  whose: z.enum(['mine', 'all']).default('all'),
});
export type FollowUpsQuery = z.infer<typeof followUpsQuery>;

export const followUpPatch = z
  .strictObject({ version: z.int().min(1), ownerId: id.optional(), dueOn: day.optional() })
  .meta({ id: 'QuestionFollowUpPatch' });
export type FollowUpPatch = z.infer<typeof followUpPatch>;

export const laterAnswer = z
  .strictObject({ version: z.int().min(1), text: paragraph(LONGEST_ANSWER).pipe(z.string().min(1)) })
  .meta({ id: 'LaterAnswer' });
export type LaterAnswer = z.infer<typeof laterAnswer>;

/** `version` is the question's as the reader saw it: of two who act on one version, the second is refused. */
export const seenQuestion = z.strictObject({ version: z.int().min(1) }).meta({ id: 'SeenQuestion' });
export type SeenQuestion = z.infer<typeof seenQuestion>;

export const libraryQuery = pageQuery.extend({
  search: line(200).optional(),
  topic: id.optional(),
  /** `put-away`: what the reader may put back, in place of what all read. */
  shelf: z.enum(['open', 'put-away']).default('open'),
});
export type LibraryQuery = z.infer<typeof libraryQuery>;

const libraryEntry = z
  .object({
    id,
    version: z.int(),
    text: z.string(),
    /** `correctedAt`: put in other words since, last then. */
    answer: z.object({ text: z.string(), at: instantOut, correctedAt: instantOut.nullable() }),
    session: z.object({ id, title: z.string() }),
    topic: z.object({ id, name: z.string() }).nullable(),
    /** What the reader may do with it. */
    mayCorrect: z.boolean(),
    mayArchive: z.boolean(),
  })
  .meta({ id: 'LibraryEntry', description: 'A question with its written answer; who asked is told to nobody' });
export const libraryOut = pageOf(libraryEntry).meta({ id: 'AnswerLibrary' });
export type LibraryEntry = z.infer<typeof libraryEntry>;
