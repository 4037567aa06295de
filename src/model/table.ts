/** A sheet as rows of cells, all text. */
export type Table = readonly (readonly string[])[]

/** Text with separators: the one that the head row holds most of. */
const separatorOf = (head: string): string => [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!

/** Rows of cells between separators, empty ones too; cells may be quoted (RFC 4180). */
export const parseRows = (text: string, separator: string): Table => {
  const clean = text.replace(/^\uFEFF/, '')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < clean.length; i++) {
    const c = clean[i]!
    if (isQuoted) {
      if (c !== '"') cell += c
      else if (clean[i + 1] === '"') {
        cell += '"'
        i++
      } else isQuoted = false
    } else if (c === '"' && cell === '') isQuoted = true
    else if (c === separator) {
      row.push(cell)
      cell = ''
    } else if (c === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += c
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

/** CSV or tab-separated text without its empty rows. */
export const parseSeparated = (text: string): Table =>
  parseRows(text, separatorOf(text.split('\n', 1)[0] ?? '')).filter((cells) => cells.some((each) => each.trim() !== ''))
