import { parseRows } from '../../model/table.ts'
import type { GridRow, MakeJudgementRequest } from '../../server/wire.ts'
import { type Column, toCellRequest } from './grid-column.ts'

/** Where in the grid something is pasted: from this cell to the right and down; one value goes into every chosen row. */
export type PastePlace = Readonly<{
  rows: readonly GridRow[]
  columns: readonly Column[]
  row: string
  column: string
  chosen: ReadonlySet<string>
}>

/** What pasting does: requests, cells that cannot be kept, and rows that have no room. */
export type PastePlan = Readonly<{
  requests: readonly MakeJudgementRequest[]
  rows: number
  refused: readonly Readonly<{ title: string; column: string; typed: string; wrong: string }>[]
  over: number
}>

/** Lays pasted cells over the grid. A cell whose value is there already is left alone. */
export const planPaste = (text: string, { rows, columns, row, column, chosen }: PastePlace, why: string): PastePlan => {
  const cells = parseRows(text.replace(/\r?\n$/, ''), '\t')
  const isOne = cells.length === 1 && cells[0]!.length === 1
  const start = rows.findIndex(({ id }) => id === row)
  const targets = isOne && chosen.has(row) ? rows.filter(({ id }) => chosen.has(id)) : rows.slice(start, start + cells.length)
  const [left, touched] = [columns.findIndex(({ id }) => id === column), new Set<string>()]
  const requests: MakeJudgementRequest[] = []
  const refused: PastePlan['refused'][number][] = []
  for (const [i, target] of targets.entries())
    for (const [j, typed] of (cells[isOne ? 0 : i] ?? []).entries()) {
      const into = columns[left + j]
      const old = into && target.cells[into.id]?.words
      if (!into || typed.trim() === old || (typed.trim() === '' && !into.shape)) continue
      const request = toCellRequest({ row: target, column: into, typed, why })
      if (typeof request === 'string') refused.push({ title: target.title, column: into.name, typed, wrong: request })
      else {
        requests.push(request)
        touched.add(target.id)
      }
    }
  return { requests, rows: touched.size, refused, over: isOne ? 0 : Math.max(0, cells.length - targets.length) }
}
