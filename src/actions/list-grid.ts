import { listJudgementsOf } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Page } from '../model/record.ts'
import { type GridSetup, toGridSetup } from '../publish/grid-columns.ts'
import { type GridRow, toGridRow } from '../publish/grid-view.ts'
import { getIncident } from './get-incident.ts'
import { type IncidentFilter, listIncidents } from './list-incidents.ts'

/** Rows on one page of the grid: each is an incident read in full. */
const A_PAGE = 40

/** Columns of people's own, and views that they saved. */
export const getGridSetup = async ({ db, collection }: Ledger): Promise<GridSetup> =>
  toGridSetup(await listJudgementsOf({ db, collection }, ['column', 'view']))

/** Incidents as rows of a sheet, with the words behind every cell. Throws `request/invalid`. */
export const listGrid = async (ledger: Ledger, filter: IncidentFilter): Promise<Page<GridRow> & GridSetup> => {
  const setup = await getGridSetup(ledger)
  const { items, next } = await listIncidents(ledger, { limit: A_PAGE, ...filter })
  const rows: GridRow[] = []
  for (const { id } of items) rows.push(toGridRow(await getIncident(ledger, id), setup.columns))
  return { ...setup, items: rows, next }
}
