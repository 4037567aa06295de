import type { FigureAttribute } from '../../model/claim.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { type Account, entering, toAccount, toEstimate } from '../figures/account.ts'
import { combine } from '../figures/combine.ts'
import type { Estimate, PolicyView } from '../figures/estimate.ts'
import type { Said } from '../said.ts'

/** The attributes that every policy but the conflict-data ones gives a value for. */
export const TOLLS: readonly FigureAttribute[] = ['killed', 'wounded', 'missing', 'captured', 'displaced']

const ofAttribute = (account: Account, attribute: FigureAttribute): readonly Estimate[] =>
  account
    .pools(attribute)
    .flatMap((pool): readonly Estimate[] => {
      const { figures, whyOf } = entering(account, pool)
      if (figures.length === 0) return []
      const common = toEstimate(account, pool, figures, whyOf)
      return [{ policy: 'range', people: 'all', state: 'value', best: null, ...common, ...combine(figures) }]
    })
    .sort((a, b) => b.used.length - a.used.length)

/**
 * What `range` gives for one attribute: for each scope, the lowest low to the highest high of one figure per origin; an open end
 * stays open. Figures of different scopes are not pooled. The widest-told first; none where nobody states a figure.
 */
export const rangeEstimates = (record: IncidentRecord, attribute: FigureAttribute, said?: readonly Said[]): readonly Estimate[] =>
  ofAttribute(toAccount(record, said), attribute)

/** The policy `range`: weighs nobody. */
export const range = (account: Account): PolicyView => {
  const estimates = TOLLS.flatMap((attribute) => ofAttribute(account, attribute))
  const why = estimates.length > 0 ? [] : ['nobody states a figure']
  return { policy: 'range', row: estimates.length > 0, why, labels: [], estimates }
}
