import { Link } from '@tanstack/react-router'
import type { Estimate, IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { useJudgement } from './judge-buttons.tsx'
import { SheetButton } from './sheet.tsx'

const words = texts.why

type Figure = Pick<Estimate, 'used' | 'leftOut'>['used'][number] | Estimate['leftOut'][number]
type Numbers = ReadonlyMap<number, string>

/** The documents a figure stands in, each opening at its words where they are known. */
const In = ({ figure: { documents, claims }, numbers }: Readonly<{ figure: Figure; numbers: Numbers }>) => (
  <span className="soft">
    {documents.map((n, i) => {
      const id = numbers.get(n)
      const claim = claims.find((each) => id !== undefined && each.startsWith(`${id}.`))
      return (
        <span key={n}>
          {i > 0 ? ', ' : ' · '}
          {id ? (
            <Link to="/documents/$id" params={{ id }} search={claim ? { claim } : {}}>
              {words.documents([n])}
            </Link>
          ) : (
            words.documents([n])
          )}
        </span>
      )
    })}
  </span>
)

const Reasons = ({ children }: Readonly<{ children: readonly string[] }>) =>
  children.length === 0 ? null : (
    <ul className="plain why-reasons">
      {children.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )

type Pair = IncidentView['pairs'][number]

/** One pair of origins: what is taken of it and why, and what a person says instead. */
const PairLine = ({ pair, incident }: Readonly<{ pair: Pair; incident: string }>) => {
  const judge = useJudgement()
  const say = (kind: 'same' | 'affiliated' | 'different') => judge.mutate({ kind, of: 'origins', incident, pair: [...pair.pair] })
  return (
    <li>
      <p>
        {pair.names[0]} <span className="soft">{words.and}</span> {pair.names[1]}:{' '}
        <b className={`pair-${pair.relation}`}>{words.relations[pair.relation]}</b>
        {pair.why && <span className="soft"> · {pair.why}</span>}
      </p>
      <p className="pair-actions">
        {pair.judgement ? (
          <span className="soft">{words.judged}</span>
        ) : (
          <>
            <span className="soft">{words.say}</span>
            {(['different', 'affiliated', 'same'] as const).map((kind) => (
              <button key={kind} type="button" className="button is-quiet" disabled={judge.isPending} onClick={() => say(kind)}>
                {words.answers[kind]}
              </button>
            ))}
          </>
        )}
      </p>
    </li>
  )
}

const Independence = ({ estimate, view }: Readonly<{ estimate: Estimate; view: IncidentView }>) => {
  const names = new Set(estimate.used.map(({ origin }) => origin))
  const pairs = view.pairs.filter(({ names: [a, b] }) => names.has(a) && names.has(b))
  return (
    <>
      <h3>{words.independence}</h3>
      <p>{texts.incident.independent(estimate.independent.low, estimate.independent.high)}</p>
      {pairs.length > 0 ? (
        <ul className="pairs">
          {pairs.map((pair) => (
            <PairLine key={pair.pair.join(' ')} pair={pair} incident={view.id} />
          ))}
        </ul>
      ) : estimate.independent.why.length > 0 ? (
        <Reasons>{estimate.independent.why}</Reasons>
      ) : (
        estimate.used.length > 1 && <p className="soft">{words.allIndependent}</p>
      )}
    </>
  )
}

type Props = Readonly<{ estimate: Estimate; label: string; view: IncidentView }>

/** Why a figure is what it is: the policy, the claims it used, the ones it left out and the reason for each, and who is taken for whom. */
export const WhySheet = ({ estimate, label, view }: Props) => {
  const numbers: Numbers = new Map(view.documents.flatMap(({ document, copies }) => [document, ...copies]).map(({ n, id }) => [n, id]))
  const value = `${label.toLowerCase()} ${estimate.words || texts.nothing}`
  return (
    <SheetButton className="why" label={texts.incident.why} about={value} heading={texts.incident.whyOf(value)}>
      <p>{words.policies[estimate.policy]}</p>
      {estimate.scope && <p>{words.scope(estimate.scope)}</p>}
      <Reasons>{estimate.reasons}</Reasons>
      <p className="soft">
        {words.restsOn(estimate.sources)} {words.checked(estimate.review.checked, estimate.review.claims)}
      </p>
      {estimate.used.length > 0 && (
        <>
          <h3>{words.used}</h3>
          <table className="reasons">
            <tbody>
              {estimate.used.map((figure) => (
                <tr key={figure.claims[0]}>
                  <th scope="row">{figure.words}</th>
                  <td>
                    {figure.origin} <In figure={figure} numbers={numbers} />
                    {figure.addedUp && <span className="soft"> · {words.addedUp}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {estimate.leftOut.length > 0 && (
        <>
          <h3>{words.leftOut}</h3>
          <table className="reasons">
            <tbody>
              {estimate.leftOut.map((figure) => (
                <tr key={figure.claims[0]}>
                  <th scope="row">{figure.words}</th>
                  <td>
                    {figure.origin} <In figure={figure} numbers={numbers} />
                    <br />
                    <em>{figure.why}</em>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <Independence estimate={estimate} view={view} />
    </SheetButton>
  )
}
