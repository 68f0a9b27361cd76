// The words that every page shares.
import { webCommonWords } from '../../../src/contracts/words/web-common.js';
import { area } from './i18n.js';

export const common = area('common', webCommonWords);
