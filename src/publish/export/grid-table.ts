import type { GridSetup } from '../grid-columns.ts'
import { GRID_COLUMNS } from '../grid-columns.ts'
import type { GridCell, GridRow } from '../grid-view.ts'
import { METHOD } from '../method.ts'
import { toCsv } from './rows-csv.ts'
import { toXlsx } from './xlsx.ts'

/** Which columns go out: all, or those that the address names, in its order. */
export type GridExport = Readonly<{ rows: readonly GridRow[]; setup: Pick<GridSetup, 'columns'>; chosen: readonly string[] | null }>

type Named = Readonly<{ id: string; name: string }>

const columnsOf = ({ setup, chosen }: GridExport): readonly Named[] => {
  const all: readonly Named[] = [...GRID_COLUMNS.map((id) => ({ id, name: id })), ...setup.columns]
  return chosen ? chosen.flatMap((id) => all.find((column) => column.id === id) ?? []) : all
}

/** Who entered a value and that it has no source, or on which words it rests. */
const sourceOf = ({ source, by, why, quotes }: GridCell): string => {
  const entered = source === 'person' ? `entered by ${by}, source missing` : source === 'rests' ? `entered by ${by}, resting on` : ''
  const reason = source === 'person' && why ? ` (${why})` : ''
  const told = quotes.map(({ quote, saidBy, checked, claim }) => `“${quote}” — ${saidBy} [${claim}${checked ? ', checked' : ''}]`)
  return [entered + reason, source === 'person' ? '' : told.join(' | ')].filter(Boolean).join(' ')
}

/** The grid as CSV: each value with the words behind it in the column beside, and by which method and policies it was made. */
export const toGridCsv = (grid: GridExport): string =>
  toCsv<GridRow>(
    [
      ['id', ({ id }) => id],
      ['title', ({ title }) => title],
      ['status', ({ publication }) => publication],
      ['claims', ({ claims }) => claims],
      ['checked', ({ checked }) => checked],
      ...columnsOf(grid).flatMap(
        ({ id, name }) =>
          [
            [name, ({ cells }: GridRow) => cells[id]?.words],
            [`${name}_source`, ({ cells }: GridRow) => cells[id] && sourceOf(cells[id])],
          ] as const,
      ),
      ['policies', ({ policies }) => policies.join('; ')],
      ['method', () => METHOD.version],
    ],
    grid.rows,
  )

const toQuotes = (columns: readonly Named[], { id, title, cells }: GridRow): readonly (readonly string[])[] =>
  columns.flatMap(({ id: column, name }) => {
    const { words = '', source = 'none', by = null, at = null, quotes = [] } = cells[column] ?? {}
    const typed =
      source === 'person' || source === 'rests' ? [[id, title, name, words, '', by ?? '', '', '', at ?? '', 'entered by hand']] : []
    return [
      ...typed,
      ...quotes.map((quote) => [
        ...[id, title, name, quote.gist, quote.quote, quote.saidBy, quote.document, quote.claim, ''],
        quote.checked ? 'checked by a person' : 'machine-read',
      ]),
    ]
  })

const methodRows = ({ setup, rows }: GridExport): readonly (readonly string[])[] => [
  ['What', 'Meaning'],
  ['Method', METHOD.version],
  ['Policies used', [...new Set(rows.flatMap(({ policies }) => policies))].join('; ')],
  ...METHOD.policies.map(({ name, meaning }) => [`Policy ${name}`, meaning]),
  ...METHOD.definitions.map(({ term, meaning }) => [term, meaning]),
  ...setup.columns.map(({ name, type, definition, vocabulary, by }) => [
    `Column ${name}`,
    `${definition} (${[type, ...vocabulary].join(', ')}; defined by ${by})`,
  ]),
]

/** The grid as a workbook: a note with the words behind every cell, the same words as rows of a second sheet, the method on a third. */
export const toGridXlsx = (grid: GridExport): Uint8Array => {
  const columns = columnsOf(grid)
  return toXlsx([
    {
      name: 'Incidents',
      rows: [
        ['id', 'title', ...columns.map(({ name }) => name), 'status', 'checked', 'claims', 'policies'],
        ...grid.rows.map(({ id, title, cells, publication, checked, claims, policies }) => [
          ...[id, title],
          ...columns.map((column) => {
            const cell = cells[column.id]
            return cell ? { words: cell.words, note: sourceOf(cell) } : ''
          }),
          ...[publication, String(checked), String(claims), policies.join('; ')],
        ]),
      ],
    },
    {
      name: 'Sources',
      rows: [
        ['incident', 'title', 'column', 'value', 'quote', 'said by', 'document', 'claim', 'entered', 'review'],
        ...grid.rows.flatMap((row) => toQuotes(columns, row)),
      ],
    },
    { name: 'Method', rows: methodRows(grid) },
  ])
}
