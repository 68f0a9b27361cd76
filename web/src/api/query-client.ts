// One cache for all answers. A call that says "not signed in" empties it: another user of this phone sees nothing of ours.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isProblem } from './problem.js';

type Listener = () => void;
let signedOut: Listener | undefined;

/** Called once a call was answered 401. */
export function onSignedOut(listener: Listener): void {
  signedOut = listener;
}

function lookAt(error: unknown): void {
  if (!isProblem(error, 'unauthenticated')) return;
  signedOut?.();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookAt }),
  mutationCache: new MutationCache({ onError: lookAt }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refused it will refuse again; only silence and its own faults are worth another try.
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
    },
    mutations: { retry: false },
  },
});
