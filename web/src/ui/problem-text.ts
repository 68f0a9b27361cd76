// What a failure says to its reader: the server's own sentence where there is one.
import { notifications } from '@mantine/notifications';
import { ApiProblem } from '../api/problem.js';
import { common } from '../i18n/common.js';
import { say } from '../i18n/i18n.js';

export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return say(common, 'error.unknown');
  if (error.code === 'offline') return say(common, 'error.offline');
  return error.message || say(common, 'error.unknown');
}

/** Says it in a corner, for an act that has no form to say it in. */
export function notifyProblem(error: unknown): void {
  notifications.show({
    color: 'red',
    title: say(common, 'error.title'),
    message: problemText(error),
    autoClose: 8_000,
  });
}

export function notifyDone(message: string): void {
  notifications.show({ color: 'brand', message });
}
