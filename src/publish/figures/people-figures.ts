import { groupBy } from '../group.ts'
import type { Said } from '../said.ts'
import { type Account, whyOutOfPool } from './account.ts'
import { figureOf } from './enter.ts'
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
  account: Pick<Account, 'said' | 'counted'>,
  pool: Pool,
  whom: Whom,
): Readonly<{ figures: readonly OriginFigure[]; whyOf: (each: Said) => string }> => {
  const { said } = pool
  const why = whyOutOfPool(account, pool)
  const own = said.filter((each) => isOf(whom, each))
  const figures = groupBy(own, ({ origin }) => origin.key).flatMap((same) => {
    const entering = same.filter((each) => why.get(each) === null)
    if (entering.length > 0) return originFigures(entering)
    const parts = same.filter((each) => why.get(each) === IN_PART && !isInSuch(each, own, why))
    return parts.length === 0
      ? []
      : originFigures(
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

/** Four commanders of 25 fighters are inside the fighters; five civilians of 25 dead are civilians whom nothing else counts. */
const isInSuch = (part: Said, own: readonly Said[], why: ReadonlyMap<Said, string | null>): boolean =>
  own.some((each) => why.get(each) === null && each.document.copyGroup === part.document.copyGroup)

/** Parts were read as groups so that they add up; what is shown are the claims as they stand. */
const restore = (figures: readonly OriginFigure[], said: readonly Said[]): readonly OriginFigure[] => {
  const byId = new Map(said.map((each) => [each.record.id, each]))
  return figures.map((figure) => ({ ...figure, said: figure.said.map((each) => byId.get(each.record.id) ?? each) }))
}
