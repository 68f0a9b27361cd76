// Whether what somebody answers fits what is asked, and how an answer reads.

import type { FieldFault } from '../contracts/error-codes.js';
import type { Language } from '../contracts/languages.js';
import { WRITTEN, wordingIn, type GivenAnswers } from '../contracts/questions.js';
import { FIELD_RULES } from '../contracts/error-codes.js';
import type { KeptQuestion } from './question.rules.js';

/** To which text somebody agreed, and when. */
export interface Agreed {
  readonly textVersion: number;
  /** ISO 8601. */
  readonly at: string;
}

/** As it is kept: a text, a day or a number; an option's id, or several; a consent. */
export type KeptAnswer = string | readonly string[] | Agreed;

export interface Answer {
  readonly questionId: string;
  readonly value: KeptAnswer;
}

/** Who answers: members for themselves; `staff` for a member, who cannot consent for them and may leave anything empty. */
export type Answerer = 'member' | 'staff';

export interface Checked {
  readonly answers: readonly Answer[];
  /** By `answers.<question id>`. */
  readonly faults: readonly FieldFault[];
}

type Given = GivenAnswers[string] | undefined;
type Outcome = { readonly value: KeptAnswer } | { readonly fault: Omit<FieldFault, 'path'> };

/** @param before what stood: a consent that is given again to the same text keeps its time */
export function checkAnswers(
  questions: readonly KeptQuestion[],
  given: GivenAnswers,
  { by, now, before = new Map() }: { by: Answerer; now: Date; before?: ReadonlyMap<string, KeptAnswer> },
): Checked {
  const asked = questions.filter(({ isArchived }) => !isArchived);
  const faults: FieldFault[] = Object.keys(given)
    .filter((id) => asked.every((question) => question.id !== id))
    .map((id) => ({ path: `answers.${id}`, rule: 'unknown-field' }));
  const answers: Answer[] = [];
  for (const question of asked) {
    const outcome = read(question, given[question.id], by, { now, before: before.get(question.id) });
    if (outcome === undefined) continue;
    if ('fault' in outcome) faults.push({ path: `answers.${question.id}`, ...outcome.fault });
    else answers.push({ questionId: question.id, value: outcome.value });
  }
  return { answers, faults };
}

/** An answer for people to read: several for `multiple`, none for a consent, whose time says all. */
export function shownAnswer(question: KeptQuestion, value: KeptAnswer, language: Language): string[] {
  if (isAgreed(value)) return [];
  if (question.kind !== 'choice' && question.kind !== 'multiple') return [value].flat();
  const options = [...question.options, ...question.pastOptions];
  return [value].flat().flatMap((id) => {
    const option = options.find((one) => one.id === id);
    return option ? [wordingIn(option.label, language)] : [];
  });
}

/** The same as a client gave it. */
export function givenAgain(value: KeptAnswer): string | string[] | number {
  if (isAgreed(value)) return value.textVersion;
  return typeof value === 'string' ? value : [...value];
}

export function isAgreed(value: KeptAnswer): value is Agreed {
  return typeof value === 'object' && 'textVersion' in value;
}

/** Undefined: not answered, and that is right. */
function read(
  question: KeptQuestion,
  given: Given,
  by: Answerer,
  at: { now: Date; before: KeptAnswer | undefined },
): Outcome | undefined {
  if (isEmpty(given)) return question.isRequired && by === 'member' ? refused('required') : undefined;
  switch (question.kind) {
    case 'text':
    case 'long-text':
    case 'date':
    case 'phone':
      return written(question.kind, given);
    case 'choice':
      return typeof given === 'string' ? chosen(question, [given], given) : refused('wrong-type');
    case 'multiple':
      return Array.isArray(given) ? chosen(question, given, [...new Set(given)]) : refused('wrong-type');
    case 'consent':
      return by === 'staff' ? refused('not-allowed') : agreed(question, given, at);
  }
}

function isEmpty(given: Given): given is null | undefined {
  if (typeof given === 'string') return given.trim() === '';
  return given === null || given === undefined || (Array.isArray(given) && given.length === 0);
}

function written(kind: keyof typeof WRITTEN, given: Given): Outcome {
  if (typeof given !== 'string') return refused('wrong-type');
  const parsed = WRITTEN[kind].safeParse(given.trim());
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue?.code === 'too_big') return refused('too-long', Number(issue.maximum));
  const said: unknown = issue?.code === 'custom' ? issue.params?.['rule'] : undefined;
  return refused(FIELD_RULES.find((rule) => rule === said) ?? 'format');
}

function chosen({ options }: KeptQuestion, ids: readonly string[], value: KeptAnswer): Outcome {
  return ids.every((id) => options.some((option) => option.id === id)) ? { value } : refused('not-allowed');
}

/** To a text that was changed meanwhile nobody has agreed. */
function agreed(
  { textVersion }: KeptQuestion,
  given: Given,
  { now, before }: { now: Date; before: KeptAnswer | undefined },
): Outcome {
  if (typeof given !== 'number') return refused('wrong-type');
  if (given !== textVersion) return refused('text-changed');
  const stands = before !== undefined && isAgreed(before) && before.textVersion === textVersion;
  return { value: stands ? before : { textVersion, at: now.toISOString() } };
}

function refused(rule: FieldFault['rule'], limit?: number): Outcome {
  return { fault: limit === undefined ? { rule } : { rule, limit } };
}
