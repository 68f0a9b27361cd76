// Which lists of questions stand, and what answers do to them, as tables.
import { describe, expect, it } from '@jest/globals';
import type { Question } from '../contracts/questions.js';
import { nextQuestions, questionFaults, type KeptQuestion } from './question.rules.js';

const text = (id: string | null, en: string | null = null) => ({ id, en });
const ask = (said: Partial<Question> = {}): Question => ({
  ...{ id: 'q1', kind: 'text', label: text('Ukuran kaus'), help: text(null), options: [], isRequired: false },
  retentionDays: null,
  ...said,
});
const kept = (said: Partial<KeptQuestion> = {}): KeptQuestion => ({
  ...ask(said),
  ...{ textVersion: 1, isArchived: false, pastOptions: [] },
  ...said,
});
const option = (id: string, label = text(`Pilihan ${id}`)) => ({ id, label });
const NOBODY = new Set<string>();

describe('a list of questions', () => {
  it.each<[string, Question[], string[]]>([
    ['of one', [ask()], []],
    ['of none', [], []],
    ['with the same id twice', [ask(), ask()], ['questions.1.id taken']],
    ['in the other language only', [ask({ label: text(null, 'Size') })], ['questions.0.label.id required']],
    ['with a choice of one', [ask({ kind: 'choice', options: [option('a')] })], ['questions.0.options too-short']],
    ['with a choice of two', [ask({ kind: 'choice', options: [option('a'), option('b')] })], []],
    ['with one box to tick', [ask({ kind: 'multiple', options: [option('a')] })], []],
    ['with nothing to tick', [ask({ kind: 'multiple' })], ['questions.0.options too-short']],
    ['with options for a text', [ask({ options: [option('a')] })], ['questions.0.options not-allowed']],
    [
      'with an option twice, one without its words',
      [ask({ kind: 'choice', options: [option('a'), option('a', text(null))] })],
      ['questions.0.options.1.id taken', 'questions.0.options.1.label.id required'],
    ],
  ])('%s', (_, questions, expected) => {
    const faults = questionFaults(questions, [], NOBODY, 'id');
    expect(faults.map(({ path, rule }) => `${path} ${rule}`)).toEqual(expected);
  });

  it('keeps the kind of what was answered', () => {
    const changed = [ask({ kind: 'date' })];
    expect(questionFaults(changed, [kept()], NOBODY, 'id')).toEqual([]);
    expect(questionFaults(changed, [kept()], new Set(['q1']), 'id')).toEqual([
      { path: 'questions.0.kind', rule: 'has-answers' },
    ]);
  });
});

describe('what is kept of it', () => {
  it.each<[string, Partial<Question>, number]>([
    ['stays as it is', {}, 1],
    ['gets another label', { label: text('Ukuran baju') }, 2],
    ['gets a label in English', { label: text('Ukuran kaus', 'Size') }, 2],
    ['gets some help', { help: text('S sampai XL') }, 2],
    ['becomes required', { isRequired: true }, 1],
  ])('a text that %s has version %#', (_, said, version) => {
    expect(nextQuestions([ask(said)], [kept()], NOBODY)[0]?.textVersion).toBe(version);
  });

  it('is nothing of a question that nobody answered, and all of one that somebody did', () => {
    const before = [kept({ id: 'q1' }), kept({ id: 'q2' })];
    expect(nextQuestions([], before, new Set(['q2']))).toEqual([kept({ id: 'q2', isArchived: true })]);
  });

  it('comes back from the archive as it was', () => {
    const archived = kept({ isArchived: true, textVersion: 3 });
    expect(nextQuestions([ask()], [archived], new Set(['q1']))).toEqual([kept({ textVersion: 3 })]);
  });

  it('has the options that may have been chosen', () => {
    const before = [kept({ kind: 'choice', options: [option('a'), option('b')], pastOptions: [option('c')] })];
    const after = [ask({ kind: 'choice', options: [option('b'), option('d')] })];
    expect(nextQuestions(after, before, new Set(['q1']))[0]?.pastOptions).toEqual([option('a'), option('c')]);
    expect(nextQuestions(after, before, NOBODY)[0]?.pastOptions).toEqual([]);
  });
});
