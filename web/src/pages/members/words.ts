// The words of the pages on which staff keep the roster.
import { webMembersWords } from '../../../../src/contracts/words/web-members.js';
import { area } from '../../i18n/i18n.js';

export const members = area('members', webMembersWords);
