// Something a button does: runs once at a time, refreshes what it touched, and says what went wrong where it belongs.
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiProblem, isProblem } from '../api/problem.js';
import { notifyProblem } from './problem-text.js';

interface FormLike {
  setErrors(errors: Record<string, string>): void;
  /** The element that shows what is wrong with a field, found by its `data-path`. */
  getInputNode(path: string): Element | null;
}

interface ActOptions<Result> {
  /** Lists and pages that are no longer true afterwards. */
  refresh?: QueryKey[];
  /** Whose fields the server may refuse; what none of them shows is a notification. */
  form?: FormLike | undefined;
  onDone?: (result: Result) => void | Promise<void>;
  /** Answers true if it said everything itself. */
  onProblem?: (error: unknown) => boolean;
}

export function useAct<Input, Result>(act: (input: Input) => Promise<Result>, options: ActOptions<Result> = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (result) => {
      await Promise.all((options.refresh ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
      await options.onDone?.(result);
    },
    onError: (error) => {
      if (options.onProblem?.(error)) return;
      if (error instanceof ApiProblem && error.code === 'unauthenticated') return;
      const fields = error instanceof ApiProblem ? error.fields : [];
      const { form } = options;
      if (!form || fields.length === 0) {
        notifyProblem(error);
        return;
      }
      form.setErrors(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
      const unseen = fields.filter(({ path }) => !isShown(form, path));
      if (unseen.length > 0) notifyProblem(error, unseen);
    },
  });
}

/**
 * The same for saving what was read at some version. `isStale`: somebody else has saved it meanwhile, and the form that
 * shows it says so itself.
 */
export function useGuardedAct<Input, Result>(
  act: (input: Input) => Promise<Result>,
  options: Omit<ActOptions<Result>, 'onProblem'>,
) {
  const save = useAct(act, { ...options, onProblem: isStaleProblem });
  return { save, isStale: isStaleProblem(save.error) };
}

function isStaleProblem(error: unknown): boolean {
  return isProblem(error, 'version-conflict');
}

/** Whether the form on screen has a place for it: the field's own, or that of the list or group it is in. */
function isShown(form: FormLike, path: string): boolean {
  const parts = path.split('.');
  return parts.some((_, at) => form.getInputNode(parts.slice(0, at + 1).join('.')) !== null);
}
