import { EVENT_TYPES } from '../model/incident.ts'
import type { ColumnValue } from '../model/own-column.ts'
import { GRID_COLUMNS, type GridColumn } from './grid-columns.ts'

type Typed = Pick<ColumnValue, 'name' | 'type' | 'vocabulary'>

const text = (name: string): Typed => ({ name, type: 'text', vocabulary: [] })

/** Of the grid's own columns those that a value can be typed into; figures are chosen, with a reason. */
const TYPED: Readonly<Partial<Record<GridColumn, Typed>>> = {
  date: { name: 'date', type: 'date', vocabulary: [] },
  place: text('place'),
  type: { name: 'type', type: 'choice', vocabulary: Object.values(EVENT_TYPES).flat() },
  perpetrator: text('perpetrator'),
  target: text('target'),
}

/** How a column of the grid is typed into; undefined: it is none, or takes figures. */
export const findTypedColumn = (id: string): Typed | undefined =>
  GRID_COLUMNS.includes(id as GridColumn) ? TYPED[id as GridColumn] : undefined
