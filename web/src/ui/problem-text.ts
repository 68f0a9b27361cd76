// What a failure says to its reader: the server's own sentence where there is one, and why each field was refused.
import { notifications } from '@mantine/notifications';
import { faultText } from '../../../src/contracts/words/field-names.js';
import { ApiProblem } from '../api/problem.js';
import { common } from '../i18n/common.js';
import { currentLanguage, say } from '../i18n/i18n.js';

type Fields = ApiProblem['fields'];

/** @param fields those that are said nowhere else; all of them unless told. */
export function problemText(error: unknown, fields?: Fields): string {
  if (!(error instanceof ApiProblem)) return say(common, 'error.unknown');
  if (error.code === 'offline') return say(common, 'error.offline');
  const reasons = reasonsOf(error, fields ?? error.fields);
  // "Check the marked fields" says nothing where the fields themselves are named.
  const detail = error.code === 'invalid-input' && reasons.length > 0 ? '' : error.message;
  return [detail, ...reasons].filter(Boolean).join(' ') || say(common, 'error.unknown');
}

/** Says it in a corner, for an act that has no form to say it in. */
export function notifyProblem(error: unknown, fields?: Fields): void {
  notifications.show({
    color: 'red',
    title: say(common, 'error.title'),
    message: problemText(error, fields),
    autoClose: 8_000,
    closeButtonProps: closeButton(),
  });
}

export function notifyDone(message: string): void {
  notifications.show({ color: 'brand', message, closeButtonProps: closeButton() });
}

/** It shows a cross; a screen reader says what it does. */
function closeButton(): { 'aria-label': string } {
  return { 'aria-label': say(common, 'act.close') };
}

/** What somebody else has changed meanwhile is no fault of a field. */
function reasonsOf(error: ApiProblem, fields: Fields): string[] {
  return error.code === 'version-conflict' ? [] : fields.map((field) => faultText(field, currentLanguage()));
}
