export type Cell = string | number | null | undefined

/** A spreadsheet runs a cell that starts like a formula; an apostrophe keeps it text. */
const isFormula = (words: string): boolean => /^[=+\-@\t\r]/.test(words)

const toCell = (value: Cell): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const words = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** Rows as CSV (RFC 4180), with the names of the columns first. */
export const toCsv = <Row>(columns: readonly (readonly [name: string, of: (row: Row) => Cell])[], rows: readonly Row[]): string =>
  [columns.map(([name]) => toCell(name)).join(','), ...rows.map((row) => columns.map(([, of]) => toCell(of(row))).join(','))]
    .map((line) => `${line}\r\n`)
    .join('')
