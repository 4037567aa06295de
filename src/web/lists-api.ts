import type { DocumentListView, SourceListView, SourceView } from '../server/wire.ts'
import { ask, segment } from './api.ts'

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
