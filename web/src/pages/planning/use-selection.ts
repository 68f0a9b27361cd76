// Which registrations are chosen: by hand, or all that match a filter. Whoever is out of it meanwhile is chosen no more.
import { useState } from 'react';
import { answer, api, type Schema } from '../../api/client.js';
import type { RegistrantsFilter } from '../../api/staff-queries.js';
import { useAct } from '../../ui/use-act.js';

type State = Schema<'Registration'>['state'];
export type Chosen = Schema<'MatchingRegistrations'>['items'][number];

/** Those that can still be decided of. */
export const LIVE: readonly State[] = ['pending', 'confirmed', 'waitlisted', 'offered'];

export interface Selection {
  readonly chosen: readonly Chosen[];
  /** How many match, where more do than can be chosen at once. */
  readonly beyond: number | null;
  readonly isChoosing: boolean;
  choose: (one: Chosen, isChosen: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
}

/** @param rows that are shown. @param hasMore whether others match that are not. */
export function useSelection(
  sessionId: string,
  filter: RegistrantsFilter,
  rows: readonly Chosen[],
  hasMore: boolean,
): Selection {
  const [picked, setPicked] = useState<readonly Chosen[]>([]);
  const [beyond, setBeyond] = useState<number | null>(null);
  const params = { path: { id: sessionId }, query: filter };
  const all = useAct(() => answer(api.GET('/api/sessions/{id}/registrations/matching', { params })), {
    onDone: ({ count, items }) => {
      setPicked(items);
      setBeyond(count > items.length ? count : null);
    },
  });
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const chosen = picked.flatMap((one) => {
    const state = states.get(one.id) ?? (hasMore ? one.state : undefined);
    return state !== undefined && LIVE.includes(state) ? [{ id: one.id, state }] : [];
  });
  return {
    chosen,
    beyond,
    isChoosing: all.isPending,
    choose: ({ id, state }, isChosen) => {
      setBeyond(null);
      const others = picked.filter((one) => one.id !== id);
      setPicked(isChosen ? [...others, { id, state }] : others);
    },
    chooseAll: () => {
      all.mutate(undefined);
    },
    clear: () => {
      setBeyond(null);
      setPicked([]);
    },
  };
}
