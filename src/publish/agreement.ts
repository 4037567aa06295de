import type { Judgement } from '../model/judgement.ts'
import { areAgreed, opinions } from './review-view.ts'

/** How often two people who did not know of each other's answer gave the same one. */
export type Agreement = Readonly<{
  /** `all`, or an attribute. */
  about: string
  twice: number
  agreed: number
  /** Share of those judged twice, 0–1; null: none. */
  rate: number | null
  /** Cohen's κ over accept, edit and reject: agreement beyond what chance gives; null where it cannot be computed. */
  kappa: number | null
}>

type Twice = readonly [Judgement, Judgement]

const KINDS = ['accept', 'edit', 'reject'] as const

const kappaOf = (pairs: readonly Twice[], agreed: number): number | null => {
  const n = pairs.length
  const share = (place: 0 | 1, kind: string): number => pairs.filter((pair) => pair[place].kind === kind).length / n
  const chance = KINDS.reduce((sum, kind) => sum + share(0, kind) * share(1, kind), 0)
  return n < 2 || chance >= 1 ? null : (agreed / n - chance) / (1 - chance)
}

const toRow = (about: string, pairs: readonly Twice[]): Agreement => {
  const agreed = pairs.filter(([a, b]) => areAgreed(a, b)).length
  return { about, twice: pairs.length, agreed, rate: pairs.length === 0 ? null : agreed / pairs.length, kappa: kappaOf(pairs, agreed) }
}

/** Agreement over all claims judged by two people, and by attribute. Judgements are oldest first; `attributeOf` a claim's id. */
export const agreements = (judgements: readonly Judgement[], attributeOf: (claim: string) => string | undefined): readonly Agreement[] => {
  const twice = [...Map.groupBy(judgements, ({ target }) => target)].flatMap(([target, all]): readonly [string, Twice][] => {
    const [first, second] = opinions(all).filter(({ kind }) => kind !== 'unsure')
    const attribute = attributeOf(target)
    return first && second && attribute !== undefined ? [[attribute, [first, second]]] : []
  })
  const rows = [...Map.groupBy(twice, ([attribute]) => attribute)].map(([attribute, pairs]) =>
    toRow(
      attribute,
      pairs.map(([, pair]) => pair),
    ),
  )
  return [
    toRow(
      'all',
      twice.map(([, pair]) => pair),
    ),
    ...rows.toSorted((a, b) => b.twice - a.twice),
  ]
}
