import type {
  ActorListView,
  ActorView,
  DocumentListView,
  MadeToken,
  MethodView,
  Scope,
  Session,
  Settings,
  SourceListView,
  SourceView,
  TokenRecord,
} from '../server/wire.ts'
import { ask, segment, send } from './api.ts'

/** What the lists of documents and of sources are narrowed to. */
export type DocumentFilter = Readonly<{ q?: string; issuer?: string; speaker?: string; language?: string; order?: string }>
export type SourceFilter = Readonly<{ q?: string; kind?: string; role?: string }>

const page = (filter: Readonly<Record<string, string | undefined>>, after: string | null): string =>
  new URLSearchParams(
    [...Object.entries({ ...filter, limit: '100', after: after ?? '' })].flatMap(([key, value]) => (value ? [[key, value]] : [])),
  ).toString()

export const listDocuments = (filter: DocumentFilter, after: string | null): Promise<DocumentListView> =>
  ask(`/documents.json?${page(filter, after)}`)

export const listSources = (filter: SourceFilter, after: string | null): Promise<SourceListView> =>
  ask(`/sources.json?${page(filter, after)}`)

/** In addresses a source's key has `_` for a blank. */
export const toSourcePath = (key: string): string => key.replaceAll(' ', '_')

export const getSource = (path: string): Promise<SourceView> => ask(`/sources/${segment(path)}.json`)

export const listActors = (q: string | undefined, after: string | null): Promise<ActorListView> => ask(`/actors.json?${page({ q }, after)}`)

/** `on`: what held on that day. */
export const getActor = (id: string, on?: string): Promise<ActorView> => ask(`/actors/${segment(id)}.json${on ? `?on=${on}` : ''}`)

export const getMethod = (): Promise<MethodView> => ask('/method.json')

export const getSettings = (): Promise<Settings> => ask('/settings.json')

/** Whether this server asks for tokens, and who is signed in. */
export const getSession = (): Promise<Session> => ask('/session.json')

export const signIn = (token: string): Promise<Session> => send('/api/session', { token })

export const signOut = (): Promise<unknown> => ask('/api/session', { method: 'DELETE' })

export const listTokens = (): Promise<Readonly<{ tokens: readonly TokenRecord[] }>> => ask('/tokens.json')

export const makeToken = (request: Readonly<{ name: string; scopes: readonly Scope[] }>): Promise<MadeToken> => send('/api/tokens', request)

export const revokeToken = (id: string): Promise<TokenRecord> => ask(`/api/tokens/${segment(id)}`, { method: 'DELETE' })
