import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClaimEntry, IncidentView, MatrixColumn, MatrixRow } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { ClaimWords } from './claim-words.tsx'
import { DifferenceSheet } from './difference-sheet.tsx'
import { labelWords } from './label-words.ts'
import { useNarrow } from './narrow.ts'

const words = texts.matrix

type Matrix = IncidentView['matrix']
type Cell = MatrixRow['cells'][number]

const Head = ({ column }: Readonly<{ column: MatrixColumn }>) => (
  <th scope="col">
    <span className="matrix-origin">{column.name}</span>
    <span className="matrix-kind">{labelWords(column.kind)}</span>
    <span className="matrix-in">
      {words.in} {column.documents.map(({ n }) => n).join(', ')}
      {column.copies > 0 && <> · {words.copies(column.copies)}</>}
    </span>
  </th>
)

const isEmpty = ({ entries, remarks }: Cell): boolean => entries.length === 0 && remarks.length === 0

const Remarks = ({ remarks }: Pick<Cell, 'remarks'>) =>
  remarks.map(({ words: remark, saidBy }) => (
    <div key={remark + saidBy} className="cell-remark">
      {remark}
      <span className="cell-mark">{words.evidenceSays(saidBy)}</span>
    </div>
  ))

type RowProps = Readonly<{ row: MatrixRow; columns: readonly MatrixColumn[]; isByDocument: boolean }>

const Row = ({ row, columns, isByDocument }: RowProps) => (
  <tr className={row.part ? 'is-part' : undefined}>
    <th scope="row">
      {labelWords(row.label)}
      {row.difference && <DifferenceSheet difference={row.difference} />}
    </th>
    {row.cells.map(({ entries, remarks }, i) => (
      <td key={columns[i]?.key} className={entries.some(({ differs }) => differs) ? 'is-rival' : undefined}>
        {entries.map((entry) => (
          <ClaimWords key={entry.id} entry={entry} isSpeakerShown={isByDocument} />
        ))}
        <Remarks remarks={remarks} />
      </td>
    ))}
  </tr>
)

type Told = Readonly<{ entry: ClaimEntry; column: MatrixColumn }>

/** What several origins say alike, told once. */
const fold = ({ cells }: MatrixRow, columns: readonly MatrixColumn[]): readonly (readonly Told[])[] => {
  const all = cells.flatMap(({ entries }, i) => entries.map((entry): Told => ({ entry, column: columns[i]! })))
  return [...Map.groupBy(all, ({ entry }) => [entry.gist.toLowerCase(), ...entry.qualifiers, entry.standing].join('|')).values()]
}

/** Where there is no room for a table: each attribute with its values, and under each value those who say so. */
const List = ({ rows, columns }: Readonly<{ rows: readonly MatrixRow[]; columns: readonly MatrixColumn[] }>) => (
  <dl className="matrix-list">
    {rows.map((row) => (
      <div key={row.id} className={row.part ? 'is-part' : undefined}>
        <dt>
          {labelWords(row.label)}
          {row.difference && <DifferenceSheet difference={row.difference} />}
        </dt>
        {fold(row, columns).map((told) => (
          <dd key={told[0]!.entry.id} className={told.some(({ entry }) => entry.differs) ? 'is-rival' : undefined}>
            <ClaimWords entry={told[0]!.entry} />
            <ul className="told-by" aria-label={words.saidBy}>
              {told.map(({ entry, column }) => (
                <li key={entry.id}>
                  <Link to="/documents/$id" params={{ id: entry.document.id }} search={{ claim: entry.id }}>
                    {column.name}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        ))}
        {row.cells.map(({ remarks }, i) =>
          remarks.length === 0 ? null : (
            <dd key={columns[i]?.key}>
              <Remarks remarks={remarks} />
            </dd>
          ),
        )}
      </div>
    ))}
  </dl>
)

/** Rows that most readers come for; the others are one button away, unless sources differ on them. */
const FIRST_ROWS: ReadonlySet<string> = new Set([
  ...['killed', 'wounded', 'missing', 'captured', 'displaced', 'place', 'date', 'perpetrator', 'target', 'characterisation', 'evidence'],
])
/** As many columns as a wide page shows at once; those who give figures come first. */
const MOST_COLUMNS = 6
/** One column more is shown rather than hidden behind a button. */
const SPARE = 1

const isFirstRow = ({ attribute, difference }: MatrixRow): boolean => FIRST_ROWS.has(attribute) || difference !== null

const narrowTo = ({ columns, rows }: Matrix, most: number): Matrix => ({
  columns: columns.slice(0, most),
  rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, most) })).filter(({ cells }) => !cells.every(isEmpty)),
})

const Table = ({ matrix, isByDocument }: Readonly<{ matrix: Matrix; isByDocument: boolean }>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  <section className="matrix-box" tabIndex={0} aria-label={words.caption}>
    <table className={matrix.columns.length <= MOST_COLUMNS ? 'matrix is-fitted' : 'matrix'}>
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
)

/**
 * The claims matrix: attributes down, origins across. What most readers come for is shown first; the other rows and columns are one
 * button away. Where there is little width it is a list of values with those who give them.
 */
export const ClaimsMatrix = ({ view }: Readonly<{ view: IncidentView }>) => {
  const [isByDocument, setByDocument] = useState(false)
  const [isWide, setWide] = useState(false)
  const [isDeep, setDeep] = useState(false)
  const isNarrow = useNarrow()
  const whole = isByDocument ? view.byDocument : view.matrix
  if (whole.rows.length === 0) return <p>{words.empty}</p>
  const hidden = whole.columns.length - MOST_COLUMNS
  const isFolded = !isWide && !isNarrow && hidden > SPARE
  const across = isFolded ? narrowTo(whole, MOST_COLUMNS) : whole
  const rest = across.rows.filter((row) => !isFirstRow(row))
  const matrix = isDeep ? across : { ...across, rows: across.rows.filter(isFirstRow) }
  return (
    <>
      <div className="matrix-tools">
        <fieldset className="columns-switch">
          <legend>{words.columns}</legend>
          <label>
            <input type="radio" name="columns" checked={!isByDocument} onChange={() => setByDocument(false)} /> {words.byOrigin}
          </label>
          <label>
            <input type="radio" name="columns" checked={isByDocument} onChange={() => setByDocument(true)} /> {words.byDocument}
          </label>
        </fieldset>
        {!isNarrow && hidden > SPARE && (
          <button type="button" className="button is-quiet" aria-expanded={isWide} onClick={() => setWide(!isWide)}>
            {isWide ? words.fewerOrigins : isByDocument ? words.moreDocuments(hidden) : words.moreOrigins(hidden)}
          </button>
        )}
      </div>
      {isNarrow ? <List rows={matrix.rows} columns={matrix.columns} /> : <Table matrix={matrix} isByDocument={isByDocument} />}
      {rest.length > 0 && (
        <p className="matrix-more">
          <button type="button" className="button is-quiet" aria-expanded={isDeep} onClick={() => setDeep(!isDeep)}>
            {isDeep ? words.fewerRows : words.moreRows([...new Set(rest.map(({ label }) => labelWords(label)))])}
          </button>
        </p>
      )}
    </>
  )
}
