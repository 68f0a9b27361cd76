// Brings a reader to the first field that was refused, which on a phone may stand far above the button.
import { ApiProblem } from '../../api/problem.js';

export function focusRefused(error: unknown): void {
  const paths = error instanceof ApiProblem ? error.fields.map(({ path }) => path) : [];
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const field = fields.find(({ dataset }) => paths.includes(dataset['path'] ?? ''));
  const input = field?.matches('input, textarea, select') === true ? field : field?.querySelector<HTMLElement>('input');
  (input ?? field)?.focus();
}
