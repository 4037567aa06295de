import type { Passage } from './passage.ts'

export const ISSUER_KINDS = [
  'news',
  'agency',
  'party-to-conflict',
  'official-other',
  'ngo',
  'medical',
  'witness',
  'social',
  'blog',
  'dataset',
  'unknown',
] as const
export type IssuerKind = (typeof ISSUER_KINDS)[number]

/** Who puts a document out. `name` is null when the document does not say; it is never filled in from world knowledge. */
export type Issuer = Readonly<{ name: string | null; kind: IssuerKind; from: 'text' | 'metadata' | 'caller' | null }>

/** The document says itself that it replaces an earlier one ("CORRECTED: …"). */
export type Version = Readonly<{ of: string; reason: 'updated' | 'corrected' | 'retracted' }>

/** A document as read: its text, stored once and never rewritten, and what its form says of it. */
export type Document = Readonly<{
  /** `sha256:` and the hash of the bytes read. */
  id: string
  title: string | null
  standfirst: string | null
  byline: string | null
  /** ISO 8601, as precise as known; never guessed from the clock. */
  published: string | null
  url: string | null
  /** BCP 47. */
  language: string
  issuer: Issuer
  version: Version | null
  /** All visible text in order. Every offset points into it. */
  text: string
  passages: readonly Passage[]
}>

/** What the caller knows of a document beside its bytes. */
export type DocumentFacts = Readonly<{ id?: string; title?: string; published?: string; publisher?: string; url?: string }>
