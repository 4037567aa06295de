import { sha256 } from '../../ledger/id.ts'
import { type AddResult, addDocument } from '../add-document.ts'
import type { Workbench } from '../workbench.ts'
import { readTable } from './read-table.ts'
import { guessMapping, type Mapping, readRows, type SheetRow, toSheetAnalysis } from './to-analysis.ts'

export type SheetRequest = Readonly<{
  bytes: Uint8Array
  fileName: string
  /** None: guessed from the names of the columns. */
  mapping: Mapping | null
  /** Nothing is kept: only what would be. */
  isTry: boolean
  operator: string
}>

export type SheetResult = Readonly<{ columns: readonly string[]; mapping: Mapping; rows: readonly SheetRow[]; added: AddResult | null }>

/**
 * Brings in a sheet that people kept by hand: it becomes a document whose bytes are the file, and each good row an incident whose
 * claims stand on its cells. Rows with problems are left out and told of. Throws `request/invalid`.
 */
export const importSheet = async (bench: Workbench, { bytes, fileName, mapping, isTry, operator }: SheetRequest): Promise<SheetResult> => {
  const table = readTable(bytes)
  const columns = table[0]!.map((name) => name.trim())
  const used = mapping ?? guessMapping(columns)
  const rows = readRows(table, used)
  if (isTry || !rows.some(({ problems }) => problems.length === 0)) return { columns, mapping: used, rows, added: null }
  const id = `sha256:${sha256(bytes)}`
  const sheet: Workbench = {
    ...bench,
    find: async () => [
      {
        bytes,
        mediaType: bytes[0] === 0x50 ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv',
        facts: { publisher: fileName },
        problems: [],
        extract: async () => toSheetAnalysis(rows, { id, title: fileName, language: 'en' }),
      },
    ],
  }
  const added = await addDocument(sheet, { input: { bytes, fileName }, method: 'file', operator })
  return { columns, mapping: used, rows, added }
}
