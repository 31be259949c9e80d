import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ScreenPage } from './pages/screen/screen.tsx';
import { Shell } from './shell/shell.tsx';

/** Keeps the named search parameters, as text; all else in the address is not for the page. */
function keeping<const N extends string>(...names: readonly N[]) {
  return (search: Record<string, unknown>): { readonly [K in N]?: string | undefined } =>
    Object.fromEntries(
      names.flatMap((name) =>
        search[name] === undefined || search[name] === '' ? [] : [[name, String(search[name])]],
      ),
    ) as { readonly [K in N]?: string | undefined };
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: lazyRouteComponent(() => import('./pages/not-found.tsx'), 'NotFoundPage'),
});
const getParentRoute = () => root;

const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/home/home.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/review',
    validateSearch: keeping('kind'),
    component: lazyRouteComponent(() => import('./pages/review/review.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/screen',
    validateSearch: keeping(
      'q',
      'schema',
      'birthDate',
      'country',
      'list',
      'threshold',
      'weak',
      'why',
      'asOf',
      'knownAt',
    ),
    component: ScreenPage,
  }),
  createRoute({
    getParentRoute,
    path: '/screen/files',
    validateSearch: keeping('job'),
    component: lazyRouteComponent(() => import('./pages/screen-files/screen-files.tsx'), 'ScreenFilesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/entities/$id',
    validateSearch: keeping('tab', 'statement', 'asOf', 'knownAt'),
    component: lazyRouteComponent(() => import('./pages/entity/entity.tsx'), 'EntityPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/read',
    component: lazyRouteComponent(() => import('./pages/reader/read.tsx'), 'ReadPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/documents',
    validateSearch: keeping('headline', 'publisher', 'from', 'to', 'state'),
    component: lazyRouteComponent(() => import('./pages/reader/documents.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/documents/$id',
    validateSearch: keeping('item'),
    component: lazyRouteComponent(() => import('./pages/reader/document.tsx'), 'DocumentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/incidents',
    validateSearch: keeping('from', 'to', 'country', 'type', 'actor', 'event'),
    component: lazyRouteComponent(() => import('./pages/incidents/incidents.tsx'), 'IncidentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/matrix',
    validateSearch: keeping('entity', 'list', 'asOf', 'knownAt'),
    component: lazyRouteComponent(() => import('./pages/matrix/matrix.tsx'), 'MatrixPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/changes',
    validateSearch: keeping('list', 'from', 'to', 'kind'),
    component: lazyRouteComponent(() => import('./pages/changes/changes.tsx'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/watch',
    validateSearch: keeping('watchList'),
    component: lazyRouteComponent(() => import('./pages/watch/watch.tsx'), 'WatchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/lists',
    validateSearch: keeping('list'),
    component: lazyRouteComponent(() => import('./pages/lists/lists.tsx'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/dialogues',
    validateSearch: keeping('asOf', 'knownAt'),
    component: lazyRouteComponent(() => import('./pages/dialogues/dialogues.tsx'), 'DialoguesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/dialogues/$id',
    validateSearch: keeping('commitment', 'asOf', 'knownAt'),
    component: lazyRouteComponent(() => import('./pages/dialogues/dialogue.tsx'), 'DialoguePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/compare',
    validateSearch: keeping('a', 'b'),
    component: lazyRouteComponent(() => import('./pages/dialogues/compare.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/agenda',
    validateSearch: keeping('a', 'b', 'asOf', 'knownAt'),
    component: lazyRouteComponent(() => import('./pages/dialogues/agenda.tsx'), 'AgendaPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audit',
    validateSearch: keeping('from', 'to', 'subject', 'action', 'verdict', 'before', 'entry'),
    component: lazyRouteComponent(() => import('./pages/audit/audit.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people',
    validateSearch: keeping('account'),
    component: lazyRouteComponent(() => import('./pages/people/people.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./pages/settings/settings.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sign-in',
    validateSearch: keeping('to'),
    component: lazyRouteComponent(() => import('./pages/sign-in/sign-in.tsx'), 'SignInPage'),
  }),
] as const;

/** The addresses of the workbench: each names its page, its question and what is looked at. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/app',
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
