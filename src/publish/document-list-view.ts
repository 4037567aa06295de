import type { DocumentSummary } from '../model/record.ts'
import { isoWords } from './date-view.ts'
import { kindWords } from './kind-words.ts'

/** A document as one line. */
export type DocumentLine = Readonly<{
  id: string
  title: string | null
  /** How its text starts. */
  start: string
  issuer: string | null
  /** In words; empty where it is not known. */
  kind: string
  /** ISO 8601 and in words; null: the document does not say. */
  published: string | null
  publishedWords: string | null
  added: string
  language: string
  url: string | null
  claims: number
  incidents: readonly Readonly<{ id: string; title: string }>[]
  /** Of a text that several documents share: whether this one came first. Null: it shares its text with none. */
  shared: Readonly<{ documents: number; isFirst: boolean; original: string }> | null
}>

export type DocumentListView = Readonly<{ documents: readonly DocumentLine[]; next: string | null }>

type Listed = Readonly<{
  summary: DocumentSummary
  start: string
  claims: number
  incidents: DocumentLine['incidents']
  group: number
  original: string
}>

const toLine = ({ summary, start, claims, incidents, group, original }: Listed): DocumentLine => ({
  id: summary.id,
  title: summary.title,
  start: start.replaceAll(/\s+/g, ' '),
  issuer: summary.issuer.name,
  kind: kindWords(summary.issuer.kind),
  published: summary.published,
  publishedWords: summary.published && isoWords(summary.published.slice(0, 10)),
  added: summary.added,
  language: summary.language,
  url: summary.url,
  claims,
  incidents,
  shared: group > 1 ? { documents: group, isFirst: original === summary.id, original } : null,
})

/** Turns a page of documents into lines. */
export const toDocumentListView = ({ items, next }: Readonly<{ items: readonly Listed[]; next: string | null }>): DocumentListView => ({
  documents: items.map(toLine),
  next,
})
