// What a session may ask of those who register: kinds of questions, how much fits, and wording in one language or two.

import { z } from 'zod';
import { id, line, mobile, paragraph } from './schemas.js';
import type { Language } from './languages.js';

export const QUESTION_KINDS = ['text', 'long-text', 'choice', 'multiple', 'date', 'phone', 'consent'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const QUESTION_LIMITS = {
  questions: 30,
  options: 50,
  label: 200,
  help: 2_000,
  optionLabel: 120,
  text: 300,
  longText: 3_000,
  retentionDays: 3_650,
} as const;

/** In the session's language, and in the other one or not. */
export type Wording = Readonly<Record<Language, string | null>>;

/** In the reader's language, or in the one there is. */
export function wordingIn(wording: Wording, language: Language): string {
  return wording[language] || wording.id || wording.en || '';
}

const wording = (text: z.ZodType<string>) => z.strictObject({ id: text.nullable(), en: text.nullable() });
const option = z.strictObject({ id, label: wording(line(QUESTION_LIMITS.optionLabel)) });

/** Ids are made by the client and kept: answers hang on them. */
export const question = z
  .strictObject({
    id,
    kind: z.enum(QUESTION_KINDS),
    label: wording(line(QUESTION_LIMITS.label)),
    help: wording(paragraph(QUESTION_LIMITS.help)),
    /** For `choice` and `multiple`. */
    options: z.array(option).max(QUESTION_LIMITS.options),
    isRequired: z.boolean(),
    /** After the session's end; null: kept for as long as the registration. */
    retentionDays: z.int().min(1).max(QUESTION_LIMITS.retentionDays).nullable(),
  })
  .meta({ id: 'RegistrationQuestion' });
export type Question = z.infer<typeof question>;

/** The whole list, in order. `version` is the one that was read; 0 where nothing was asked before. */
export const questionsInput = z
  .strictObject({ version: z.int().min(0), questions: z.array(question).max(QUESTION_LIMITS.questions) })
  .meta({ id: 'RegistrationQuestionsInput' });
export type QuestionsInput = z.infer<typeof questionsInput>;

const GIVEN_LENGTH = QUESTION_LIMITS.longText * 4;

/**
 * Answers by question id: a text; an option's id, or several; a day; a phone number; of a consent, the `textVersion` that
 * was agreed to. Null and absent: not answered.
 */
export const givenAnswers = z
  .record(
    id,
    z.union([z.string().max(GIVEN_LENGTH), z.array(id).max(QUESTION_LIMITS.options), z.int().min(1)]).nullable(),
  )
  .refine((given) => Object.keys(given).length <= QUESTION_LIMITS.questions, { params: { rule: 'too-many' } })
  .meta({ id: 'GivenAnswers' });
export type GivenAnswers = z.infer<typeof givenAnswers>;

/** What a written answer must be; years before 2000 too, since people are asked when they were born. */
export const WRITTEN = {
  text: line(QUESTION_LIMITS.text),
  'long-text': paragraph(QUESTION_LIMITS.longText),
  date: z.iso
    .date({ abort: true })
    .refine((value) => value >= '1900' && value < '2200', { params: { rule: 'format' } }),
  phone: mobile,
} as const;
