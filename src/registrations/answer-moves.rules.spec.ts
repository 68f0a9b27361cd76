// Which answers go along to another session: the same kind and label, by the words of an option, and no consent to another text.
import { describe, expect, it } from '@jest/globals';
import type { KeptAnswer } from './answer.rules.js';
import { answersGoingTo } from './answer-moves.rules.js';
import type { KeptQuestion } from './question.rules.js';

const words = (id: string) => ({ id, en: null });
const option = (id: string, label: string) => ({ id, label: words(label) });
const aQuestion = (fields: Partial<KeptQuestion>): KeptQuestion => ({
  ...{ id: 'here', kind: 'text', label: words('Ukuran kaus'), help: words(''), options: [], isRequired: true },
  ...{ retentionDays: null, textVersion: 1, isArchived: false, pastOptions: [] },
  ...fields,
});
const agreed = { textVersion: 2, at: '2026-07-01T00:00:00Z' };

describe('an answer', () => {
  it.each<[string, Partial<KeptQuestion>, KeptAnswer, Partial<KeptQuestion>, KeptAnswer | undefined]>([
    ['goes to the same question', {}, 'XL', {}, 'XL'],
    ['stays where the kind is another', {}, 'XL', { kind: 'long-text' }, undefined],
    ['stays where the label is another', {}, 'XL', { label: words('Ukuran sepatu') }, undefined],
    ['stays where one language of it is another', {}, 'XL', { label: { id: 'Ukuran kaus', en: 'Size' } }, undefined],
    ['stays where it is not asked any more', {}, 'XL', { isArchived: true }, undefined],
    [
      'goes by the words of its option',
      { kind: 'choice', options: [option('a', 'Besar')] },
      'a',
      { kind: 'choice', options: [option('x', 'Kecil'), option('y', 'Besar')] },
      'y',
    ],
    [
      'goes as far as its options are there, past ones too',
      { kind: 'multiple', options: [option('a', 'Pagi')], pastOptions: [option('b', 'Sore')] },
      ['a', 'b'],
      { kind: 'multiple', options: [option('y', 'Sore')] },
      ['y'],
    ],
    [
      'stays where no option is there',
      { kind: 'multiple', options: [option('a', 'Pagi')] },
      ['a'],
      { kind: 'multiple', options: [option('y', 'Sore')] },
      undefined,
    ],
    [
      'of consent goes to the same text, and keeps its time',
      { kind: 'consent', textVersion: 2 },
      agreed,
      { kind: 'consent', textVersion: 5 },
      { ...agreed, textVersion: 5 },
    ],
    [
      'of consent to an earlier text stays',
      { kind: 'consent', textVersion: 3 },
      agreed,
      { kind: 'consent' },
      undefined,
    ],
    [
      'of consent stays where its explanation is another',
      { kind: 'consent', textVersion: 2 },
      agreed,
      { kind: 'consent', help: words('Juga foto.') },
      undefined,
    ],
  ])('%s', (_, from, value, to, expected) => {
    const there = aQuestion({ ...from, id: 'there', ...to });
    const carried = { questions: [aQuestion(from)], answers: new Map([['here', value]]) };
    const going = answersGoingTo([there], carried);
    expect(going).toEqual(expected === undefined ? [] : [{ questionId: 'there', value: expected }]);
  });
});
