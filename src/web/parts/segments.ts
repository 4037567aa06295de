import type { Highlight, Layer, PassageView } from '../../server/wire.ts'

/** A stretch of a passage under the same highlights throughout. */
export type Segment = Readonly<{ start: number; end: number; text: string; highlights: readonly Highlight[] }>

/** Cuts a passage at every end of a highlight, so that overlapping ones can be drawn as nested lines. */
export const toSegments = (passage: PassageView, highlights: readonly Highlight[], layers: ReadonlySet<Layer>): readonly Segment[] => {
  const here = highlights.filter(({ layer, start, end }) => layers.has(layer) && start < passage.end && end > passage.start)
  const cuts = new Set([passage.start, passage.end])
  for (const { start, end } of here) {
    cuts.add(Math.max(start, passage.start))
    cuts.add(Math.min(end, passage.end))
  }
  const at = [...cuts].sort((a, b) => a - b)
  return at.slice(0, -1).map((start, i) => {
    const end = at[i + 1]!
    return {
      start,
      end,
      text: passage.text.slice(start - passage.start, end - passage.start),
      highlights: here.filter((each) => each.start <= start && each.end >= end),
    }
  })
}
