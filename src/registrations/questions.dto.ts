// What questions and answers look like from outside: to those who ask, those who answer, and those who read.

import { z } from 'zod';
import { givenAnswers, question, QUESTION_KINDS } from '../contracts/questions.js';
import { id, instantOut } from '../contracts/schemas.js';

/** `hasAnswers`: its kind is fixed, and taking it away keeps what was answered. */
export const questionsOut = z
  .object({ version: z.int(), questions: z.array(question.extend({ hasAnswers: z.boolean() })) })
  .meta({ id: 'RegistrationQuestions' });
export type QuestionsOut = z.infer<typeof questionsOut>;

/** A question to answer; a consent is answered with its `textVersion`. */
export const askedQuestion = question.extend({ textVersion: z.int() }).meta({ id: 'AskedQuestion' });
export type AskedQuestion = z.infer<typeof askedQuestion>;

export const answersInput = z.strictObject({ answers: givenAnswers }).meta({ id: 'MyAnswersInput' });
export type AnswersInput = z.infer<typeof answersInput>;

/** By question id, as they were given; a consent with the version of the text that was agreed to. */
export const myAnswers = z
  .object({
    questions: z.array(askedQuestion),
    answers: z.record(id, z.union([z.string(), z.array(id), z.int()])),
    canChange: z.boolean(),
  })
  .meta({ id: 'MyAnswers' });
export type MyAnswers = z.infer<typeof myAnswers>;

/** Everything that is asked, and what is not asked any more but was answered, in the reader's language. */
export const registrantAnswers = z
  .object({
    items: z.array(
      z.object({
        questionId: id,
        kind: z.enum(QUESTION_KINDS),
        label: z.string(),
        isArchived: z.boolean(),
        /** Empty: not answered; or a consent, of which `agreedAt` says that it was given. */
        values: z.array(z.string()),
        agreedAt: instantOut.nullable(),
        /** Which version of the text was agreed to. */
        textVersion: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'RegistrantAnswers' });
export type RegistrantAnswers = z.infer<typeof registrantAnswers>;
