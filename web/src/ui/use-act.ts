// Something a button does: runs once at a time, refreshes what it touched, and says what went wrong where it belongs.
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';
import { notifyProblem } from './problem-text.js';

interface FormLike {
  setErrors(errors: Record<string, string>): void;
}

interface ActOptions<Result> {
  /** Lists and pages that are no longer true afterwards. */
  refresh?: QueryKey[];
  /** Whose fields the server may refuse; without it every problem is a notification. */
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
      if (options.form && fields.length > 0) {
        options.form.setErrors(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
        return;
      }
      notifyProblem(error);
    },
  });
}
