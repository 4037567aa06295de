import { Hono } from 'hono'
import { CasusError } from '../model/problem.ts'
import { type GridExport, toGridCsv, toGridXlsx } from '../publish/export/grid-table.ts'
import type { GridSetup } from '../publish/grid-columns.ts'
import { toGridView } from '../publish/grid-view.ts'
import type { Desk } from './desk.ts'
import { csv } from './files.ts'
import { readListQuery } from './incident-query.ts'
import { listAll } from './list-all.ts'

/** As many rows as one file holds: each is an incident read in full. */
const MOST_ROWS = 5_000

type Asked = Readonly<Record<string, string>>

/** A saved view stands for its parameters; what the address says beside it goes before. */
const withView = ({ view, ...asked }: Asked, { views }: GridSetup): Asked => {
  if (!view) return asked
  const saved = views.find(({ id }) => id === view)
  if (!saved) throw new CasusError('ledger/not-found', `There is no saved view ${view.slice(0, 40)}.`)
  return { ...saved.search, ...asked }
}

const gather = async (desk: Desk, asked: Asked): Promise<GridExport> => {
  const setup = await desk.getGridSetup()
  const { columns, ...rest } = withView(asked, setup)
  const filter = readListQuery(rest)
  const rows = await listAll(MOST_ROWS, (after) => desk.listGrid({ ...filter, ...(after ? { after } : {}) }))
  return { rows, setup, chosen: columns ? columns.split(',') : null }
}

/** The incidents as a sheet, and what people have set up for it: `/grid.json` and its files. */
export const grid = (desk: Desk): Hono => {
  const app = new Hono()
  app.get('/grid.json', async (c) => {
    const asked = c.req.query()
    const { columns: _, ...rest } = asked.view ? withView(asked, await desk.getGridSetup()) : asked
    return c.json(toGridView(await desk.listGrid(readListQuery(rest))))
  })
  app.get('/grid.csv', async (c) => csv(c, 'casus', toGridCsv(await gather(desk, c.req.query()))))
  app.get('/grid.xlsx', async (c) =>
    c.body(new Uint8Array(toGridXlsx(await gather(desk, c.req.query()))), 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': 'attachment; filename="casus.xlsx"',
    }),
  )
  return app
}
