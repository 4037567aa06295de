import type { Shingles } from './shingles.ts'

/** How much two texts share. */
export type Similarity = Readonly<{
  /** Stretches in common, of all stretches of both (0–1). */
  jaccard: number
  /** Stretches in common, of those of the shorter text (0–1): 1 for a trimmed reprint. */
  containment: number
  /** The same words stand around different figures: one is not a copy of the other's figures. */
  figuresDiffer: boolean
}>

const isApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const figure of a) if (b.has(figure)) return false
  return true
}

/** Compares two texts by their shingles. Exact: no sampling. */
export const similarity = (a: Shingles, b: Shingles): Similarity => {
  const [less, more] = a.hashes.size <= b.hashes.size ? [a, b] : [b, a]
  let shared = 0
  for (const hash of less.hashes) if (more.hashes.has(hash)) shared++
  let figuresDiffer = false
  for (const [frame, figures] of less.figures) {
    const others = more.figures.get(frame)
    if (others && isApart(figures, others)) figuresDiffer = true
  }
  const union = a.hashes.size + b.hashes.size - shared
  return {
    jaccard: union === 0 ? 0 : shared / union,
    containment: less.hashes.size === 0 ? 0 : shared / less.hashes.size,
    figuresDiffer,
  }
}

/**
 * Half of the shorter text's three-word stretches word for word. Reports of one event written apart share under a tenth; a wire
 * report cut by a third with sentences joined anew shares well over half.
 */
const COPIED = 0.5
/** A line or two of set phrases is no copy of anything. */
const LEAST_SHINGLES = 12

/** Whether one text is a copy of the other: trimmed, reordered or lightly rewritten, with the same figures. */
export const isCopy = (a: Shingles, b: Shingles): boolean => {
  if (Math.min(a.hashes.size, b.hashes.size) < LEAST_SHINGLES) return false
  const { containment, figuresDiffer } = similarity(a, b)
  return containment >= COPIED && !figuresDiffer
}
