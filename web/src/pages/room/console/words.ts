// The words of the facilitator's console and its projector.
import { webConsoleWords } from '../../../../../src/contracts/words/web-console.js';
import { area } from '../../../i18n/i18n.js';

export const console = area('console', webConsoleWords);
