import { NOBODY_DESCRIBED } from '../../model/claim.ts'
import type { Aggregate } from '../../model/incident.ts'
import type { Casualty } from '../claims/casualties.ts'
import { periodOf } from '../claims/period.ts'
import type { View } from '../claims/view.ts'

/** Casualties that are totals over a period or a campaign, apart from those of incidents. */
export const partAggregates = (
  view: View,
  casualties: readonly Casualty[],
): Readonly<{ aggregates: readonly Aggregate[]; rest: readonly Casualty[] }> => {
  const aggregates: Aggregate[] = []
  const rest: Casualty[] = []
  for (const casualty of casualties) {
    const { amount, none, manner } = casualty
    const plural = amount !== null && !none && ((amount.low ?? 0) >= 2 || amount.high === null || amount.high >= 2)
    const period = plural || none ? periodOf(view, casualty.predicate, amount?.low ?? 0, casualty) : undefined
    if (!period || manner.modality === 'future' || manner.modality === 'counterfactual') {
      rest.push(casualty)
      continue
    }
    if (!amount || none || (amount.low === 2 && amount.high === null && casualty.about.generic === false)) continue
    const attribute = casualty.harm === 'shot' ? 'wounded' : casualty.harm
    aggregates.push({
      attribute,
      value: {
        ...amount,
        extent: 'total',
        of: null,
        people: {
          ...NOBODY_DESCRIBED,
          text: view.text.slice(casualty.about.span.start, casualty.about.span.end),
          status: casualty.about.status,
        },
        scope: null,
      },
      period: view.text.slice(period.start, period.end),
      spans: [{ start: casualty.start, end: casualty.end }],
      statement: casualty.statement?.id ?? null,
    })
  }
  return { aggregates, rest }
}
