import { inflateRawSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { CasusError } from '../../model/problem.ts'
import { parseSeparated, type Table } from '../../model/table.ts'

/** Larger sheets are split by hand: each row becomes an incident. */
const MOST_ROWS = 5_000
const MOST_COLUMNS = 200
/** A part of a workbook that unpacks to more than this is not one. */
const MOST_BYTES = 200 * 1024 * 1024

const refuse = (message: string): never => {
  throw new CasusError('request/invalid', `file: ${message}`)
}

/** The parts of a ZIP archive that a workbook needs, by name. */
const unzip = (bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, string> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return refuse('not a workbook that can be opened.')
  const parts = new Map<string, string>()
  let at = view.getUint32(end + 16, true)
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return refuse('a broken workbook.')
    const [method, size, nameLength] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true)]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    if (wanted(name)) {
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const data = bytes.subarray(start, start + size)
      parts.set(name, new TextDecoder().decode(method === 0 ? data : inflateRawSync(data, { maxOutputLength: MOST_BYTES })))
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

const columnOf = (reference: string): number => {
  let n = 0
  for (const c of reference.replace(/\d+$/, '').toUpperCase()) n = n * 26 + c.charCodeAt(0) - 64
  return n - 1
}

/** Strings that the cells of a workbook point at. */
const parseShared = (xml: string): readonly string[] => {
  const strings: string[] = []
  let text: string | null = null
  let isText = false
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (name === 'si') text = ''
        isText = name === 't'
      },
      ontext: (words) => {
        if (isText && text !== null) text += words
      },
      onclosetag: (name) => {
        isText = false
        if (name === 'si') strings.push(text ?? '')
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return strings
}

const parseSheet = (xml: string, shared: readonly string[]): Table => {
  const rows: string[][] = []
  let column = 0
  let type = ''
  let value = ''
  let isValue = false
  const parser = new Parser(
    {
      onopentag: (name, { r, t }) => {
        if (name === 'row') {
          rows.push([])
          column = 0
        } else if (name === 'c') {
          column = r ? columnOf(r) : column
          type = t ?? ''
          value = ''
        } else isValue = name === 'v' || name === 't'
      },
      ontext: (words) => {
        if (isValue) value += words
      },
      onclosetag: (name) => {
        if (name === 'v' || name === 't') isValue = false
        if (name !== 'c' || column < 0 || column >= MOST_COLUMNS) return
        const row = rows.at(-1)!
        while (row.length < column) row.push('')
        row[column] = type === 's' ? (shared[Number(value)] ?? '') : value
        column++
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return rows.filter((cells) => cells.some((each) => each.trim() !== ''))
}

const parseXlsx = (bytes: Uint8Array): Table => {
  const parts = unzip(bytes, (name) => name === 'xl/sharedStrings.xml' || /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  const [first] = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/')).toSorted()
  if (first === undefined) return refuse('the workbook holds no sheet.')
  return parseSheet(parts.get(first)!, parseShared(parts.get('xl/sharedStrings.xml') ?? ''))
}

/** Reads CSV, tab-separated text or the first sheet of a workbook. Throws `request/invalid`. */
export const readTable = (bytes: Uint8Array): Table => {
  const table = bytes[0] === 0x50 && bytes[1] === 0x4b ? parseXlsx(bytes) : parseSeparated(new TextDecoder().decode(bytes))
  if (table.length < 2) return refuse('a head row and at least one row below it are needed.')
  if (table.length > MOST_ROWS + 1) return refuse(`more than ${MOST_ROWS} rows.`)
  return table
}
