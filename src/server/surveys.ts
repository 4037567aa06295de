import { Hono } from 'hono'
import { toIncidentMapView } from '../publish/incident-map-view.ts'
import { toIncidentTimeView } from '../publish/incident-time-view.ts'
import type { Desk } from './desk.ts'
import { readListQuery, readMapQuery } from './incident-query.ts'

/** What the map and the timeline draw, and what incidents can be narrowed to; all take the filters of the list. */
export const surveys = (desk: Desk): Hono => {
  const data = new Hono()
  data.get('/map.json', async (c) => {
    const { counts, cells } = await desk.surveyMap(readMapQuery(c.req.query()))
    return c.json(toIncidentMapView(counts, cells))
  })
  data.get('/timeline.json', async (c) => c.json(toIncidentTimeView(await desk.surveyTime(readListQuery(c.req.query())))))
  data.get('/facets.json', async (c) => c.json({ facets: await desk.listFacets(readListQuery(c.req.query())) }))
  return data
}
