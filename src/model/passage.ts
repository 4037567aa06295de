import type { Span } from './span.ts'

export const PASSAGE_KINDS = [
  'headline',
  'standfirst',
  'dateline',
  'paragraph',
  'quote',
  'list-item',
  'caption',
  'embed',
  'comment',
  'other',
] as const
export type PassageKind = (typeof PASSAGE_KINDS)[number]

/** A stretch of a document's text with one role: a paragraph, a headline, one reader's comment, page furniture. */
export type Passage = Span &
  Readonly<{
    id: string
    kind: PassageKind
    /** An embed the capture lost ("… reaction:" with nothing after it): `start === end`, right after those words. */
    missing?: true
    author?: string
    /** As printed. */
    number?: string
    /** The passage id of the comment answered. */
    parent?: string | null
    depth?: number
  }>

/** Comments and furniture never give rise to an incident, a claim or an affiliation. */
export const isEvidenceBearing = (passage: Passage): boolean => passage.kind !== 'comment' && passage.kind !== 'other' && !passage.missing
