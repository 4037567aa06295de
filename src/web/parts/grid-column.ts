import { type ColumnValue, readCell } from '../../model/own-column.ts'
import { GRID_COLUMNS } from '../../publish/grid-columns.ts'
import { findTypedColumn } from '../../publish/typed-column.ts'
import type { GridRow, GridView, MakeJudgementRequest, OwnColumn } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { readFigure } from './typed-figure.ts'

/** A column as the grid shows it. `shape`: what can be typed into it; null: figures, which need a reason. */
export type Column = Readonly<{
  id: string
  name: string
  shape: Pick<ColumnValue, 'type' | 'vocabulary'> | null
  own: OwnColumn | null
}>

const names = texts.grid.columns

/** Every column there is: the grid's, then people's own. */
export const allColumns = (own: GridView['columns']): readonly Column[] => [
  ...GRID_COLUMNS.map((id) => ({ id, name: names[id], shape: findTypedColumn(id) ?? null, own: null })),
  ...own.map((column) => ({ id: column.id, name: column.name, shape: column, own: column })),
]

/** The columns that the address asks for, in its order; without any, all. */
export const shownColumns = (own: GridView['columns'], asked: string | undefined): readonly Column[] => {
  const all = allColumns(own)
  const shown = (asked?.split(',') ?? []).flatMap((id) => all.find((column) => column.id === id) ?? [])
  return shown.length > 0 ? shown : all
}

type Typed = Readonly<{ row: GridRow; column: Column; typed: string; why: string; claim?: string | null }>

/** What is asked of the server for a value typed into a cell, or what the value would have to be. */
export const toCellRequest = ({ row, column, typed, why, claim = null }: Typed): MakeJudgementRequest | string => {
  if (column.shape) {
    const read = readCell(typed, column.shape)
    return read.wrong ?? { kind: 'cell', incident: row.id, value: { column: column.id, value: read.value, claim }, ...(why && { why }) }
  }
  const ends = readFigure(typed)
  if (!ends) return texts.grid.figure
  const attribute = column.id as 'killed'
  const value = { attribute, scope: row.cells[column.id]?.scopeKey ?? '', policy: null, ...ends, approximate: false } as const
  return { kind: 'choose', incident: row.id, value, why }
}
