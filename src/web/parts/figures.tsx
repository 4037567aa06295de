import { useNavigate, useSearch } from '@tanstack/react-router'
import { POLICIES, type PolicyName } from '../../model/judgement.ts'
import type { Estimate, IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { UndoButton, useJudgement } from './judge-buttons.tsx'
import { attributeLabel } from './label-words.ts'
import { WhySheet } from './why-sheet.tsx'

const words = texts.incident

/** `24 according to the front's press office`: each figure once, with all who give it. */
const Accounts = ({ used }: Pick<Estimate, 'used'>) => (
  <ul className="according">
    {[...Map.groupBy(used, ({ words: figure }) => figure)].map(([figure, same]) => (
      <li key={figure}>
        <b>{figure}</b> {words.accordingTo} <bdi>{same.map(({ origin }) => origin).join('; ')}</bdi>
      </li>
    ))}
  </ul>
)

const labelOf = ({ attribute, people }: Estimate): string =>
  [attributeLabel(attribute), ...(people === 'all' ? [] : [words.people[people]])].join(texts.comma)

const keyOf = ({ attribute, scopeKey, people }: Estimate): string => `${attribute} ${scopeKey} ${people}`

type Published = IncidentView['published'][number]

/** What is published for a figure, and the way to publish this one instead. */
const Choice = ({ estimate, published, view }: Readonly<{ estimate: Estimate; published: Published | undefined; view: IncidentView }>) => {
  const judge = useJudgement()
  const { attribute, scopeKey, policy } = estimate
  if (published?.chosen && published.policy === policy)
    return (
      <span className="soft">
        {' '}
        · {words.chosenBy(published.chosen.by)} <UndoButton judgement={published.chosen.judgement} />
      </span>
    )
  if (estimate.state !== 'value' || estimate.people !== 'all' || policy === (published?.policy ?? 'range')) return null
  return (
    <button
      type="button"
      className="button is-quiet"
      disabled={judge.isPending}
      onClick={() => judge.mutate({ kind: 'choose', incident: view.id, value: { attribute, scope: scopeKey, policy } })}
    >
      {words.publishThis}
    </button>
  )
}

const Line = ({ estimate, view }: Readonly<{ estimate: Estimate; view: IncidentView }>) => {
  const label = labelOf(estimate)
  const published = view.published.find((each) => each.attribute === estimate.attribute && each.scopeKey === estimate.scopeKey)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="figure">{estimate.state === 'value' ? estimate.words : words.states[estimate.state]}</span>{' '}
        {estimate.scope && <span>{estimate.scope} </span>}
        {estimate.state === 'value' && (
          <span className="soft">{words.independent(estimate.independent.low, estimate.independent.high)}</span>
        )}{' '}
        <WhySheet estimate={estimate} label={label} view={view} />
        <Choice estimate={estimate} published={published} view={view} />
        {published?.policy === 'person' && published.chosen && (
          <p>
            {words.setTo(published.words, published.chosen.by)} <UndoButton judgement={published.chosen.judgement} />
          </p>
        )}
        <Accounts used={estimate.used} />
      </dd>
    </div>
  )
}

/** Switches the policy that turns rival claims into figures; the address remembers it. */
const PolicySwitch = ({ policy }: Readonly<{ policy: PolicyName }>) => {
  const navigate = useNavigate({ from: '/incidents/$id' })
  return (
    <fieldset className="policy-switch">
      <legend>{words.policy}</legend>
      {POLICIES.map((each) => (
        <label key={each} title={texts.why.policies[each]}>
          <input
            type="radio"
            name="policy"
            checked={each === policy}
            onChange={() =>
              void navigate({
                search: (old) => ({ ...old, policy: each === 'range' ? undefined : each }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <span>{words.policyNames[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The figures as a policy gives them, each with those who give its parts, and why. */
export const Figures = ({ view }: Readonly<{ view: IncidentView }>) => {
  const search = useSearch({ from: '/incidents/$id' })
  const policy = POLICIES.find((each) => each === search.policy) ?? 'range'
  const chosen = view.policies.find((each) => each.policy === policy)
  if (view.estimates.length === 0) return <p className="soft figures-none">{words.noFigures}</p>
  return (
    <>
      <PolicySwitch policy={policy} />
      {policy !== 'range' && <p className="policy-note">{texts.why.policies[policy]}</p>}
      {chosen && !chosen.row && <p className="policy-note">{words.noRow(chosen.why.join('; '))}</p>}
      {chosen && chosen.labels.length > 0 && (
        <p className="policy-note">
          {chosen.labels.map(({ name, value, why }) => (
            <span key={name} title={why.join('; ')}>
              {name}: <b>{value}</b>{' '}
            </span>
          ))}
        </p>
      )}
      <dl className="figures">
        {(chosen?.estimates ?? view.estimates)
          .filter(({ state, used }) => state !== 'empty' || used.length > 0)
          .map((estimate) => (
            <Line key={keyOf(estimate)} estimate={estimate} view={view} />
          ))}
      </dl>
    </>
  )
}
