import { type Judgement, standingByTarget } from '../model/judgement.ts'
import type { OwnColumn } from '../model/own-column.ts'
import type { SavedView } from '../model/saved-view.ts'

/** The columns of the grid, as in the sheets that people keep. */
export const GRID_COLUMNS = ['date', 'place', 'type', 'killed', 'wounded', 'missing', 'captured', 'perpetrator', 'target'] as const
export type GridColumn = (typeof GRID_COLUMNS)[number]

/** What people have set up for the grid. */
export type GridSetup = Readonly<{ columns: readonly OwnColumn[]; views: readonly SavedView[] }>

const signed = ({ id, target, by, at }: Judgement) => ({ id: target, by, at, judgement: id })

/** Columns and views that stand, oldest first, of the judgements that made them. */
export const toGridSetup = (judgements: readonly Judgement[]): GridSetup => ({
  columns: standingByTarget(judgements, 'column').flatMap(({ judgement, value: { removed, ...value } }) =>
    removed ? [] : [{ ...value, ...signed(judgement) }],
  ),
  views: standingByTarget(judgements, 'view').flatMap(({ judgement, value: { removed, ...value } }) =>
    removed ? [] : [{ ...value, ...signed(judgement) }],
  ),
})
