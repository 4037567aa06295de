import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenApp, openApp } from './open-app.ts'

let open: OpenApp
let app: Hono
let incident: string

const post = (path: string, body: unknown) =>
  app.request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
const get = async (path: string) => (await app.request(path)).json()

beforeAll(async () => {
  open = await openApp()
  app = open.app
  const text = 'Shells hit the market of Kramatorsk on 3 May 2021 and killed 12 people, the mayor said. A hospital put the dead at 14.'
  const added = await (await post('/api/documents', { text, publisher: 'Example Wire', published: '2021-05-03' })).json()
  incident = added.documents[0].incidents[0].id
})

afterAll(() => open?.close())

it('keeps a judgement of an incident, and takes it back', async () => {
  const answer = await post('/api/judgements', { kind: 'status', incident, value: { status: 'reviewed' }, why: 'read twice' })
  expect(answer.status).toBe(201)
  const { judgement, incidents } = await answer.json()
  expect(judgement).toMatchObject({ kind: 'status', target: incident, value: { status: 'reviewed' }, why: 'read twice', withdrawn: null })
  expect(incidents).toEqual([incident])
  expect((await get(`/incidents/${incident}.json`)).publication).toMatchObject({ status: 'reviewed', judgement: judgement.id })
  expect((await post(`/api/judgements/${judgement.id}/withdrawal`, {})).status).toBe(201)
  expect((await get(`/incidents/${incident}.json`)).publication.status).toBe('draft')
})

it('gives what every policy makes of an incident', async () => {
  const { policies, published } = await get(`/incidents/${incident}.json`)
  expect(policies.map(({ policy }: { policy: string }) => policy).toSorted()).toEqual([
    'acled',
    'airwars',
    'ibc',
    'latest',
    'range',
    'ucdp',
  ])
  expect(published.find(({ attribute }: { attribute: string }) => attribute === 'killed')).toMatchObject({ policy: 'range', chosen: null })
})

it.each([
  ['a kind that there is not', { kind: 'like', incident: 'i1' }],
  ['a pair of one', { kind: 'same', of: 'incidents', pair: ['i1'] }],
  ['affiliated incidents', { kind: 'affiliated', of: 'incidents', pair: ['i1', 'i2'] }],
  ['a status that there is not', { kind: 'status', incident: 'i1', value: { status: 'perhaps' } }],
  ['a merge of one', { kind: 'merge', incidents: ['i1'] }],
])('refuses %s', async (_, body) => {
  expect((await post('/api/judgements', body)).status).toBe(400)
})

it('says that there is no such incident', async () => {
  expect((await post('/api/judgements', { kind: 'merge', incidents: [incident, 'i00000000000000000000'] })).status).toBe(404)
})

it('lists suggestions and actors, and an actor’s parents on a day with who says so', async () => {
  expect(await get('/suggestions.json')).toEqual({ suggestions: [], next: null })
  const { actors } = await get('/actors.json?q=hashd')
  expect(actors.map(({ id }: { id: string }) => id)).toContain('pmf')
  const { parents, members } = await get('/actors/pmf.json?on=2019-12-29')
  expect(parents[0]).toMatchObject({ type: 'part-of', other: { id: 'iq-armed-forces' }, holds: true, saidBy: expect.any(String) })
  expect(members.map(({ other }: { other: { id: string } }) => other.id)).toContain('kataib-hezbollah')
  const before = await get('/actors/pmf.json?on=2010-01-01')
  expect(before.parents[0].holds).toBe(false)
  expect((await app.request('/actors/nobody-at-all.json')).status).toBe(404)
  expect((await app.request('/actors/pmf.json?on=yesterday')).status).toBe(400)
})
