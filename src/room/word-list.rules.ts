// Whether a text has a listed word in it, however it is dressed up: case, accents, letters said long, digits for letters,
// letters of other alphabets that look the same, characters that nobody sees between them.
// Only whole words count: `kompetisi`, `asuransi` and Scunthorpe are ordinary words, whatever stands inside them.

import { bare } from '../contracts/hidden-characters.js';
import { asRead } from './look-alikes.rules.js';

/** A word with each run of one letter as one, and how long each run was: `anjiiing` is `anjing` with a run of three. */
interface Folded {
  letters: string;
  runs: number[];
}

export interface WordMatcher {
  /** Whether one of the listed words or phrases stands in the text. */
  isIn(text: string): boolean;
}

/** Digits and signs that are read as letters, in a word that has a letter besides: `4njing`, never `2026`. */
const READ_AS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** A sign at a word's end is punctuation: `hai!` is `hai`. */
const WORDS = /[\p{L}\p{N}@$](?:[\p{L}\p{N}@$!]*[\p{L}\p{N}@$])?/gu;

/** @param listed words, or phrases whose words follow one another. */
export function wordMatcher(listed: readonly string[]): WordMatcher {
  const phrases = new Map<string, Folded[][]>();
  for (const text of listed) {
    const phrase = foldedWords(text);
    const [first] = phrase;
    if (first) phrases.set(first.letters, [...(phrases.get(first.letters) ?? []), phrase]);
  }
  return {
    isIn(text) {
      const words = foldedWords(text);
      return words.some((word, place) =>
        phrases
          .get(word.letters)
          ?.some((phrase) => phrase.every((listedWord, nth) => is(words[place + nth], listedWord))),
      );
    },
  };
}

/** The same for every way of dressing a word up; empty: there is no word in it. */
export function foldedKey(text: string): string {
  return foldedWords(text)
    .map(({ letters, runs }) => `${letters} ${runs.join(',')}`)
    .join(' / ');
}

/** A letter may be said longer than it is written, never shorter: `as` is not `ass`. */
function is(word: Folded | undefined, listed: Folded): boolean {
  if (word?.letters !== listed.letters) return false;
  return listed.runs.every((run, place) => (word.runs[place] ?? 0) >= run);
}

function foldedWords(text: string): Folded[] {
  const plain = asRead(bare(text).normalize('NFKD').replaceAll(/\p{M}/gu, '')).toLowerCase();
  return (plain.match(WORDS) ?? []).map(folded);
}

function folded(word: string): Folded {
  const read = /\p{L}/u.test(word) ? Array.from(word, (sign) => READ_AS[sign] ?? sign) : Array.from(word);
  const runs: number[] = [];
  let letters = '';
  let last = '';
  for (const letter of read) {
    if (letter === last) runs.push((runs.pop() ?? 0) + 1);
    else {
      letters += letter;
      runs.push(1);
    }
    last = letter;
  }
  return { letters, runs };
}
