// The words of the member's own page.
import { webProfileWords } from '../../../../src/contracts/words/web-profile.js';
import { area } from '../../i18n/i18n.js';

export const profile = area('profile', webProfileWords);
