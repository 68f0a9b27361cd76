// The words of the settings page.
import { webSettingsWords } from '../../../../src/contracts/words/web-settings.js';
import { area } from '../../i18n/i18n.js';

export const settings = area('settings', webSettingsWords);
