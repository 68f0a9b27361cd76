// The words of the pages of answers.
import { webAnswersWords } from '../../../../src/contracts/words/web-answers.js';
import { area } from '../../i18n/i18n.js';

export const answers = area('answers', webAnswersWords);
