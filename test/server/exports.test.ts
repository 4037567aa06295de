import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenApp, openApp } from './open-app.ts'

let open: OpenApp
let app: Hono
let incident: string

const json = { 'Content-Type': 'application/json' }
const post = async (path: string, body: unknown) =>
  (await app.request(path, { method: 'POST', headers: json, body: JSON.stringify(body) })).json()
const lines = async (path: string): Promise<readonly string[]> => {
  const answer = await app.request(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  return (await answer.text()).trimEnd().split('\r\n')
}

beforeAll(async () => {
  open = await openApp()
  app = open.app
  const text =
    'Shells hit the market of Kramatorsk on 3 May 2021 and killed 12 civilians, the mayor said. Among the dead was Olena Bondar, 34, a nurse.'
  incident = (await post('/api/documents', { text, publisher: 'Example Wire', published: '2021-05-03' })).documents[0].incidents[0].id
})

afterAll(() => open?.close())

it('has only what people checked in the shapes of others, unless asked for more', async () => {
  const table = async (query = '') => (await app.request(`/exports/acled.json${query}`)).json()
  expect(await table()).toMatchObject({ rows: [], left_out: [{ id: incident }], policy: 'acled' })
  expect((await table('?unchecked=1')).rows).toMatchObject([{ event_id_cnty: incident, fatalities: 12 }])
  const { matrix } = await (await app.request(`/incidents/${incident}.json`)).json()
  const killed = matrix.rows.find(({ attribute }: { attribute: string }) => attribute === 'killed')
  const claim = killed.cells.flatMap(({ entries }: { entries: readonly { id: string }[] }) => entries)[0].id
  await post('/api/judgements', { kind: 'accept', claim })
  expect((await table()).rows).toMatchObject([{ fatalities: 12 }])
  expect((await table('?killed_min=50')).rows).toEqual([])
})

it.each([
  ['/exports/acled.csv?unchecked=1', 'event_id_cnty,'],
  ['/exports/ucdp.csv?unchecked=1', 'id,relid,year,'],
  ['/exports/ibc.csv?unchecked=1', 'IBC code,Start Date,'],
  ['/claims.csv', 'claim,incident,attribute,value,'],
  ['/victims.csv', 'incident,incident_title,day,name,'],
  ['/incidents.csv', 'id,title,event_type,'],
  ['/sources.csv', 'key,name,kind,'],
  ['/documents.csv', 'id,title,issuer,'],
  ['/grid.csv', 'id,title,status,'],
])('gives %s with a head, rows, and the method it was made by', async (path, head) => {
  const [first = '', ...rest] = await lines(path)
  expect(first.startsWith(head)).toBe(true)
  expect(first).toMatch(/,(?:casus_)?method$/)
  expect(rest.length).toBeGreaterThan(0)
  expect(rest.every((line) => line.endsWith('casus-method-1'))).toBe(true)
})

it('has every claim of one incident, and a person with who says what of them', async () => {
  const [head, ...claims] = await lines(`/incidents/${incident}.csv`)
  expect(head).toContain(',quote,sentence,start,end,said_by,')
  expect(claims.length).toBeGreaterThan(2)
  expect((await lines('/victims.csv')).join('\n')).toContain('Olena Bondar')
  expect((await lines('/actors.csv?q=united')).length).toBeGreaterThan(1)
})

it('has no such shape, and no such incident', async () => {
  expect((await app.request('/exports/other.csv')).status).toBe(404)
  expect((await app.request('/incidents/i-none.csv')).status).toBe(404)
})
