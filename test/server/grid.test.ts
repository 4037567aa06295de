import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readTable } from '../../src/actions/sheet/read-table.ts'
import { type OpenApp, openApp } from './open-app.ts'

let open: OpenApp
let app: Hono
let incident: string

const post = async (path: string, body: unknown) => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}
const get = async (path: string) => (await app.request(path)).json()
const cell = (column: string, value: string | null, more: object = {}) => ({ kind: 'cell', incident, value: { column, value, ...more } })
const cellOf = async (column: string) => (await get('/grid.json')).rows[0].cells[column]

beforeAll(async () => {
  open = await openApp()
  app = open.app
  const text = 'Shells hit the market of Kramatorsk on 3 May 2021 and killed 12 people, the mayor said. A hospital put the dead at 14.'
  const added = await post('/api/documents', { text, publisher: 'Example Wire', published: '2021-05-03' })
  incident = added.body.documents[0].incidents[0].id
})

afterAll(() => open?.close())

const makeColumn = async (value: object): Promise<string> => {
  const made = await post('/api/judgements', { kind: 'column', value: { definition: '', ...value } })
  expect(made.status).toBe(201)
  return made.body.judgement.target
}

it('keeps a column of one’s own, what is entered in it and by whom, and takes it back', async () => {
  const column = await makeColumn({ name: 'Seen by', type: 'text', definition: 'who of us was there' })
  expect((await get('/grid.json')).columns).toMatchObject([
    { id: column, name: 'Seen by', definition: 'who of us was there', by: 'tester' },
  ])
  const entered = await post('/api/judgements', cell(column, ' Ana '))
  expect(await cellOf(column)).toMatchObject({ words: 'Ana', source: 'person', by: 'tester' })
  await post(`/api/judgements/${entered.body.judgement.id}/withdrawal`, {})
  expect(await cellOf(column)).toMatchObject({ words: '', source: 'none' })
  expect((await get(`/incidents/${incident}.json`)).history[0]).toMatchObject({ kind: 'cell', withdrawn: { by: 'tester' } })
})

it('refuses what does not fit the column, a claim of elsewhere, a column that is none', async () => {
  const column = await makeColumn({ name: 'Road', type: 'choice', vocabulary: ['North', 'South'] })
  expect((await post('/api/judgements', cell(column, 'west'))).body.problem.message).toContain('one of North, South')
  expect((await post('/api/judgements', cell(column, 'north', { claim: 'd0.1.c1' }))).status).toBe(400)
  expect((await post('/api/judgements', cell('c-none', 'x'))).status).toBe(404)
  expect((await post('/api/judgements', cell('killed', '12'))).status).toBe(404)
  expect((await post('/api/judgements', { kind: 'column', value: { name: 'Empty', type: 'choice', definition: '' } })).status).toBe(400)
  await post('/api/judgements', { kind: 'column', column, value: { name: 'Road', type: 'text', definition: '', removed: true } })
  expect((await get('/grid.json')).columns.map(({ id }: { id: string }) => id)).not.toContain(column)
  expect((await post('/api/judgements', cell(column, 'north'))).status).toBe(404)
})

it('has the words of the claim behind a value that rests on it, in the grid and in its files', async () => {
  const { claim, quote } = (await cellOf('killed')).quotes[0]
  const { body } = await post('/api/judgements', cell('target', 'the market', { claim }))
  expect(await cellOf('target')).toMatchObject({ words: 'the market', source: 'rests' })
  const csv = await (await app.request('/grid.csv?columns=target')).text()
  expect(csv.split('\r\n')[0]).toBe('id,title,status,claims,checked,target,target_source,policies,method')
  expect(csv).toContain(`entered by tester, resting on “${quote.replaceAll('"', '""')}”`)
  const [head, row] = readTable(new Uint8Array(await (await app.request('/grid.xlsx')).arrayBuffer()))
  expect([head?.slice(0, 3), row?.[0]]).toEqual([['id', 'title', 'date'], incident])
  await post(`/api/judgements/${body.judgement.id}/withdrawal`, {})
})

it('does many things at once, says by place what cannot be done, and takes all of it back', async () => {
  const column = await makeColumn({ name: 'Count', type: 'number' })
  const { body } = await post('/api/judgements/many', { judgements: [cell(column, '3'), cell(column, 'three'), cell('place', 'the mill')] })
  expect(body.done).toHaveLength(2)
  expect(body.problems).toMatchObject([{ at: 1, problem: { code: 'request/invalid' } }])
  expect([(await cellOf(column)).words, (await cellOf('place')).words]).toEqual(['3', 'the mill'])
  expect((await post('/api/withdrawals', { judgements: body.done })).body).toMatchObject({ done: { length: 2 }, problems: [] })
  expect((await cellOf(column)).words).toBe('')
})

it('keeps a view under an address that stands for its parameters, in the files too', async () => {
  const made = await post('/api/judgements', { kind: 'view', value: { name: 'None', search: { killed_min: '50', columns: 'killed' } } })
  const view = made.body.judgement.target
  expect((await get(`/grid.json?view=${view}`)).rows).toEqual([])
  expect((await get('/grid.json')).views).toMatchObject([{ id: view, name: 'None', by: 'tester' }])
  expect((await (await app.request(`/grid.csv?view=${view}&killed_min=1`)).text()).split('\r\n')[0]).toContain(
    'checked,killed,killed_source,policies',
  )
  expect((await app.request('/grid.json?view=v-none')).status).toBe(404)
})

it.each(['killed', 'origins', 'place', 'updated', 'date'])('lists by %s', async (order) => {
  expect((await get(`/incidents.json?order=${order}`)).incidents).toHaveLength(1)
})
