import type { IssuerKind } from './document.ts'
import type { Span } from './span.ts'

export const STANCES = ['asserts', 'denies', 'doubts', 'asks', 'threatens', 'declines-to-comment'] as const
export type Stance = (typeof STANCES)[number]

/** Somebody says something. */
export type Statement = Readonly<{
  id: string
  /** Who, in the document's words; null when hidden ("it was reported"). */
  source: Span | null
  /** What sort of speaker. */
  sourceKind: IssuerKind
  /** Mention id of the fullest form of that speaker in the document. */
  speaker: string | null
  cue: Span | null
  content: readonly Span[]
  form: 'direct' | 'indirect' | 'mixed'
  stance: Stance
  /** The statement this one stands inside. */
  parent: string | null
}>
