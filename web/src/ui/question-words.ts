// The words of questions at registration.
import { webQuestionsWords } from '../../../src/contracts/words/web-questions.js';
import { area } from '../i18n/i18n.js';

export const questions = area('questions', webQuestionsWords);
