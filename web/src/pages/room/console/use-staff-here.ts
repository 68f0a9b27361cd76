// Who of the session's staff is in the room, however many members are.
import { useQuery } from '@tanstack/react-query';
import { staffQueries } from '../../../api/staff-queries.js';

const REFRESH_MS = 10_000;

/** @returns the ids of those of the staff who are here; undefined while that is not known */
export function useStaffHere(sessionId: string): ReadonlySet<string> | undefined {
  const { data } = useQuery({ ...staffQueries.staffHere(sessionId), refetchInterval: REFRESH_MS });
  return data && new Set(data.memberIds);
}
