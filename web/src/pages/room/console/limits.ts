// As src/contracts/room-*.ts have them; typed as the protocol's own numbers, so that others do not compile.
import type { LONGEST_REASON } from '../../../../../src/contracts/room-chat.js';
import type { LONGEST_OPTION, LONGEST_POLL_TEXT, MOST_OPTIONS } from '../../../../../src/contracts/room-polls.js';
import type { LONGEST_ANSWER } from '../../../../../src/contracts/room-questions.js';

export const LONGEST_REASON_TEXT: typeof LONGEST_REASON = 300;
export const LONGEST_ANSWER_TEXT: typeof LONGEST_ANSWER = 2_000;
export const LONGEST_POLL: typeof LONGEST_POLL_TEXT = 300;
export const LONGEST_OPTION_TEXT: typeof LONGEST_OPTION = 120;
export const MOST_POLL_OPTIONS: typeof MOST_OPTIONS = 10;
