import type { Passage, PassageKind } from '../../model/passage.ts'
import type { Span } from '../../model/span.ts'

/** A passage before it has its number: a comment knows the draft it answers instead of that one's id. */
export type Draft = Span &
  Readonly<{
    kind: PassageKind
    missing?: true
    author?: string
    number?: string
    parent?: Draft | null
    depth?: number
  }>

/** Numbers drafts in document order. What is empty without being a lost embed is dropped, and nothing overlaps. */
export const toPassages = (drafts: readonly Draft[]): readonly Passage[] => {
  const ordered = drafts.filter(({ start, end, missing }) => missing || start < end).toSorted((a, b) => a.start - b.start || a.end - b.end)
  const kept: Draft[] = []
  let reached = 0
  for (const draft of ordered) {
    if (draft.start < reached) continue
    kept.push(draft)
    reached = draft.end
  }
  const ids = new Map(kept.map((draft, i) => [draft, `p${i + 1}`]))
  return kept.map((draft) => {
    const { parent, ...rest } = draft
    const id = ids.get(draft)!
    return draft.kind === 'comment' ? { ...rest, id, parent: (parent && ids.get(parent)) ?? null } : { ...rest, id }
  })
}
