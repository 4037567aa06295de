import { Hono } from 'hono'
import { CasusError } from '../model/problem.ts'
import type { IncidentRecord } from '../model/record.ts'
import { toActorLine } from '../publish/actor-view.ts'
import { toClaimsCsv } from '../publish/export/claims-csv.ts'
import { toActorsCsv, toVictimsCsv } from '../publish/export/lists-csv.ts'
import { acledShape } from '../publish/export/shapes/acled.ts'
import { ibcShape } from '../publish/export/shapes/ibc.ts'
import { type Shape, toShaped, toShapedCsv, toShapedJson } from '../publish/export/shapes/shape.ts'
import { ucdpShape } from '../publish/export/shapes/ucdp.ts'
import type { Desk } from './desk.ts'
import { csv } from './files.ts'
import { readListQuery, withoutAbsent } from './incident-query.ts'
import { listAll } from './list-all.ts'
import { actorQuery, isId, victimQuery } from './requests.ts'

const SHAPES: Readonly<Record<string, Shape>> = { acled: acledShape, ucdp: ucdpShape, ibc: ibcShape }

/** As many incidents as one file is made from where each is read in full. */
const MOST_RECORDS = 5_000
const MOST_ACTORS = 100_000

const listRecords = async (desk: Desk, query: Readonly<Record<string, string>>): Promise<readonly IncidentRecord[]> => {
  const filter = readListQuery(query)
  const cards = await listAll(MOST_RECORDS, (after) => desk.listIncidents({ ...filter, limit: 500, ...(after ? { after } : {}) }))
  const records: IncidentRecord[] = []
  for (const { id } of cards.slice(0, MOST_RECORDS)) records.push(await desk.getIncident(id))
  return records
}

/** The ledger in other people's file shapes, every claim with its anchor, and the lists that are no list of incidents as CSV. */
export const exports = (desk: Desk): Hono => {
  const data = new Hono()
  data.get('/exports/:file{(?:acled|ucdp|ibc)\\.(?:csv|json)}', async (c) => {
    const { unchecked, ...query } = c.req.query()
    const [name = '', kind] = c.req.param('file').split('.')
    const shape = SHAPES[name]!
    const withUnchecked = unchecked === '1'
    const table = toShaped(shape, await listRecords(desk, query), withUnchecked)
    return kind === 'csv' ? csv(c, name, toShapedCsv(shape, table, withUnchecked)) : c.json(toShapedJson(shape, table, withUnchecked))
  })
  data.get('/claims.csv', async (c) => csv(c, 'claims', toClaimsCsv(await listRecords(desk, c.req.query()))))
  data.get('/incidents/:file{.+\\.csv}', async (c) => {
    const id = c.req.param('file').slice(0, -'.csv'.length)
    if (!isId(id)) throw new CasusError('ledger/not-found', 'The ledger holds nothing under this identifier.')
    return csv(c, id, toClaimsCsv([await desk.getIncident(id)]))
  })
  data.get('/victims.csv', async (c) => {
    const { incident, q } = victimQuery.parse(c.req.query())
    const filter = withoutAbsent({ incident, q })
    return csv(
      c,
      'victims',
      toVictimsCsv(await listAll(MOST_RECORDS, (after) => desk.listVictims({ ...filter, ...(after ? { after } : {}) }))),
    )
  })
  data.get('/actors.csv', async (c) => {
    const query = withoutAbsent(actorQuery.parse(c.req.query()))
    const actors = await listAll(MOST_ACTORS, (after) => desk.listActors({ ...query, limit: 500, ...(after ? { after } : {}) }))
    return csv(c, 'actors', toActorsCsv(actors.map(toActorLine)))
  })
  return data
}
