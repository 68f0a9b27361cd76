// The words of the pages before the sign-in.
import { webAuthWords } from '../../../../src/contracts/words/web-auth.js';
import { area } from '../../i18n/i18n.js';

export const auth = area('auth', webAuthWords);
