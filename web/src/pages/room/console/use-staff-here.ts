// Who of the session's staff is in the room: asked page by page until each was seen, or there are no more.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schema } from '../../../api/client.js';
import { queries } from '../../../api/queries.js';

/** In a fuller room the names are not all asked for: it is before and at the start that this matters. */
const MOST_ASKED = 300;

/** @returns the ids of those of the staff who are here; undefined while that is not known */
export function useStaffHere(session: Schema<'SessionDetail'>, count: number): ReadonlySet<string> | undefined {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(queries.peopleHere(session.id));
  const here = new Set(data?.pages.flatMap(({ items }) => items.map(({ memberId }) => memberId)));
  const staff = session.facilitators.filter(({ memberId }) => here.has(memberId));
  const isWhole = data !== undefined && (!hasNextPage || staff.length === session.facilitators.length);
  useEffect(() => {
    if (data !== undefined && !isWhole && !isFetching && count <= MOST_ASKED) void fetchNextPage();
  }, [data, isWhole, isFetching, count, fetchNextPage]);
  return isWhole ? new Set(staff.map(({ memberId }) => memberId)) : undefined;
}
