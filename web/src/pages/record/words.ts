// The words of the record of learning.
import { webRecordWords } from '../../../../src/contracts/words/web-record.js';
import { area } from '../../i18n/i18n.js';

export const record = area('record', webRecordWords);
