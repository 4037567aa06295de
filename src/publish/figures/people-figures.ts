import { groupBy } from '../group.ts'
import type { Said } from '../said.ts'
import type { Account } from './account.ts'
import { figureOf, whyOutOf } from './enter.ts'
import { type OriginFigure, originFigures } from './origin-figures.ts'
import type { Pool } from './pools.ts'

export type Whom = 'civilian' | 'combatant'

const IN_PART = 'already inside another figure'

const isOf = (whom: Whom, each: Said): boolean => figureOf(each).people.status === whom

/**
 * The figures of those whom a speaker calls civilians, or fighters: its totals and groups of them; where it has none, the parts of
 * its toll that it calls so, which count them all the same. `whyOf`: why each other claim of the pool stays out.
 */
export const figuresOf = (
  { counted }: Pick<Account, 'counted'>,
  { said }: Pool,
  whom: Whom,
): Readonly<{ figures: readonly OriginFigure[]; whyOf: (each: Said) => string }> => {
  const why = whyOutOf(said, counted)
  const own = said.filter((each) => isOf(whom, each))
  const figures = groupBy(own, ({ origin }) => origin.key).flatMap((same) => {
    const entering = same.filter((each) => why.get(each) === null)
    if (entering.length > 0) return originFigures(entering)
    const parts = same.filter((each) => why.get(each) === IN_PART)
    return originFigures(
      parts.map((each) => ({ ...each, claim: { ...each.claim, value: { ...figureOf(each), extent: 'group' } } as Said['claim'] })),
    )
  })
  const whyOf = (each: Said): string => {
    const out = why.get(each)
    if (!isOf(whom, each)) return out ?? `does not say that they were ${whom}s`
    return out ?? 'its speaker gives a total, which is used'
  }
  return { figures: restore(figures, said), whyOf }
}

/** Parts were read as groups so that they add up; what is shown are the claims as they stand. */
const restore = (figures: readonly OriginFigure[], said: readonly Said[]): readonly OriginFigure[] => {
  const byId = new Map(said.map((each) => [each.record.id, each]))
  return figures.map((figure) => ({ ...figure, said: figure.said.map((each) => byId.get(each.record.id) ?? each) }))
}
