import { type Judgement, standingPairs } from '../model/judgement.ts'
import type { Said } from './said.ts'

/** Claims with those origins put together that people have called one: the first of them stands for all. */
export const joinOrigins = (said: readonly Said[], judgements: readonly Judgement[]): readonly Said[] => {
  const pairs = [...standingPairs(judgements, 'origins').values()].filter(({ answer }) => answer === 'same')
  if (pairs.length === 0) return said
  const origins = new Map(said.map(({ origin }) => [origin.key, origin]))
  const group = new Map([...origins.keys()].map((key) => [key, key]))
  for (const { pair } of pairs) {
    const [a, b] = pair.map((key) => group.get(key))
    if (a === undefined || b === undefined) continue
    for (const [key, of] of group) if (of === b) group.set(key, a)
  }
  return said.map((each) => ({ ...each, origin: origins.get(group.get(each.origin.key) ?? '') ?? each.origin }))
}
