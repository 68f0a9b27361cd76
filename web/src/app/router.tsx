// Every page of the app and who may open it. Each is loaded when it is opened: a member never downloads the staff's pages.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { onSignedOut, queryClient } from '../api/query-client.js';
import { queries } from '../api/queries.js';
import { forgetOutgoing } from '../pages/room/kept-outgoing.js';
import { answersSearch } from './answers-search.js';
import { catalogueSearch } from './catalogue-search.js';
import { membersSearch } from './members-search.js';
import { homeIfSignedIn, requireMember, requirePermission, signInPlace } from './guards.js';
import { Crash, NotFound, Root } from './root.js';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const HOME = '/beranda';

interface SignInSearch {
  /** The path to return to. */
  ke?: string;
}

/** Only a path of our own: a link must not send a reader elsewhere after signing in. */
function signInSearch(search: Record<string, unknown>): SignInSearch {
  return typeof search.ke === 'string' && /^\/(?![/\\])/.test(search.ke) ? { ke: search.ke } : {};
}

interface ImportSearch {
  /** The import to go on with. */
  impor?: string;
}

function importSearch(search: Record<string, unknown>): ImportSearch {
  return typeof search.impor === 'string' ? { impor: search.impor } : {};
}

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: lazyRouteComponent(() => import('./public-shell.js'), 'PublicShell'),
});
const openPages = [
  createRoute({
    getParentRoute: () => open,
    path: '/',
    loader: () => homeIfSignedIn(undefined, HOME),
    component: lazyRouteComponent(() => import('../pages/auth/choose-page.js'), 'ChoosePage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/k/$slug',
    loader: ({ params }) => homeIfSignedIn(params.slug, HOME),
    component: lazyRouteComponent(() => import('../pages/auth/cooperative-page.js'), 'CooperativePage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/k/$slug/masuk',
    validateSearch: signInSearch,
    loaderDeps: ({ search }) => search,
    loader: ({ params, deps: { ke } }) => homeIfSignedIn(params.slug, ke ?? HOME),
    component: lazyRouteComponent(() => import('../pages/auth/sign-in-page.js'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/masuk/tautan',
    component: lazyRouteComponent(() => import('../pages/auth/link-page.js'), 'LinkPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/masuk/serah',
    component: lazyRouteComponent(() => import('../pages/auth/hand-over-page.js'), 'HandOverPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/lepas',
    component: lazyRouteComponent(() => import('../pages/sessions/release-page.js'), 'ReleasePage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/tamu',
    component: lazyRouteComponent(() => import('../pages/guest/guest-page.js'), 'GuestPage'),
  }),
];

const member = createRoute({
  getParentRoute: () => root,
  id: 'member',
  beforeLoad: requireMember,
  component: lazyRouteComponent(() => import('./shell.js'), 'Shell'),
});
const memberPages = [
  createRoute({
    getParentRoute: () => member,
    path: '/beranda',
    component: lazyRouteComponent(() => import('../pages/home/home-page.js'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/jadwal',
    validateSearch: catalogueSearch,
    component: lazyRouteComponent(() => import('../pages/sessions/catalogue-page.js'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/sesi/$id',
    component: lazyRouteComponent(() => import('../pages/sessions/session-page.js'), 'SessionPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/jawaban',
    validateSearch: answersSearch,
    component: lazyRouteComponent(() => import('../pages/answers/library-page.js'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/catatan',
    component: lazyRouteComponent(() => import('../pages/record/record-page.js'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/aku',
    component: lazyRouteComponent(() => import('../pages/profile/profile-page.js'), 'ProfilePage'),
  }),
];

const staffPages = [
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/sesi',
    beforeLoad: requirePermission('registrations.read'),
    component: lazyRouteComponent(() => import('../pages/planning/planning-page.js'), 'PlanningPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/sesi/baru',
    beforeLoad: requirePermission('sessions.plan'),
    component: lazyRouteComponent(() => import('../pages/planning/new-session-page.js'), 'NewSessionPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/sesi/$id',
    beforeLoad: requirePermission('registrations.read'),
    component: lazyRouteComponent(() => import('../pages/planning/edit-session-page.js'), 'EditSessionPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/sesi/$id/peserta',
    beforeLoad: requirePermission('registrations.read'),
    component: lazyRouteComponent(() => import('../pages/planning/registrations-page.js'), 'RegistrationsPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/sesi/$id/kehadiran',
    beforeLoad: requirePermission('attendance.read'),
    component: lazyRouteComponent(() => import('../pages/planning/attendance-page.js'), 'AttendancePage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/pertanyaan',
    beforeLoad: requirePermission('sessions.host'),
    component: lazyRouteComponent(() => import('../pages/answers/left-page.js'), 'LeftPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/anggota',
    validateSearch: membersSearch,
    beforeLoad: requirePermission('members.read'),
    component: lazyRouteComponent(() => import('../pages/members/members-page.js'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/anggota/impor',
    validateSearch: importSearch,
    beforeLoad: requirePermission('roster.import'),
    component: lazyRouteComponent(() => import('../pages/members/import-page.js'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/anggota/baru',
    beforeLoad: requirePermission('members.manage'),
    component: lazyRouteComponent(() => import('../pages/members/new-member-page.js'), 'NewMemberPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/anggota/$id',
    beforeLoad: requirePermission('members.manage'),
    component: lazyRouteComponent(() => import('../pages/members/edit-member-page.js'), 'EditMemberPage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/kelola/pengaturan',
    beforeLoad: requirePermission('cooperative.read'),
    component: lazyRouteComponent(() => import('../pages/settings/settings-page.js'), 'SettingsPage'),
  }),
];

// The room, the console and its projector fill the screen: no tab bar under a chat.
const stagePages = [
  createRoute({
    getParentRoute: () => root,
    path: '/tamu/ruang',
    component: lazyRouteComponent(() => import('../pages/guest/guest-room-page.js'), 'GuestRoomPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sesi/$id/ruang',
    beforeLoad: requireMember,
    component: lazyRouteComponent(() => import('../pages/room/room-page.js'), 'RoomPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sesi/$id/konsol',
    beforeLoad: requirePermission('sessions.host'),
    component: lazyRouteComponent(() => import('../pages/room/console-page.js'), 'ConsolePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sesi/$id/proyektor',
    beforeLoad: requirePermission('sessions.host'),
    component: lazyRouteComponent(() => import('../pages/room/projector-page.js'), 'ProjectorPage'),
  }),
];

const tree = root.addChildren([
  open.addChildren(openPages),
  member.addChildren([...memberPages, ...staffPages]),
  ...stagePages,
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

onSignedOut(() => {
  const wasSignedIn = queryClient.getQueryData(queries.me().queryKey) !== undefined;
  queryClient.clear();
  forgetOutgoing();
  if (wasSignedIn) void router.navigate(signInPlace(router.state.location.href));
});
