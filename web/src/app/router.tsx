// Every page of the app and who may open it. Each is loaded when it is opened: a member never downloads the staff's pages.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { onSignedOut, queryClient } from '../api/query-client.js';
import { queries } from '../api/queries.js';
import { requireMember, signInPlace } from './guards.js';
import { Crash, NotFound, Root } from './root.js';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

interface SignInSearch {
  /** The path to return to. */
  ke?: string;
}

/** Only a path of our own: a link must not send a reader elsewhere after signing in. */
function signInSearch(search: Record<string, unknown>): SignInSearch {
  return typeof search.ke === 'string' && /^\/(?![/\\])/.test(search.ke) ? { ke: search.ke } : {};
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
    component: lazyRouteComponent(() => import('../pages/auth/choose-page.js'), 'ChoosePage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/k/$slug',
    component: lazyRouteComponent(() => import('../pages/auth/cooperative-page.js'), 'CooperativePage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/k/$slug/masuk',
    validateSearch: signInSearch,
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
    component: lazyRouteComponent(() => import('../pages/sessions/catalogue-page.js'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => member,
    path: '/sesi/$id',
    component: lazyRouteComponent(() => import('../pages/sessions/session-page.js'), 'SessionPage'),
  }),
];

const tree = root.addChildren([open.addChildren(openPages), member.addChildren(memberPages)]);

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
  if (wasSignedIn) void router.navigate(signInPlace(router.state.location.href));
});
