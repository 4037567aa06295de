/** Tables as an Office Open XML workbook; every cell is text, and may carry a note. Written without compression, in a fixed order: same table, same bytes. */

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

const crc32 = (bytes: Uint8Array): number => {
  let c = 0xffffffff
  for (const byte of bytes) c = CRC[(c ^ byte) & 0xff]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** 1 January 1980, the earliest day that a ZIP archive can name. */
const DAY = 0x21

const numbers = (...parts: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, [, size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, size] of parts) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const zip = (files: readonly (readonly [name: string, text: string])[]): Uint8Array => {
  const encoder = new TextEncoder()
  const bodies: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let offset = 0
  for (const [name, text] of files) {
    const [path, data] = [encoder.encode(name), encoder.encode(text)]
    const common = [
      [20, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [DAY, 2],
      [crc32(data), 4],
      [data.length, 4],
      [data.length, 4],
      [path.length, 2],
      [0, 2],
    ] as const
    const local = join([numbers([0x04034b50, 4], ...common), path, data])
    entries.push(join([numbers([0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), path]))
    bodies.push(local)
    offset += local.length
  }
  const directory = join(entries)
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [directory.length, 4], [offset, 4], [0, 2])
  return join([...bodies, directory, end])
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no way to write most control characters. */
const toXml = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (c) => ESCAPES[c]!)

/** A cell of a spreadsheet holds no more. */
const LONGEST = 32_767

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument'

/** Words, or words with a note behind them. */
export type XlsxCell = string | Readonly<{ words: string; note: string }>
export type XlsxSheet = Readonly<{ name: string; rows: readonly (readonly XlsxCell[])[] }>

type Note = Readonly<{ row: number; column: number; note: string }>

/** A, B … Z, AA …: the letters of a column, counted from 0. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const wordsOf = (cell: XlsxCell): string => (typeof cell === 'string' ? cell : cell.words)

const notesOf = ({ rows }: XlsxSheet): readonly Note[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (typeof cell === 'string' || cell.note === '' ? [] : [{ row, column, note: cell.note }])),
  )

const rowXml = (row: readonly XlsxCell[]): string =>
  `<row>${row.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${toXml(wordsOf(cell).slice(0, LONGEST))}</t></is></c>`).join('')}</row>`

const sheetXml = (sheet: XlsxSheet, hasNotes: boolean): string =>
  `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${sheet.rows.map(rowXml).join('')}</sheetData>${hasNotes ? '<legacyDrawing r:id="r1"/>' : ''}</worksheet>`

const commentsXml = (notes: readonly Note[]): string =>
  `${XML}<comments xmlns="${MAIN}"><authors><author>Casus</author></authors><commentList>${notes
    .map(
      ({ row, column, note }) =>
        `<comment ref="${letters(column)}${row + 1}" authorId="0"><text><t xml:space="preserve">${toXml(note.slice(0, LONGEST))}</t></text></comment>`,
    )
    .join('')}</commentList></comments>`

/** Without a drawing of its box a note is not shown. */
const boxesXml = (notes: readonly Note[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${notes
    .map(
      ({ row, column }) =>
        `<v:shape type="#note" style="position:absolute;width:320px;height:140px;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`

const relationships = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const override = (path: string, type: string): string => `<Override PartName="${path}" ContentType="${TYPE}.spreadsheetml.${type}+xml"/>`

/** The files of one sheet, counted from 1: itself, and its notes where it has any. */
const sheetFiles = (sheet: XlsxSheet, n: number): readonly (readonly [name: string, text: string])[] => {
  const notes = notesOf(sheet)
  const own = [`xl/worksheets/sheet${n}.xml`, sheetXml(sheet, notes.length > 0)] as const
  if (notes.length === 0) return [own]
  return [
    own,
    [
      `xl/worksheets/_rels/sheet${n}.xml.rels`,
      relationships([
        ['r1', 'vmlDrawing', `../drawings/vmlDrawing${n}.vml`],
        ['r2', 'comments', `../comments${n}.xml`],
      ]),
    ],
    [`xl/comments${n}.xml`, commentsXml(notes)],
    [`xl/drawings/vmlDrawing${n}.vml`, boxesXml(notes)],
  ]
}

/** The bytes of a workbook. The names of its sheets are its own words, at most 31 characters. */
export const toXlsx = (sheets: readonly XlsxSheet[]): Uint8Array => {
  const files = sheets.flatMap((sheet, i) => sheetFiles(sheet, i + 1))
  const types = files.flatMap(([name]) =>
    name.startsWith('xl/worksheets/sheet')
      ? override(`/${name}`, 'worksheet')
      : name.startsWith('xl/comments')
        ? override(`/${name}`, 'comments')
        : [],
  )
  return zip([
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="${TYPE}.vmlDrawing"/>${override('/xl/workbook.xml', 'sheet.main')}${types.join('')}</Types>`,
    ],
    ['_rels/.rels', relationships([['r1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${toXml(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(sheets.map((_, i) => [`r${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const)),
    ],
    ...files,
  ])
}
