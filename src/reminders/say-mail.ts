// Words of a mail that are filled before it is queued: what they say depends on more than its reader.

import type { Language } from '../contracts/languages.js';
import { mailWords, type MailWord } from '../contracts/words/mail.js';

export function sayMail(language: Language, word: MailWord, slots: Record<string, string> = {}): string {
  return mailWords[language][word].replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
}
