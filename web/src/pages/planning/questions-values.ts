// The questions of a session as the editor's form holds them, and the way there and back.
import type { Language } from '../../../../src/contracts/languages.js';
import { QUESTION_KINDS, type QuestionKind } from '../../../../src/contracts/questions.js';
import type { Schema } from '../../api/client.js';
import { newClientId } from '../../api/client-id.js';

type Texts = Record<Language, string>;
type Listed = Schema<'RegistrationQuestions'>['questions'][number];

export interface OptionValues {
  id: string;
  label: Texts;
}

export interface QuestionValues {
  id: string;
  kind: QuestionKind;
  label: Texts;
  help: Texts;
  options: OptionValues[];
  isRequired: boolean;
  /** Days; empty: as long as the registration. */
  retentionDays: string;
  hasAnswers: boolean;
}

export interface QuestionsValues {
  questions: QuestionValues[];
  /** Whether the other language is written too. */
  isBoth: boolean;
}

export function kindIn(value: string): QuestionKind {
  return QUESTION_KINDS.find((kind) => kind === value) ?? 'text';
}

export function hasOptions(kind: QuestionKind): boolean {
  return kind === 'choice' || kind === 'multiple';
}

export function newOption(): OptionValues {
  return { id: newClientId(), label: { id: '', en: '' } };
}

/** Personal data are not kept for ever unless somebody says so. */
export function newQuestion(): QuestionValues {
  return {
    ...{ id: newClientId(), kind: 'text', label: { id: '', en: '' }, help: { id: '', en: '' } },
    ...{ options: [newOption(), newOption()], isRequired: false, retentionDays: '30', hasAnswers: false },
  };
}

export function questionsValuesOf(questions: readonly Listed[], language: Language): QuestionsValues {
  const other = language === 'id' ? 'en' : 'id';
  return {
    questions: questions.map(({ label, help, options, retentionDays, ...question }) => ({
      ...question,
      ...{ label: textsOf(label), help: textsOf(help), retentionDays: String(retentionDays ?? '') },
      options: hasOptions(question.kind)
        ? options.map((option) => ({ id: option.id, label: textsOf(option.label) }))
        : [newOption(), newOption()],
    })),
    isBoth: questions.some(({ label }) => label[other] !== null),
  };
}

/** @param language the session's: the other one is left out where it is not written */
export function questionsInputOf(
  values: QuestionsValues,
  language: Language,
  version: number,
): Schema<'RegistrationQuestionsInput'> {
  const wordingOf = (texts: Texts): Record<Language, string | null> => {
    const written = (one: Language): string | null =>
      (one === language || values.isBoth) && texts[one].trim() !== '' ? texts[one] : null;
    return { id: written('id'), en: written('en') };
  };
  return {
    version,
    questions: values.questions.map(({ hasAnswers: _, label, help, options, retentionDays, ...question }) => ({
      ...question,
      ...{ label: wordingOf(label), help: wordingOf(help) },
      options: hasOptions(question.kind)
        ? options.map((option) => ({ id: option.id, label: wordingOf(option.label) }))
        : [],
      retentionDays: retentionDays === '' ? null : Number(retentionDays),
    })),
  };
}

function textsOf(wording: Record<Language, string | null>): Texts {
  return { id: wording.id ?? '', en: wording.en ?? '' };
}
