import type { Estimate } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { SheetButton } from './sheet.tsx'

const words = texts.why

/** Why a figure is what it is: the policy, the claims it used, the ones it left out and the reason for each. */
export const WhySheet = ({ estimate, label }: Readonly<{ estimate: Estimate; label: string }>) => (
  <SheetButton
    className="why"
    label={texts.incident.why}
    about={`${label.toLowerCase()} ${estimate.words}`}
    heading={texts.incident.whyOf(`${label.toLowerCase()} ${estimate.words}`)}
  >
    <p>{words.policy}</p>
    {estimate.scope && <p>{words.scope(estimate.scope)}</p>}
    <h3>{words.used}</h3>
    <table className="reasons">
      <tbody>
        {estimate.used.map(({ origin, words: figure, documents, addedUp, claims }) => (
          <tr key={claims[0]}>
            <th scope="row">{figure}</th>
            <td>
              {origin} <span className="soft">· {words.documents(documents)}</span>
              {addedUp && <span className="soft"> · {words.addedUp}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {estimate.leftOut.length > 0 && (
      <>
        <h3>{words.leftOut}</h3>
        <table className="reasons">
          <tbody>
            {estimate.leftOut.map(({ claims, origin, words: figure, documents, why }) => (
              <tr key={claims[0]}>
                <th scope="row">{figure}</th>
                <td>
                  {origin} <span className="soft">· {words.documents(documents)}</span>
                  <br />
                  <em>{why}</em>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )}
    <h3>{words.independence}</h3>
    <p>{texts.incident.independent(estimate.independent.low, estimate.independent.high)}</p>
    {estimate.independent.why.length > 0 ? (
      <ul className="plain">
        {estimate.independent.why.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    ) : (
      estimate.used.length > 1 && <p className="soft">{words.allIndependent}</p>
    )}
  </SheetButton>
)
