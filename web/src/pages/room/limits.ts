// As src/contracts/room-chat.ts has them; that file brings its schemas along, which a phone need not load.
import type { LONGEST_CHAT_TEXT } from '../../../../src/contracts/room-chat.js';

/** Typed as the protocol's own number: another one does not compile. */
export const LONGEST_TEXT: typeof LONGEST_CHAT_TEXT = 500;
