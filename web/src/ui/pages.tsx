// A list that comes page by page: everything fetched so far, and the way to more; or the state it is in.
import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MoreButton } from './more-button.js';
import { Failed, Loading } from './states.js';

interface PagesProps<Item> {
  query: {
    data: InfiniteData<{ items: readonly Item[] }> | undefined;
    error: unknown;
    refetch: () => Promise<unknown>;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
  skeleton?: ReactNode;
  children: (items: Item[]) => ReactNode;
}

/** Items that are there stay on screen while they are fetched anew. */
export function Pages<Item>({ query, skeleton, children }: PagesProps<Item>) {
  if (query.data !== undefined) {
    return (
      <>
        {children(query.data.pages.flatMap(({ items }) => items))}
        <MoreButton query={query} />
      </>
    );
  }
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <Loading />}</>;
}
