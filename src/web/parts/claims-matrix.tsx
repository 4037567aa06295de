import { useState } from 'react'
import type { IncidentView, MatrixColumn, MatrixRow } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { ClaimWords } from './claim-words.tsx'
import { DifferenceSheet } from './difference-sheet.tsx'

const words = texts.matrix

const Head = ({ column }: Readonly<{ column: MatrixColumn }>) => (
  <th scope="col">
    <span className="matrix-origin">{column.name}</span>
    <span className="matrix-kind">{column.kind}</span>
    <span className="matrix-in">
      {words.in} {column.documents.map(({ n }) => n).join(', ')}
      {column.copies > 0 && <> · {words.copies(column.copies)}</>}
    </span>
  </th>
)

const isEmpty = ({ entries, remarks }: MatrixRow['cells'][number]): boolean => entries.length === 0 && remarks.length === 0

type RowProps = Readonly<{ row: MatrixRow; columns: readonly MatrixColumn[]; isByDocument: boolean }>

const Row = ({ row, columns, isByDocument }: RowProps) => (
  <tr className={row.part ? 'is-part' : undefined}>
    <th scope="row">
      {row.label}
      {row.difference && <DifferenceSheet difference={row.difference} />}
    </th>
    {row.cells.map(({ entries, remarks }, i) => (
      <td
        key={columns[i]?.key}
        data-origin={columns[i]?.name}
        className={entries.some(({ differs }) => differs) ? 'is-rival' : isEmpty({ entries, remarks }) ? 'is-empty' : undefined}
      >
        {entries.map((entry) => (
          <ClaimWords key={entry.id} entry={entry} isSpeakerShown={isByDocument} />
        ))}
        {remarks.map(({ words: remark, saidBy }) => (
          <div key={remark + saidBy} className="cell-remark">
            {remark}
            <span className="cell-mark">{words.evidenceSays(saidBy)}</span>
          </div>
        ))}
      </td>
    ))}
  </tr>
)

/**
 * The claims matrix: attributes down, origins across. The first column stays in sight while the others scroll; where there is little width, the style sheet
 * sets each row's cells below each other under the names of their origins.
 */
export const ClaimsMatrix = ({ view }: Readonly<{ view: IncidentView }>) => {
  const [isByDocument, setByDocument] = useState(false)
  const matrix = isByDocument ? view.byDocument : view.matrix
  if (matrix.rows.length === 0) return <p>{words.empty}</p>
  return (
    <>
      <fieldset className="columns-switch">
        <legend>{words.columns}</legend>
        <label>
          <input type="radio" name="columns" checked={!isByDocument} onChange={() => setByDocument(false)} /> {words.byOrigin}
        </label>
        <label>
          <input type="radio" name="columns" checked={isByDocument} onChange={() => setByDocument(true)} /> {words.byDocument}
        </label>
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="matrix-box" tabIndex={0} aria-label={words.caption}>
        <table className="matrix">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              <td>
                <span className="sr-only">{words.attributes}</span>
              </td>
              {matrix.columns.map((column) => (
                <Head key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <Row key={row.id} row={row} columns={matrix.columns} isByDocument={isByDocument} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
