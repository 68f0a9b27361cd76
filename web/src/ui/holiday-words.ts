// The words of holidays, in the settings and in the session editor.
import { webHolidaysWords } from '../../../src/contracts/words/web-holidays.js';
import { area } from '../i18n/i18n.js';

export const holidays = area('holidays', webHolidaysWords);
