import { GRID_COLUMNS, type GridCell, type GridRow } from '../grid-view.ts'

const sourceOf = ({ source, by, quotes }: GridCell): string =>
  source === 'person'
    ? `entered by ${by}, source missing`
    : quotes.map(({ quote, saidBy, checked, claim }) => `“${quote}” — ${saidBy} [${claim}${checked ? ', checked' : ''}]`).join(' | ')

/** The grid as a table: each value with the words behind it in the column beside. The first row names the columns. */
export const toGridTable = (rows: readonly GridRow[]): readonly (readonly string[])[] => [
  ['id', 'title', 'status', 'claims', 'checked', ...GRID_COLUMNS.flatMap((column) => [column, `${column}_source`])],
  ...rows.map(({ id, title, publication, claims, checked, cells }) => [
    ...[id, title, publication, String(claims), String(checked)],
    ...GRID_COLUMNS.flatMap((column) => [cells[column].words, sourceOf(cells[column])]),
  ]),
]

/** A cell that a spreadsheet would take for a formula is kept as text. */
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A table as CSV (RFC 4180). */
export const toCsv = (table: readonly (readonly string[])[]): string =>
  `${table.map((row) => row.map((cell) => quoted(inert(cell))).join(',')).join('\r\n')}\r\n`
