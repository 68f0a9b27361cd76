// Which questions a session may ask, and what becomes of a question that people have answered already.

import type { FieldFault } from '../contracts/error-codes.js';
import type { Language } from '../contracts/languages.js';
import type { Question, QuestionKind } from '../contracts/questions.js';

/** A question as it is kept. */
export interface KeptQuestion extends Question {
  /** Counts up with every change of label or help: a consent names the text that was agreed to. */
  readonly textVersion: number;
  /** Not asked any more; what was answered stays, for as long as the question says. */
  readonly isArchived: boolean;
  /** Options that are no longer offered and may have been chosen. */
  readonly pastOptions: Question['options'];
}

const LEAST_OPTIONS: Partial<Record<QuestionKind, number>> = { choice: 2, multiple: 1 };

/** @param answered ids of the questions that have answers. @param language the session's */
export function questionFaults(
  questions: readonly Question[],
  before: readonly KeptQuestion[],
  answered: ReadonlySet<string>,
  language: Language,
): FieldFault[] {
  return questions.flatMap((question, nth) => {
    const path = `questions.${String(nth)}`;
    const known = before.find(({ id }) => id === question.id);
    const isTaken = questions.findIndex(({ id }) => id === question.id) < nth;
    const isOtherKind = known !== undefined && known.kind !== question.kind && answered.has(known.id);
    return [
      ...(isTaken ? [{ path: `${path}.id`, rule: 'taken' } as const] : []),
      ...(question.label[language] === null ? [{ path: `${path}.label.${language}`, rule: 'required' } as const] : []),
      ...(isOtherKind ? [{ path: `${path}.kind`, rule: 'has-answers' } as const] : []),
      ...optionFaults(question, path, language),
    ];
  });
}

/** The list as it is kept from now on; questions that are gone and were answered stay behind it, archived. */
export function nextQuestions(
  questions: readonly Question[],
  before: readonly KeptQuestion[],
  answered: ReadonlySet<string>,
): KeptQuestion[] {
  const asked = questions.map((question): KeptQuestion => {
    const known = before.find(({ id }) => id === question.id);
    const pastOptions = known && answered.has(known.id) ? pastOptionsOf(known, question) : [];
    return { ...question, textVersion: textVersionOf(question, known), isArchived: false, pastOptions };
  });
  const gone = before.filter(({ id }) => answered.has(id) && questions.every((one) => one.id !== id));
  return [...asked, ...gone.map((question) => ({ ...question, isArchived: true }))];
}

function optionFaults({ kind, options }: Question, path: string, language: Language): FieldFault[] {
  const least = LEAST_OPTIONS[kind];
  if (least === undefined) return options.length > 0 ? [{ path: `${path}.options`, rule: 'not-allowed' }] : [];
  if (options.length < least) return [{ path: `${path}.options`, rule: 'too-short', limit: least }];
  return options.flatMap((option, nth): FieldFault[] => {
    const at = `${path}.options.${String(nth)}`;
    const isTaken = options.findIndex(({ id }) => id === option.id) < nth;
    return [
      ...(isTaken ? [{ path: `${at}.id`, rule: 'taken' } as const] : []),
      ...(option.label[language] === null ? [{ path: `${at}.label.${language}`, rule: 'required' } as const] : []),
    ];
  });
}

function textVersionOf(question: Question, known: KeptQuestion | undefined): number {
  if (!known) return 1;
  const isSame = (['label', 'help'] as const).every(
    (field) => question[field].id === known[field].id && question[field].en === known[field].en,
  );
  return isSame ? known.textVersion : known.textVersion + 1;
}

function pastOptionsOf(known: KeptQuestion, question: Question): Question['options'] {
  return [...known.options, ...known.pastOptions].filter(({ id }) => question.options.every((one) => one.id !== id));
}
