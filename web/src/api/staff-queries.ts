// The answers that staff's pages read; apart, so that members never download them.
import type { Language } from '../../../src/contracts/languages.js';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schema } from './client.js';
import type { paths } from './schema.js';
import { CURSOR, given, PAGE } from './queries.js';

export interface MemberFilter {
  q: string;
  status?: Schema<'Member'>['status'] | undefined;
  role?: Schema<'Member'>['roles'][number] | undefined;
  unitId: string;
}

/** What a session's registrations can be narrowed to. */
export type RegistrantsFilter = NonNullable<
  paths['/api/sessions/{id}/registrations/matching']['get']['parameters']['query']
>;

export const staffQueries = {
  planning: (state: Schema<'SessionCard'>['state'] | undefined) =>
    infiniteQueryOptions({
      queryKey: ['planning', 'list', state ?? 'all'],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/planning/sessions', {
            params: { query: { limit: PAGE, ...(state ? { state } : {}), ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  followUps: () =>
    infiniteQueryOptions({
      queryKey: ['follow-ups'],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/questions/follow-ups', {
            params: { query: { limit: PAGE, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  staffHere: (id: string) =>
    queryOptions({
      queryKey: ['sessions', 'staff-here', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/room/staff', { params: { path: { id } } })),
    }),
  wordList: () =>
    queryOptions({
      queryKey: ['word-list'],
      queryFn: () => answer(api.GET('/api/moderation/words')),
      staleTime: Infinity,
    }),
  stages: () =>
    queryOptions({
      queryKey: ['planning', 'stages'],
      queryFn: () => answer(api.GET('/api/planning/stages')),
      staleTime: 5 * 60_000,
    }),
  guests: (id: string) =>
    queryOptions({
      queryKey: ['planning', 'guests', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/guests', { params: { path: { id } } })),
    }),
  registrationTerms: (id: string) =>
    queryOptions({
      queryKey: ['planning', 'terms', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/registration-terms', { params: { path: { id } } })),
    }),
  registrationQuestions: (id: string) =>
    queryOptions({
      queryKey: ['planning', 'questions', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/registration-questions', { params: { path: { id } } })),
    }),
  /** @param language in which the answers come: it is said to the server by every call */
  registrantAnswers: (id: string, registrationId: string, language: Language) =>
    queryOptions({
      queryKey: ['planning', 'answers', registrationId, language],
      queryFn: () =>
        answer(
          api.GET('/api/sessions/{id}/registrations/{registrationId}/answers', {
            params: { path: { id, registrationId } },
          }),
        ),
    }),
  /** To choose from: whatever is like the words, the newest first. */
  plannedSessions: (q: string) =>
    queryOptions({
      queryKey: ['planning', 'found', q],
      queryFn: () => answer(api.GET('/api/planning/sessions', { params: { query: { limit: PAGE, ...given({ q }) } } })),
      placeholderData: (before) => before,
    }),
  templates: () =>
    queryOptions({
      queryKey: ['planning', 'templates'],
      queryFn: () => answer(api.GET('/api/session-templates')),
    }),
  /** What members will see of it. Kept for as long as it is on screen: the next letter makes it another text. */
  markdownPreview: (text: string) =>
    queryOptions({
      queryKey: ['planning', 'markdown-preview', text],
      queryFn: () => answer(api.POST('/api/planning/preview', { body: { text } })),
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    }),
  /** The dates of a rule that is not saved yet. */
  seriesPreview: (body: Schema<'SeriesPreviewInput'>) =>
    queryOptions({
      queryKey: ['planning', 'series-preview', body],
      queryFn: () => answer(api.POST('/api/planning/series-preview', { body })),
      retry: false,
    }),
  conflicts: (body: Schema<'StaffConflictQuery'>) =>
    queryOptions({
      queryKey: ['planning', 'conflicts', body],
      queryFn: () => answer(api.POST('/api/planning/conflicts', { body })),
    }),
  registrants: (id: string, filter: RegistrantsFilter) =>
    infiniteQueryOptions({
      queryKey: ['planning', 'registrants', id, filter],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/sessions/{id}/registrations', {
            params: { path: { id }, query: { limit: PAGE, ...filter, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  /** The last lists of registrants that were sent: to come back to one that runs. */
  registrationImports: (id: string) =>
    queryOptions({
      queryKey: ['registration-imports', id],
      queryFn: () => answer(api.GET('/api/sessions/{id}/registrations/imports', { params: { path: { id } } })),
    }),
  attendance: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['planning', 'attendance', id],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/sessions/{id}/attendance', {
            params: { path: { id }, query: { limit: 100, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  hands: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['sessions', 'hands', id],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/sessions/{id}/room/hands', {
            params: { path: { id }, query: { limit: PAGE, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  peopleHeld: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['sessions', 'held', id],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/sessions/{id}/room/held', {
            params: { path: { id }, query: { limit: PAGE, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  members: ({ q, status, role, unitId }: MemberFilter) =>
    infiniteQueryOptions({
      queryKey: ['members', 'list', { q, status, role, unitId }],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/members', {
            params: {
              query: {
                limit: PAGE,
                ...(status ? { status } : {}),
                ...(role ? { role } : {}),
                ...given({ q, unitId, cursor: pageParam }),
              },
            },
          }),
        ),
      ...CURSOR,
    }),
  member: (id: string) =>
    queryOptions({
      queryKey: ['members', 'one', id],
      queryFn: () => answer(api.GET('/api/members/{id}', { params: { path: { id } } })),
    }),
  /** Not read anew behind the back of whoever is changing it. */
  cooperative: () =>
    queryOptions({
      queryKey: ['cooperative'],
      queryFn: () => answer(api.GET('/api/cooperative')),
      refetchOnWindowFocus: false,
    }),
  holidays: (year: number) =>
    queryOptions({
      queryKey: ['holidays', year],
      queryFn: () => answer(api.GET('/api/holidays/{year}', { params: { path: { year } } })),
      staleTime: 5 * 60_000,
    }),
  units: () =>
    queryOptions({ queryKey: ['units'], queryFn: () => answer(api.GET('/api/units')), staleTime: 5 * 60_000 }),
  rosterImport: (id: string) =>
    queryOptions({
      queryKey: ['roster', id],
      queryFn: () => answer(api.GET('/api/roster-imports/{id}', { params: { path: { id } } })),
    }),
  rosterErrors: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['roster', id, 'errors'],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/roster-imports/{id}/errors', {
            params: { path: { id }, query: { limit: PAGE, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
  rosterAbsent: (id: string, scope: 'cooperative' | 'units') =>
    infiniteQueryOptions({
      queryKey: ['roster', id, 'absent', scope],
      queryFn: ({ pageParam }) =>
        answer(
          api.GET('/api/roster-imports/{id}/absent', {
            params: { path: { id }, query: { scope, limit: PAGE, ...given({ cursor: pageParam }) } },
          }),
        ),
      ...CURSOR,
    }),
};
