import { numberWords } from '../figure-words.ts'
import { type Account, entering, toEstimate } from '../figures/account.ts'
import { combine } from '../figures/combine.ts'
import { currentFigures } from '../figures/current.ts'
import { figureOf } from '../figures/enter.ts'
import type { Estimate, Label, PolicyView } from '../figures/estimate.ts'
import type { OriginFigure } from '../figures/origin-figures.ts'
import type { Pool } from '../figures/pools.ts'
import { groupBy } from '../group.ts'

type Made = Readonly<{ estimate: Estimate; only: OriginFigure | null }>

/** Of figures that agree, the one that says most of who the dead were. */
const mostTold = (figures: readonly OriginFigure[]): OriginFigure => {
  const told = ({ said }: OriginFigure): number => said.filter((each) => figureOf(each).people.status !== null).length
  return figures.toSorted((a, b) => told(b) - told(a) || (a.origin.key < b.origin.key ? -1 : 1))[0]!
}

const ofPool = (account: Account, pool: Pool): Made | undefined => {
  const { figures, whyOf } = entering(account, pool)
  const { current, past } = currentFigures(figures)
  if (current.length === 0) return undefined
  const common = toEstimate(account, pool, current, (each) => past.get(each) ?? whyOf(each))
  const { low, high, highest, words } = combine(current)
  const values = groupBy(current, ({ ends }) => `${ends.low} ${ends.high}`)
  const only = values.length === 1 ? mostTold(values[0]!) : null
  const best = only ? (only.ends.low ?? only.ends.high) : null
  const open =
    high === null && highest !== null ? [`the high end is open: ${numberWords(highest)} is the highest number anybody gives`] : []
  const pending = only ? [] : [`${values.length} current figures differ: the best estimate needs a person`]
  const estimate: Estimate = {
    policy: 'ucdp',
    people: 'all',
    state: best === null ? 'pending' : 'value',
    ...common,
    low,
    high: highest,
    highest,
    best,
    words: best === null ? `${words}, best needs a person` : `${numberWords(best)} (${words})`,
    reasons: [...common.reasons, ...pending, ...open],
  }
  return { estimate, only }
}

type Side = 'deaths_civilians' | 'deaths_combatants' | 'deaths_unknown'
const SIDES: readonly Side[] = ['deaths_civilians', 'deaths_combatants', 'deaths_unknown']

const sideOf = (status: 'civilian' | 'combatant' | 'mixed' | null): Side =>
  status === 'civilian' ? 'deaths_civilians' : status === 'combatant' ? 'deaths_combatants' : 'deaths_unknown'

/** The best estimate by whom its speaker says the dead were; fighters are of a side only where the speaker says which. */
const toSides = (figure: OriginFigure): readonly Label[] => {
  const counts = new Map<Side, number>()
  for (const same of groupBy(figure.said, ({ valueKey }) => valueKey)) {
    const { low, high, people } = figureOf(same.find((each) => figureOf(each).people.status !== null) ?? same[0])
    const side = sideOf(people.status)
    counts.set(side, (counts.get(side) ?? 0) + (low ?? high ?? 0))
  }
  const why = [`in the words of ${figure.origin.name}`]
  return SIDES.map((name) => ({ name, value: String(counts.get(name) ?? 0), why: counts.has(name) ? why : [] }))
}

/**
 * The policy `ucdp`: low and high from the current figures of the dead, the high of an open figure being its number; best only where
 * one current figure remains, as the sum of the sides, civilians and unknown. Only incidents with a high of one or more have a row.
 */
export const ucdp = (account: Account): PolicyView => {
  const made = account.pools('killed').flatMap((pool) => ofPool(account, pool) ?? [])
  const whole = made.filter(({ estimate }) => estimate.scopeKey === '')
  const shown = whole.length > 0 ? whole : made
  const sources = { name: 'number_of_sources', value: String(account.record.documents.length), why: ['all documents consulted'] }
  const [first] = shown
  const labels = [sources, ...(first?.only ? toSides(first.only) : [])]
  const estimates = shown.map(({ estimate }) => estimate)
  const base = { policy: 'ucdp', labels, estimates } as const
  if (account.record.children.length > 0)
    return { ...base, row: false, why: ['its parts have a row each; its own total adds nothing to theirs'] }
  if (!first) return { ...base, row: false, why: ['nobody states how many died'] }
  if (shown.length > 1)
    return { ...base, row: false, why: ['figures of different scopes, which nobody has split into incidents of their own'] }
  return (first.estimate.high ?? 0) >= 1 ? { ...base, row: true, why: [] } : { ...base, row: false, why: ['nobody is said to have died'] }
}
