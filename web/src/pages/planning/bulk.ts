// What is done to many registrations at once: some hundreds at a time, with how far it has come, and true lists afterwards.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../ui/use-act.js';

/** As many as the server decides at once. */
const MOST_AT_ONCE = 500;

/** @param act what is done to a part of them; `onDone` hears the answers of all parts. */
export function useBulk<Result>(
  act: (part: string[], reason: string) => Promise<Result>,
  onDone: (results: Result[]) => void,
) {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const run = useAct(
    async ({ ids, reason = '' }: { ids: readonly string[]; reason?: string }) => {
      setDone(0);
      const results: Result[] = [];
      try {
        for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
          results.push(await act(ids.slice(from, from + MOST_AT_ONCE), reason));
          setDone(Math.min(ids.length, from + MOST_AT_ONCE));
        }
      } finally {
        // A part may be done though a later one was not.
        await Promise.all(['planning', 'sessions'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      }
      return results;
    },
    { onDone },
  );
  return { run, done };
}
