import type { FigureWords } from '../../model/claim.ts'
import { numberWords } from '../figure-words.ts'
import { type Account, entering, toEstimate } from '../figures/account.ts'
import { currentFigures } from '../figures/current.ts'
import type { Estimate, PolicyView } from '../figures/estimate.ts'
import type { OriginFigure } from '../figures/origin-figures.ts'
import type { Pool } from '../figures/pools.ts'

/** Words as ACLED counts them (ACLED Codebook, "fatalities"): scores and thousands go by what they say at the least. */
const WORDS: Readonly<Record<FigureWords, number>> = { tens: 10, dozens: 12, scores: 40, hundreds: 100, thousands: 1000 }

/** The number that ACLED would take from one figure; null: it only says how many at the most. */
export const acledNumber = ({ ends }: Pick<OriginFigure, 'ends'>): number | null => (ends.words === null ? ends.low : WORDS[ends.words])

const ofPool = (account: Account, pool: Pool): Estimate | undefined => {
  const { figures, whyOf } = entering(account, pool)
  const { current, past } = currentFigures(figures)
  if (current.length === 0) return undefined
  const numbers = current.flatMap((figure) => acledNumber(figure) ?? [])
  const common = toEstimate(account, pool, current, (each) => past.get(each) ?? whyOf(each))
  const words = current.flatMap(({ ends }) => (ends.words ? [`“${ends.words}” counts as ${WORDS[ends.words]}`] : []))
  if (numbers.length === 0) {
    const reasons = [...common.reasons, 'every figure only says how many at the most']
    return {
      policy: 'acled',
      people: 'all',
      state: 'empty',
      low: null,
      high: null,
      highest: null,
      best: null,
      words: '',
      ...common,
      reasons,
    }
  }
  const best = Math.min(...numbers)
  const reasons = [...common.reasons, ...words, ...(numbers.length > 1 ? ['the lowest of the current figures'] : [])]
  const bounds = { low: best, high: best, highest: best, best, words: numberWords(best) }
  return { policy: 'acled', people: 'all', state: 'value', ...common, ...bounds, reasons }
}

/**
 * The policy `acled`: one number, the lowest of the current figures of the dead. No figure stays empty; 0 only where somebody says
 * that nobody died. An incident with parts has its rows from these; figures of several scopes cannot be one number.
 */
export const acled = (account: Account): PolicyView => {
  const view = { policy: 'acled', labels: [] } as const
  if (account.record.children.length > 0)
    return { ...view, row: false, why: ['its parts have a row each; its own total adds nothing to theirs'], estimates: [] }
  const estimates = account.pools('killed').flatMap((pool) => ofPool(account, pool) ?? [])
  const whole = estimates.filter(({ scopeKey }) => scopeKey === '')
  const shown = whole.length > 0 ? whole : estimates
  if (shown.length > 1) {
    const scopes = shown.map(({ scope }) => scope ?? 'the whole incident').join('; ')
    return {
      ...view,
      row: false,
      why: [`figures of different scopes, which nobody has split into incidents of their own: ${scopes}`],
      estimates: shown,
    }
  }
  return { ...view, row: true, why: shown.length > 0 ? [] : ['nobody states how many died: the figure stays empty'], estimates: shown }
}
