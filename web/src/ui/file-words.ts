// The words about covers and materials; planners' and members' pages both use them.
import { webFilesWords } from '../../../src/contracts/words/web-files.js';
import { area } from '../i18n/i18n.js';

export const files = area('files', webFilesWords);
