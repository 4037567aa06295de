import { useQuery } from '@tanstack/react-query'
import { attributeWords } from '../../publish/attribute-words.ts'
import type { Attribute } from '../../server/wire.ts'
import { getAgreement } from '../api.ts'
import { texts } from '../texts.ts'

const words = texts.review

/** How often two people who did not know of each other's answer agreed. */
export const AgreementTable = () => {
  const { data } = useQuery({ queryKey: ['agreement'], queryFn: getAgreement })
  const rows = data?.agreement.filter(({ twice }) => twice > 0) ?? []
  return (
    <details className="agreement">
      <summary>{words.agreement}</summary>
      <p className="section-note">{words.agreementNote}</p>
      {rows.length === 0 ? (
        <p className="soft">{words.agreementNone}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              {Object.values(words.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ about, twice, agreed, rate, kappa }) => (
              <tr key={about}>
                <th scope="row">{about === 'all' ? words.everything : attributeWords(about as Attribute)}</th>
                <td>{twice}</td>
                <td>{agreed}</td>
                <td>{rate === null ? texts.nothing : `${Math.round(100 * rate)} %`}</td>
                <td>{kappa === null ? texts.nothing : kappa.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}
