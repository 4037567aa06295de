import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { FILTER_KEYS, type GridSearch } from './api.ts'
import type { DocumentFilter, SourceFilter } from './lists-api.ts'
import { AddPage } from './pages/add-page.tsx'
import { DocumentPage } from './pages/document-page.tsx'
import { IncidentPage } from './pages/incident-page.tsx'
import { IncidentsPage, type IncidentsSearch } from './pages/incidents-page.tsx'
import { NotFound } from './parts/problem-note.tsx'
import { Shell } from './parts/shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const words = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const given = <Key extends string>(search: Record<string, unknown>, ...keys: readonly Key[]): Partial<Record<Key, string>> =>
  Object.fromEntries(keys.flatMap((key) => (words(search[key]) ? [[key, words(search[key])]] : []))) as Partial<Record<Key, string>>

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/incidents' })
  },
})

const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  component: IncidentsPage,
  validateSearch: (search: Record<string, unknown>): IncidentsSearch => given(search, ...FILTER_KEYS, 'view', 'at'),
})

const incident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$id',
  component: IncidentPage,
  validateSearch: (search: Record<string, unknown>): Readonly<{ policy?: string | undefined; at?: string | undefined }> =>
    given(search, 'policy', 'at'),
})

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$id',
  component: DocumentPage,
  validateSearch: (search: Record<string, unknown>): Readonly<{ claim?: string }> => given(search, 'claim'),
})

const add = createRoute({ getParentRoute: () => root, path: '/add', component: AddPage })

const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: (search: Record<string, unknown>): DocumentFilter => given(search, 'q', 'issuer', 'speaker', 'language', 'order'),
  component: lazyRouteComponent(() => import('./pages/documents-page.tsx'), 'DocumentsPage'),
})

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  validateSearch: (search: Record<string, unknown>): SourceFilter => given(search, 'q', 'kind', 'role'),
  component: lazyRouteComponent(() => import('./pages/sources-page.tsx'), 'SourcesPage'),
})

const source = createRoute({
  getParentRoute: () => root,
  path: '/sources/$key',
  component: lazyRouteComponent(() => import('./pages/source-page.tsx'), 'SourcePage'),
})

const grid = createRoute({
  getParentRoute: () => root,
  path: '/grid',
  component: lazyRouteComponent(() => import('./pages/grid-page.tsx'), 'GridPage'),
  validateSearch: (search: Record<string, unknown>): GridSearch => given(search, ...FILTER_KEYS, 'order', 'columns', 'view'),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('./pages/review-page.tsx'), 'ReviewPage'),
  validateSearch: (search: Record<string, unknown>): Readonly<{ incident?: string }> => given(search, 'incident'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  component: lazyRouteComponent(() => import('./pages/compare-page.tsx'), 'ComparePage'),
  validateSearch: (search: Record<string, unknown>): Readonly<{ incident?: string; a?: string; b?: string }> =>
    given(search, 'incident', 'a', 'b'),
})

const victims = createRoute({
  getParentRoute: () => root,
  path: '/victims',
  component: lazyRouteComponent(() => import('./pages/victims-page.tsx'), 'VictimsPage'),
  validateSearch: (search: Record<string, unknown>): Readonly<{ incident?: string; q?: string }> => given(search, 'incident', 'q'),
})

const actors = createRoute({
  getParentRoute: () => root,
  path: '/actors',
  validateSearch: (search: Record<string, unknown>): Readonly<{ q?: string }> => given(search, 'q'),
  component: lazyRouteComponent(() => import('./pages/actors-page.tsx'), 'ActorsPage'),
})

const actor = createRoute({
  getParentRoute: () => root,
  path: '/actors/$id',
  validateSearch: (search: Record<string, unknown>): Readonly<{ on?: string }> => given(search, 'on'),
  component: lazyRouteComponent(() => import('./pages/actor-page.tsx'), 'ActorPage'),
})

const method = createRoute({
  getParentRoute: () => root,
  path: '/method',
  component: lazyRouteComponent(() => import('./pages/method-page.tsx'), 'MethodPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
})

/** Every page is an address; what a page is narrowed to stands in it too. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    incidents,
    incident,
    document,
    documents,
    sources,
    source,
    add,
    review,
    compare,
    victims,
    grid,
    actors,
    actor,
    method,
    settings,
  ]),
  scrollRestoration: true,
  defaultPreload: false,
  parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
  stringifySearch: (search) => {
    const query = new URLSearchParams(
      Object.entries(search).flatMap(([key, value]) => (words(value) ? [[key, String(value)]] : [])),
    ).toString()
    return query === '' ? '' : `?${query}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
