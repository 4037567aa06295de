import { type ChooseValue, standingValue } from '../../model/judgement.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { figureWords } from '../figure-words.ts'
import type { Estimate, PolicyView, PublishedValue } from './estimate.ts'

type Chosen = Extract<ChooseValue, { policy: null }>

const base = (estimate: Estimate): Omit<PublishedValue, 'chosen'> => {
  const { policy, attribute, scopeKey, scope, low, high, words, reasons, used, leftOut, independent, sources, review } = estimate
  return { attribute, scopeKey, scope, policy, low, high, words, reasons, used, leftOut, independent, sources, review }
}

const byPerson = (estimate: Estimate, { low, high, approximate }: Chosen): Omit<PublishedValue, 'chosen'> => ({
  ...base(estimate),
  policy: 'person',
  low,
  high,
  words: figureWords({ low, high, approximate }),
})

/** The estimate of a policy for an attribute and scope; one for everybody before one for some. */
const findEstimate = (
  views: readonly PolicyView[],
  { policy, attribute, scopeKey }: Pick<Estimate, 'policy' | 'attribute' | 'scopeKey'>,
): Estimate | undefined => {
  const own = views
    .filter((view) => view.policy === policy)
    .flatMap(({ estimates }) => estimates)
    .filter((estimate) => estimate.attribute === attribute && estimate.scopeKey === scopeKey)
  return own.find(({ people }) => people === 'all') ?? own[0]
}

/** Figures that people gave where no source states one: they rest on no claim, and say so. */
const withoutSource = (record: IncidentRecord, stated: readonly PublishedValue[]): readonly PublishedValue[] => {
  const own = new Map<string, PublishedValue>()
  for (const { id, kind, target, value, by, at, why, withdrawn } of record.judgements) {
    if (kind !== 'choose' || target !== record.id || withdrawn !== null) continue
    const choice = value as ChooseValue
    const { attribute, scope } = choice
    if (choice.policy !== null || stated.some((each) => each.attribute === attribute && each.scopeKey === scope)) continue
    own.set(`${attribute} ${scope}`, {
      ...{ attribute, scopeKey: scope, scope: scope || null, policy: 'person', low: choice.low, high: choice.high },
      words: figureWords(choice),
      reasons: [`${by} chose it${why ? `: ${why}` : ''}`, 'no source states a figure'],
      ...{ used: [], leftOut: [], independent: { low: 0, high: 0, why: [] } },
      sources: { documents: 0, outlets: 0, unstated: 0, texts: 0 },
      review: { claims: 0, checked: 0 },
      chosen: { judgement: id, by, at, why },
    })
  }
  return [...own.values()]
}

/** The values to publish: one for each attribute and scope that somebody states a figure for, and what people gave where nobody does. */
export const publishedValues = (record: IncidentRecord, views: readonly PolicyView[]): readonly PublishedValue[] => {
  const stated = statedValues(record, views)
  return [...stated, ...withoutSource(record, stated)]
}

const statedValues = (record: IncidentRecord, views: readonly PolicyView[]): readonly PublishedValue[] =>
  (views.find(({ policy }) => policy === 'range')?.estimates ?? []).map((estimate) => {
    const { attribute, scopeKey } = estimate
    const choice = standingValue(record.judgements, 'choose', ({ target, value }) => {
      const chosen = value as ChooseValue
      return target === record.id && chosen.attribute === attribute && chosen.scope === scopeKey
    })
    if (!choice) return { ...base(estimate), chosen: null }
    const { judgement, value } = choice
    const { id, by, at, why } = judgement
    const chosen = { judgement: id, by, at, why }
    if (value.policy === null) {
      const reasons = [...estimate.reasons, `${by} chose it${why ? `: ${why}` : ''}`]
      return { ...byPerson(estimate, value), reasons, chosen }
    }
    const other = findEstimate(views, { policy: value.policy, attribute, scopeKey })
    if (other?.state !== 'value')
      return { ...base(estimate), reasons: [...estimate.reasons, `${by} chose ${value.policy}, which has no value here`], chosen }
    return { ...base(other), reasons: [...other.reasons, `${by} chose the policy ${value.policy}${why ? `: ${why}` : ''}`], chosen }
  })
