import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_TEXTS, type PollAnswer, type PollInput } from '../contracts/room-polls.js';
import { fold, isOver, mayNot, mayRead, pollFaults, readAnswer, tally, type Asked } from './poll.rules.js';

const poll = (over: Partial<PollInput> = {}): PollInput => ({
  kind: 'single',
  text: 'Mana yang benar?',
  options: ['Satu', 'Dua', 'Tiga'],
  scaleTo: 5,
  right: null,
  results: 'after-close',
  ...over,
});
const asked = (over: Partial<Asked> = {}): Asked => ({ kind: 'single', options: ['A', 'B', 'C'], scaleTo: 5, ...over });

describe('what may be done with a poll', () => {
  it.each([
    ['save', 'draft', undefined],
    ['save', 'open', 'wrong-state'],
    ['save', 'closed', 'wrong-state'],
    ['delete', 'draft', undefined],
    ['delete', 'closed', 'wrong-state'],
    ['open', 'draft', undefined],
    ['open', 'closed', undefined],
    ['open', 'open', 'wrong-state'],
    ['open', 'archived', 'wrong-state'],
    ['close', 'open', undefined],
    ['close', 'draft', 'wrong-state'],
    ['archive', 'closed', undefined],
    ['archive', 'open', 'wrong-state'],
    ['archive', 'draft', 'wrong-state'],
  ] as const)('%s of one that is %s: %s', (act, state, refused) => {
    expect(mayNot(act, { state, version: 3 }, 3)).toBe(refused);
    expect(mayNot(act, { state, version: 3 }, 2)).toBe('version-conflict');
  });
});

describe('a session', () => {
  it.each([
    ['draft', false],
    ['published', false],
    ['live', false],
    ['ended', true],
    ['cancelled', true],
  ] as const)('that is %s is over: %p', (state, over) => {
    expect(isOver(state)).toBe(over);
  });
});

describe('whether a member may read what a run came to', () => {
  it.each([
    ['of a run that is over', 'closed', false, 'after-close', true, false, true],
    ['of one before, while it runs again', 'open', false, 'after-close', true, false, true],
    ['of what is put away', 'archived', false, 'after-close', true, true, false],
    ['while it runs', 'open', false, 'after-close', false, true, false],
    ['having answered', 'open', false, 'after-answer', false, true, true],
    ['not having answered', 'open', false, 'after-answer', false, false, false],
    ['having answered a quiz', 'open', true, 'after-answer', false, true, false],
    ['of a quiz that is over', 'closed', true, 'after-answer', true, false, true],
  ] as const)('%s', (_, state, isQuiz, showsResults, isOver, hasAnswered, may) => {
    expect(mayRead({ state, isQuiz, showsResults }, { isOver, hasAnswered })).toBe(may);
  });
});

describe('what a poll may be', () => {
  it.each([
    ['a choice', poll(), []],
    ['a quiz', poll({ right: [2] }), []],
    ['a quiz with several right', poll({ kind: 'multiple', right: [0, 2] }), []],
    ['a choice of one', poll({ options: ['Satu'] }), ['options too-short']],
    ['an option twice', poll({ options: ['Satu', 'Dua', ' satu'] }), ['options.2 taken']],
    ['two right of a single choice', poll({ right: [0, 1] }), ['right not-allowed']],
    ['nothing right', poll({ kind: 'multiple', right: [] }), ['right not-allowed']],
    ['the same right twice', poll({ kind: 'multiple', right: [1, 1] }), ['right not-allowed']],
    ['a right option there is not', poll({ right: [3] }), ['right not-allowed']],
    ['a scale', poll({ kind: 'scale', options: [] }), []],
    ['a scale with options', poll({ kind: 'scale' }), ['options not-allowed']],
    ['a quiz of words', poll({ kind: 'words', options: [], right: [0] }), ['right not-allowed']],
  ])('%s', (_, input, faults) => {
    expect(pollFaults(input).map(({ path, rule }) => `${path} ${rule}`)).toEqual(faults);
  });
});

describe('an answer', () => {
  it.each<[string, Asked, PollAnswer, PollAnswer | string]>([
    ['one option', asked(), { options: [1] }, { options: [1] }],
    ['one option said twice', asked(), { options: [1, 1] }, { options: [1] }],
    ['two options where one may be chosen', asked(), { options: [0, 1] }, 'answer.options too-many'],
    ['an option there is not', asked(), { options: [3] }, 'answer.options not-allowed'],
    ['a text where options are', asked(), { text: 'A' }, 'answer.options required'],
    ['several options', asked({ kind: 'multiple' }), { options: [2, 0] }, { options: [0, 2] }],
    ['a number', asked({ kind: 'scale' }), { scale: 5 }, { scale: 5 }],
    ['a number off the scale', asked({ kind: 'scale' }), { scale: 6 }, 'answer.scale too-large'],
    ['options where a number is', asked({ kind: 'scale' }), { options: [1] }, 'answer.scale required'],
    ['a short answer, as written', asked({ kind: 'short' }), { text: 'Beli  Emas' }, { text: 'Beli Emas' }],
    ['a word, folded', asked({ kind: 'words' }), { text: 'Dana   DARURAT' }, { text: 'dana darurat' }],
    ['a long word', asked({ kind: 'words' }), { text: 'x'.repeat(31) }, 'answer.text too-long'],
    ['a number where a word is', asked({ kind: 'words' }), { scale: 1 }, 'answer.text required'],
  ])('%s', (_, to, given, outcome) => {
    const read = readAnswer(to, given);
    const shown = 'faults' in read ? read.faults.map(({ path, rule }) => `${path} ${rule}`).join() : read.answer;
    expect(shown).toEqual(outcome);
  });

  it('is kept the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the count', () => {
  it('says how often each option was chosen, and how many answered', () => {
    const answers = [
      { answer: { options: [0, 2] }, times: 3 },
      { answer: { options: [2] }, times: 4 },
    ];
    expect(tally(asked({ kind: 'multiple' }), answers)).toEqual({ answered: 7, counts: [3, 0, 7], texts: [] });
  });

  it('says how often each number was given', () => {
    const answers = [
      { answer: { scale: 1 }, times: 2 },
      { answer: { scale: 5 }, times: 1 },
    ];
    expect(tally(asked({ kind: 'scale' }), answers)).toEqual({ answered: 3, counts: [2, 0, 0, 0, 1], texts: [] });
  });

  it('names the commonest texts, and only so many', () => {
    const answers = Array.from({ length: MOST_TEXTS + 5 }, (_, n) => ({
      answer: { text: `kata ${String(n).padStart(3, '0')}` },
      times: n < 2 ? 9 : 1,
    }));
    const { answered, texts } = tally(asked({ kind: 'words' }), answers);
    expect(answered).toBe(18 + MOST_TEXTS + 3);
    expect(texts).toHaveLength(MOST_TEXTS);
    expect(texts.slice(0, 3).map(({ text }) => text)).toEqual(['kata 000', 'kata 001', 'kata 002']);
  });
});
