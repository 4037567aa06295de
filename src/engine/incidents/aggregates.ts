import { NOBODY_DESCRIBED } from '../../model/claim.ts'
import type { Aggregate } from '../../model/incident.ts'
import type { Span } from '../../model/span.ts'
import type { Casualty } from '../claims/casualties.ts'
import { periodOf } from '../claims/period.ts'
import type { View } from '../claims/view.ts'
import { entriesOf } from './entries.ts'

const SUM = /^\W{0,3}(?:in (?:all|total|sum)|altogether|all told|overall|totals?|cumulative(?:ly)?|the (?:overall )?total)\b/i
/** As many items make a list of events. */
const FEWEST_ITEMS = 2

/** "In all, 1 killed and 5 wounded in the past 24 hours", below the items of a report: what adds them up is no event of its own. */
const sumOf = (view: View, { predicate }: Casualty): Span | undefined => {
  const passage = view.passageOf(predicate)
  const sentence = view.sentences[view.tokens[predicate]!.sentence]!
  const words = SUM.exec(view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)))
  if (!words || !passage || passage.kind === 'list-item' || entriesOf(view).has(passage.id)) return undefined
  const items = view.document.passages.filter(({ kind, end }) => kind === 'list-item' && end <= passage.start).length
  if (items < FEWEST_ITEMS) return undefined
  return view.within('time', sentence)[0] ?? { start: sentence.start, end: sentence.start + words[0].length }
}

/** "From 1979 to 2023 the figures were 19,822 killed and 45,215 injured": a number right behind "and" is over the same time. */
const sharedPeriod = (view: View, { head, predicate }: Casualty, periods: ReadonlyMap<number, Span>): Span | undefined => {
  const { tokens } = view
  const from = Math.min(head, predicate)
  for (let at = from - 1; at >= 0 && from - at < 6 && tokens[at]!.sentence === tokens[from]!.sentence; at--) {
    if (/^(?:PUNCT|SCONJ)$/.test(tokens[at]!.upos)) return undefined
    const known = periods.get(at)
    if (known) return tokens.slice(at + 1, from).some(({ lower }) => lower === 'and') ? known : undefined
  }
  return undefined
}

/** Casualties that are totals over a period or a campaign, apart from those of incidents. */
export const partAggregates = (
  view: View,
  casualties: readonly Casualty[],
): Readonly<{ aggregates: readonly Aggregate[]; rest: readonly Casualty[] }> => {
  const aggregates: Aggregate[] = []
  const periods = new Map<number, Span>()
  const rest: Casualty[] = []
  for (const casualty of casualties) {
    const { amount, none, manner } = casualty
    const plural = amount !== null && !none && ((amount.low ?? 0) >= 2 || amount.high === null || amount.high >= 2)
    const own = sumOf(view, casualty) ?? (plural || none ? periodOf(view, casualty.predicate, amount?.low ?? 0, casualty) : undefined)
    const period = own ?? (plural ? sharedPeriod(view, casualty, periods) : undefined)
    if (period) periods.set(casualty.predicate, period)
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
