// Every answer that pages read, by name: its key, how to fetch it, and how long it stays fresh.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { paths } from './schema.js';

/** The `limit` of one page of a list on screen. */
export const PAGE = 30;
/** As many as the server gives at once, for lists that are read whole. */
const MOST = 100;

/** How every list goes on: the page before says where the next begins. */
export const CURSOR = {
  initialPageParam: '',
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
};

/** What the catalogue can be asked for; absent: everything that is on or still to come. */
export type CatalogueFilter = Omit<
  NonNullable<paths['/api/sessions']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

export const queries = {
  cooperatives: () => queryOptions({ queryKey: ['cooperatives'], queryFn: () => answer(api.GET('/api/cooperatives')) }),
  cooperative: (slug: string) =>
    queryOptions({
      queryKey: ['cooperatives', slug],
      queryFn: () => answer(api.GET('/api/cooperatives/{slug}', { params: { path: { slug } } })),
      staleTime: 5 * 60_000,
    }),
  publicSessions: (slug: string) =>
    infiniteQueryOptions({
      queryKey: ['public-sessions', slug],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/public/{slug}/sessions', {
            params: { path: { slug }, query: { limit: PAGE, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  me: () => queryOptions({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/me')), staleTime: 5 * 60_000 }),
  /** Asked anew each time: another tab may have signed in or out. Pages wait for it, but not for long. */
  here: () =>
    queryOptions({
      queryKey: ['here'],
      queryFn: () => answer(api.GET('/api/auth/here', { signal: AbortSignal.timeout(3_000) })),
      staleTime: 0,
      retry: false,
    }),
  tokens: () => queryOptions({ queryKey: ['tokens'], queryFn: () => answer(api.GET('/api/auth/tokens')) }),
  calendarFeed: () =>
    queryOptions({ queryKey: ['calendar-feed'], queryFn: () => answer(api.GET('/api/my/calendar-feed')) }),
  topics: () =>
    queryOptions({ queryKey: ['topics'], queryFn: () => answer(api.GET('/api/topics')), staleTime: 5 * 60_000 }),
  sessions: (filter: CatalogueFilter) =>
    infiniteQueryOptions({
      queryKey: ['sessions', 'list', filter],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/sessions', { params: { query: { limit: PAGE, ...filter, ...given({ cursor: pageParam }) } } }),
        ),
      ...CURSOR,
    }),
  answers: ({ cari = '', topik = '', rak }: { cari?: string; topik?: string; rak?: 'arsip' }) =>
    infiniteQueryOptions({
      queryKey: ['answers', cari, topik, rak ?? ''],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/questions/library', {
            params: {
              query: {
                limit: PAGE,
                ...given({ cursor: pageParam, search: cari, topic: topik }),
                ...(rak === 'arsip' ? { shelf: 'put-away' } : {}),
              },
            },
          }),
        ),
      ...CURSOR,
    }),
  session: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'one', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}', { params: { path: { id } } })),
    }),
  /** Its version is the one that an edit of it starts from: nothing but the reader's own act asks for it anew. */
  series: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'series', id],
      queryFn: () => answer(api.GET('/api/series/{id}', { params: { path: { id } } })),
      staleTime: Infinity,
    }),
  /** Its links are good for an hour or two: it is asked for anew long before. */
  materials: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'materials', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/materials', { params: { path: { id } } })),
      refetchInterval: 15 * 60_000,
    }),
  /** The reader's own way onto the stage: asked for once, since another address would load the stage anew. */
  stageEntry: (id: string) =>
    queryOptions({
      queryKey: ['stage-entry', id],
      queryFn: () => answer(api.POST('/api/sessions/{id}/stage/entry', { params: { path: { id } } })),
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    }),
  myTerms: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'terms', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/registration-terms/mine', { params: { path: { id } } })),
    }),
  /** Of one registration: whoever registers again answers anew. */
  myAnswers: (id: string, registrationId: string) =>
    queryOptions({
      queryKey: ['sessions', 'my-answers', registrationId],
      queryFn: () => answer(api.GET('/api/sessions/{id}/registration/answers', { params: { path: { id } } })),
    }),
  myRegistrations: (when: 'upcoming' | 'past' | 'refused') =>
    infiniteQueryOptions({
      queryKey: ['my-registrations', when],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/my/registrations', {
            params: { query: { when, limit: PAGE, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  myAttended: () =>
    infiniteQueryOptions({
      queryKey: ['record', 'attended'],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/my/record/sessions', { params: { query: { limit: PAGE, ...given({ cursor: pageParam }) } } }),
        ),
      ...CURSOR,
    }),
  myInvitations: () =>
    queryOptions({ queryKey: ['my-invitations'], queryFn: () => answer(api.GET('/api/my/invitations')) }),
  myDuties: () =>
    queryOptions({ queryKey: ['my-invitations', 'duties'], queryFn: () => answer(api.GET('/api/my/duties')) }),
  myAttendance: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'attendance', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/attendance/mine', { params: { path: { id } } })),
    }),
  myRecord: () => queryOptions({ queryKey: ['record', 'sums'], queryFn: () => answer(api.GET('/api/my/record')) }),
  peopleHere: (id: string, q = '') =>
    infiniteQueryOptions({
      queryKey: ['sessions', 'people', id, q],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/sessions/{id}/room/people', {
            params: { path: { id }, query: { limit: MOST, ...given({ cursor: pageParam, q }) } },
          }),
        ),
      ...CURSOR,
    }),
};

/** The values that were filled in: an empty search is no search. */
export function given<Values extends Record<string, string>>(values: Values): Partial<Values> {
  const filled: Partial<Values> = {};
  for (const key in values) if (values[key]) filled[key] = values[key];
  return filled;
}
