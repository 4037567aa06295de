import type { Span } from '../../model/span.ts'
import type { Stance } from '../../model/statement.ts'

/** A statement as first read, before its speaker is resolved and before it is weighed. */
export type Candidate = Readonly<{
  /** Index of the cue's main word; the sentence's first token for a cue that is a mark. */
  at: number
  cue: Span | null
  source: Span | null
  /** Index of the source's main word. */
  sourceHead: number | null
  content: readonly Span[]
  direct: 'all' | 'some' | 'none'
  stance: Stance
  /** So plain that it is not weighed: "the army said that …". */
  certain?: boolean
  /** The `at` of the candidate that reports this one, where its words are the same: "A reported that …, quoting B". */
  inside?: number
  /** Why it was read, and what speaks for and against it: named features, weighed in `weigh.ts`. */
  features: readonly string[]
}>
