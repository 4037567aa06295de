import { type Account, entering, toEstimate } from '../figures/account.ts'
import { combine } from '../figures/combine.ts'
import { currentFigures } from '../figures/current.ts'
import type { Estimate, PolicyView } from '../figures/estimate.ts'
import { TOLLS } from './range.ts'

/** The policy `latest`: each speaker's latest figure, by when its document came out; from the lowest to the highest of these. */
export const latest = (account: Account): PolicyView => {
  const estimates = TOLLS.flatMap((attribute) => account.pools(attribute)).flatMap((pool): readonly Estimate[] => {
    const { figures, whyOf } = entering(account, pool)
    if (figures.length === 0) return []
    const { current, past } = currentFigures(figures)
    const undated = current.flatMap(({ said, origin }) => (said.every(({ document }) => document.published === null) ? [origin.name] : []))
    const common = toEstimate(account, pool, current, (each) => past.get(each) ?? whyOf(each))
    const reasons = [...common.reasons, ...undated.map((name) => `the figure of ${name} has no date: it supersedes nothing`)]
    return [{ policy: 'latest', people: 'all', state: 'value', best: null, ...common, ...combine(current), reasons }]
  })
  return { policy: 'latest', row: estimates.length > 0, why: estimates.length > 0 ? [] : ['nobody states a figure'], labels: [], estimates }
}
