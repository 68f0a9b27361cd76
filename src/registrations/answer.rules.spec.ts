// What fits a question, as a table of kinds, and how it reads again.
import { describe, expect, it } from '@jest/globals';
import type { GivenAnswers, QuestionKind } from '../contracts/questions.js';
import { checkAnswers, givenAgain, shownAnswer, type KeptAnswer } from './answer.rules.js';
import type { KeptQuestion } from './question.rules.js';

const NOW = new Date('2026-07-01T03:00:00Z');
const EARLIER = '2026-06-01T03:00:00.000Z';

function asked(kind: QuestionKind, said: Partial<KeptQuestion> = {}): KeptQuestion {
  const isChosen = kind === 'choice' || kind === 'multiple';
  const option = (id: string, word: string) => ({ id, label: { id: word, en: null } });
  return {
    ...{ id: 'q', kind, label: { id: 'Apa?', en: 'What?' }, help: { id: null, en: null }, isRequired: false },
    options: isChosen ? [option('a', 'Ayam'), option('b', 'Ikan')] : [],
    ...{ retentionDays: null, textVersion: 2, isArchived: false, pastOptions: isChosen ? [option('x', 'Tahu')] : [] },
    ...said,
  };
}

type Given = GivenAnswers[string];

function outcome(question: KeptQuestion, given: Given | undefined, by: 'member' | 'staff' = 'member'): unknown {
  const { answers, faults } = checkAnswers([question], given === undefined ? {} : { q: given }, { by, now: NOW });
  const [fault] = faults;
  if (fault) return `${fault.path} ${fault.rule}${fault.limit === undefined ? '' : ` ${String(fault.limit)}`}`;
  return answers[0]?.value;
}

describe('an answer', () => {
  it.each<[QuestionKind, Given, unknown]>([
    ['text', '  Nasi\u0301 ', 'Nasí'],
    ['text', 'x'.repeat(301), 'answers.q too-long 300'],
    ['text', 'dua\nbaris', 'answers.q control-characters'],
    ['text', 7, 'answers.q wrong-type'],
    ['text', ['a'], 'answers.q wrong-type'],
    ['text', '   ', undefined],
    ['text', null, undefined],
    ['long-text', 'dua\nbaris', 'dua\nbaris'],
    ['long-text', 'x'.repeat(3_001), 'answers.q too-long 3000'],
    ['long-text', 'nol\u0000', 'answers.q control-characters'],
    ['long-text', '\ud800', 'answers.q control-characters'],
    ['choice', 'a', 'a'],
    ['choice', 'x', 'answers.q not-allowed'],
    ['choice', ['a'], 'answers.q wrong-type'],
    ['multiple', ['b', 'a', 'b'], ['b', 'a']],
    ['multiple', [], undefined],
    ['multiple', ['a', 'x'], 'answers.q not-allowed'],
    ['multiple', 'a', 'answers.q wrong-type'],
    ['date', '1961-08-17', '1961-08-17'],
    ['date', ' 2026-07-03 ', '2026-07-03'],
    ['date', '2026-02-30', 'answers.q format'],
    ['date', '1899-12-31', 'answers.q format'],
    ['date', '17/08/1961', 'answers.q format'],
    ['phone', '0812 3456 7890', '+6281234567890'],
    ['phone', '8,12E+10', 'answers.q spreadsheet-number'],
    ['phone', '123', 'answers.q format'],
    ['phone', 'x'.repeat(40), 'answers.q too-long 30'],
    ['consent', 2, { textVersion: 2, at: NOW.toISOString() }],
    ['consent', 1, 'answers.q text-changed'],
    ['consent', 'ya', 'answers.q wrong-type'],
  ])('to a question of the kind %s: %j is %j', (kind, given, expected) => {
    expect(outcome(asked(kind), given)).toEqual(expected);
  });

  it('is required of a member, and of staff who answers for one not', () => {
    const question = asked('text', { isRequired: true });
    expect(outcome(question, undefined)).toBe('answers.q required');
    expect(outcome(question, ' ')).toBe('answers.q required');
    expect(outcome(question, undefined, 'staff')).toBeUndefined();
    expect(outcome(question, 'ada', 'staff')).toBe('ada');
  });

  it('is no consent where staff gives it', () => {
    expect(outcome(asked('consent'), 2, 'staff')).toBe('answers.q not-allowed');
  });

  it('is not taken to what is not asked', () => {
    expect(outcome(asked('text', { id: 'other' }), 'ada')).toBe('answers.q unknown-field');
    expect(outcome(asked('text', { isArchived: true }), 'ada')).toBe('answers.q unknown-field');
  });

  it.each<[string, KeptAnswer, string]>([
    ['to the same text keeps its time', { textVersion: 2, at: EARLIER }, EARLIER],
    ['to a newer text is given now', { textVersion: 1, at: EARLIER }, NOW.toISOString()],
  ])('that is a consent %s', (_, before, at) => {
    const { answers } = checkAnswers(
      [asked('consent')],
      { q: 2 },
      { by: 'member', now: NOW, before: new Map([['q', before]]) },
    );
    expect(answers).toEqual([{ questionId: 'q', value: { textVersion: 2, at } }]);
  });
});

describe('how an answer reads', () => {
  it.each<[QuestionKind, KeptAnswer, string[], unknown]>([
    ['text', 'Nasi', ['Nasi'], 'Nasi'],
    ['choice', 'b', ['Ikan'], 'b'],
    ['choice', 'x', ['Tahu'], 'x'],
    ['choice', 'gone', [], 'gone'],
    ['multiple', ['a', 'b'], ['Ayam', 'Ikan'], ['a', 'b']],
    ['consent', { textVersion: 2, at: EARLIER }, [], 2],
  ])('%s %j: %j', (kind, value, shown, given) => {
    expect(shownAnswer(asked(kind), value, 'en')).toEqual(shown);
    expect(givenAgain(value)).toEqual(given);
  });
});
