import { type Problem, problem } from '../../model/problem.ts'
import type { Span } from '../../model/span.ts'

/**
 * No paragraph of prose is longer: the longest line of the development corpora has 13,066 characters (November 2026); what is ten
 * times that is data, not language. It is kept, as furniture, and not read.
 */
export const LONGEST_PASSAGE = 150_000

export const isTooLong = ({ start, end }: Span): boolean => end - start > LONGEST_PASSAGE

/** One problem for each stretch of text that was kept but is not read. */
export const listLongProblems = (spans: readonly Span[]): readonly Problem[] =>
  spans
    .filter(isTooLong)
    .map(({ start, end }) =>
      problem('text/long-passage-skipped', `A passage has ${end - start} characters without a break.`, { start, end }),
    )
