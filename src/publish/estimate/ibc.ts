import { type Account, toEstimate } from '../figures/account.ts'
import { combine } from '../figures/combine.ts'
import { currentFigures } from '../figures/current.ts'
import type { Estimate, PolicyView } from '../figures/estimate.ts'
import { figuresOf } from '../figures/people-figures.ts'

const NO_ROW = 'no source says that a civilian was killed'

/**
 * The policy `ibc`: civilians only, minimum and maximum; provisional below two independent origins. Where nobody states the death of
 * a civilian there is no row.
 */
export const ibc = (account: Account): PolicyView => {
  const estimates = account.pools('killed').flatMap((pool): readonly Estimate[] => {
    const { figures, whyOf } = figuresOf(account, pool, 'civilian')
    const { current, past } = currentFigures(figures.filter(({ ends }) => (ends.high ?? ends.low ?? 0) > 0))
    if (current.length === 0) return []
    const common = toEstimate(account, pool, current, (each) => past.get(each) ?? whyOf(each))
    return [{ policy: 'ibc', people: 'civilian', state: 'value', best: null, ...common, ...combine(current) }]
  })
  if (estimates.length === 0) return { policy: 'ibc', row: false, why: [NO_ROW, ...whoDied(account)], labels: [], estimates }
  const provisional = estimates.some(({ independent }) => independent.low < 2)
  const why = provisional ? ['fewer than two independent origins'] : ['two or more independent origins']
  return {
    policy: 'ibc',
    row: true,
    why: [],
    labels: [{ name: 'status', value: provisional ? 'Provisional' : 'Corroborated', why }],
    estimates,
  }
}

/** Whom the sources do say that the dead were. */
const whoDied = ({ pools }: Account): readonly string[] => {
  const called = pools('killed')
    .flatMap(({ said }) => said)
    .flatMap(({ claim, origin, standing }) =>
      'people' in claim.value && standing === 'current' && claim.value.people.status === 'combatant' && claim.value.extent !== 'part'
        ? [`${origin.name}: ${claim.value.people.text ?? 'fighters'}`]
        : [],
    )
  const [first] = called
  return first ? [`the dead are called fighters (${[...new Set(called)].slice(0, 3).join('; ')})`] : []
}
