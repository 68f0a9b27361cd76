// The words of the pages on which staff plan and run sessions.
import { webPlansWords } from '../../../../src/contracts/words/web-plans.js';
import { webStaffWords } from '../../../../src/contracts/words/web-staff.js';
import { webStageWords } from '../../../../src/contracts/words/web-stage.js';
import { webTermsWords } from '../../../../src/contracts/words/web-terms.js';
import { area } from '../../i18n/i18n.js';

export const staff = area('staff', webStaffWords);
export const plans = area('plans', webPlansWords);
export const terms = area('terms', webTermsWords);
export const stage = area('stage', webStageWords);
