// The words of guest speakers' pages and links.
import { webGuestWords } from '../../../../src/contracts/words/web-guest.js';
import { area } from '../../i18n/i18n.js';

export const guest = area('guest', webGuestWords);
