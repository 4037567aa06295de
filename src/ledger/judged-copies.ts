import { type Judgement, standingPairs } from '../model/judgement.ts'
import type { DocumentSummary } from '../model/record.ts'

/** Documents with those put into one copy group, or taken out of it, of whom people have judged so. */
export const judgedCopies = (documents: readonly DocumentSummary[], judgements: readonly Judgement[]): readonly DocumentSummary[] => {
  const pairs = [...standingPairs(judgements, 'documents').values()]
  if (pairs.length === 0) return documents
  const groups = new Map(documents.map(({ id, copyGroup }) => [id, copyGroup]))
  const original = new Map([...Map.groupBy(documents, ({ copyGroup }) => copyGroup)].map(([key, [first]]) => [key, first!.id]))
  for (const { answer, pair } of pairs) {
    const [a, b] = pair.map((id) => groups.get(id))
    if (a === undefined || b === undefined) continue
    if (answer === 'same') for (const [id, group] of groups) if (group === b) groups.set(id, a)
    // The one that is not the original goes out of the group.
    if (answer === 'different' && a === b) {
      const out = original.get(a) === pair[0] ? pair[1] : pair[0]
      groups.set(out, out)
    }
  }
  return documents.map((document) => ({ ...document, copyGroup: groups.get(document.id)! }))
}
