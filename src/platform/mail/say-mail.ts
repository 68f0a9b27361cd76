// Words of a mail that are filled before it is queued: what they say depends on more than its reader.

import type { Language } from '../../contracts/languages.js';
import { mailWords, type MailWord } from '../../contracts/words/mail.js';

export function sayMail(language: Language, word: MailWord, slots: Record<string, string> = {}): string {
  return mailWords[language][word].replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
}

interface Place {
  readonly delivery: 'virtual' | 'onsite' | 'hybrid';
  readonly venue: string | null;
}

/** Where it takes place; where that differs from what was said before, both. */
export function sayPlace(language: Language, now: Place, before: Place): string {
  const [place, wasPlace] = [placeIn(language, now), placeIn(language, before)];
  return place === wasPlace ? place : sayMail(language, 'place.changed', { now: place, was: wasPlace });
}

function placeIn(language: Language, { delivery, venue }: Place): string {
  const where = (venue ?? '').replace(/\s+/gu, ' ');
  if (delivery === 'onsite') return where;
  return delivery === 'virtual'
    ? sayMail(language, 'place.virtual')
    : sayMail(language, 'place.hybrid', { venue: where });
}
