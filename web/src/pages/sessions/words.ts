// The words of the member's pages about sessions.
import { webSessionsWords } from '../../../../src/contracts/words/web-sessions.js';
import { area } from '../../i18n/i18n.js';

export const sessions = area('sessions', webSessionsWords);
