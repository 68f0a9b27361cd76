// As src/contracts/room-*.ts have them; those files bring their schemas along, which a phone need not load.
import type { LONGEST_CHAT_TEXT } from '../../../../src/contracts/room-chat.js';
import type { LONGEST_SHORT_ANSWER } from '../../../../src/contracts/room-polls.js';
import type { LONGEST_QUESTION } from '../../../../src/contracts/room-questions.js';

// Typed as the protocol's own numbers: others do not compile.
export const LONGEST_TEXT: typeof LONGEST_CHAT_TEXT = 500;
export const LONGEST_QUESTION_TEXT: typeof LONGEST_QUESTION = 300;
export const LONGEST_SHORT_TEXT: typeof LONGEST_SHORT_ANSWER = 120;
