// How a template speaks: it names a word, and gets it in its reader's language with the slots left open.

import type { Language } from '../../contracts/languages.js';
import type { MailWord } from '../../contracts/words/mail.js';

export interface Say {
  (word: MailWord): string;
  language: Language;
}
