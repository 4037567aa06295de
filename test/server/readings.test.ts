import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AddResult, IncidentListView, Kept, Plan, ReadEvent } from '../../src/server/wire.ts'
import { type OpenApp, openApp } from './open-app.ts'

const HELD = `Shelling of Velik kills 12

VELIK, 3 May 2021 - Artillery shells struck a market in Velik on Monday, killing 12 people and wounding 30, the mayor, Ana Petrova, said.
`
const AGAIN = `Market in Velik shelled

VELIK, 3 May 2021 - Shelling of a market in Velik killed at least 14 people on Monday, hospital officials said. The army denied firing.
`
const RAID = `Raid on a village near Mopti

MOPTI, Mali, 4 March 2021 - Gunmen shot dead two farmers near Mopti on Thursday, police said.
`

const HOST = { host: '127.0.0.1:4780' }
let open: OpenApp

beforeAll(async () => {
  open = await openApp()
})
afterAll(async () => open?.close())

const post = async (path: string, body: unknown): Promise<Response> =>
  open.app.request(path, {
    method: 'POST',
    headers: { ...HOST, ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }) },
    body: body instanceof FormData ? body : JSON.stringify(body),
  })

const read = async (body: unknown): Promise<readonly ReadEvent[]> => {
  const response = await post('/api/readings', body)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  return (await response.text())
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const [event, data] = ['event: ', 'data: '].map((head) =>
        block
          .split('\n')
          .find((line) => line.startsWith(head))!
          .slice(head.length),
      )
      return { kind: event, ...JSON.parse(data!) } as ReadEvent
    })
}

const keyOf = async (text: string): Promise<string> => {
  const event = (await read({ text })).find(({ kind }) => kind === 'read')
  return event?.kind === 'read' ? event.reading.key : ''
}
const plan = async (...keys: readonly string[]): Promise<Plan> => (await post('/api/readings/plan', { readings: keys })).json()
const keep = async (readings: readonly unknown[]): Promise<readonly Kept[]> =>
  ((await (await post('/api/readings/keep', { readings })).json()) as { kept: readonly Kept[] }).kept
const listAll = async (): Promise<IncidentListView> =>
  (await open.app.request('/incidents.json', { headers: HOST })).json() as Promise<IncidentListView>

it('tells of each document as it is read, and keeps none', async () => {
  const form = new FormData()
  form.append('file', new File([HELD], 'velik.txt'))
  form.append('file', new File([], 'empty.txt'))
  form.append('file', new File([RAID], 'raid.txt'))
  const events = await read(form)
  expect(events.filter(({ kind }) => kind === 'read')).toMatchObject([
    { reading: { title: 'Shelling of Velik kills 12', language: 'en', published: '2021-05-03' } },
    { reading: { title: 'Raid on a village near Mopti' } },
  ])
  expect(events.find(({ kind }) => kind === 'failed')).toMatchObject({ problems: [{ code: 'document/empty' }] })
  expect((await listAll()).incidents).toEqual([])
})

it('plans what would become of several together, and takes it all back', async () => {
  const [first, second] = [await keyOf(HELD), await keyOf(`${HELD}\nRescue work went on in the evening.`)]
  const { documents, missing } = await plan(first, second, await keyOf(RAID), 'f'.repeat(64))
  expect(missing).toEqual(['f'.repeat(64)])
  expect(documents.map(({ outcome, incidents }) => [outcome, incidents[0]!.fresh])).toEqual([
    ['new', true],
    ['new', false],
    ['new', true],
  ])
  expect(documents[1]!.copyOf).toMatchObject({ document: documents[0]!.document, title: 'Shelling of Velik kills 12' })
  expect(documents[0]!.incidents[0]!.line).toMatchObject({ killed: { low: 12 }, place: { name: 'Velik' } })
  expect((await listAll()).incidents).toEqual([])
})

it('keeps what it planned, and lets go of it', async () => {
  const key = await keyOf(HELD)
  const planned = (await plan(key)).documents[0]!
  const [kept] = await keep([{ key }])
  expect(kept!.document).toMatchObject({ outcome: 'new', document: planned.document, incidents: [{ id: planned.incidents[0]!.line.id }] })
  expect((await plan(key)).missing).toEqual([key])
  expect((await keep([{ key }]))[0]).toMatchObject({ document: null, problems: [{ code: 'request/not-found' }] })
  expect((await plan(await keyOf(HELD))).documents[0]).toMatchObject({ outcome: 'present', document: planned.document })
})

it('puts it where the person says, by judgements that can be withdrawn', async () => {
  const { incidents } = await listAll()
  const held = incidents.find(({ title }) => title.includes('Velik') || title.includes('market'))!
  const key = await keyOf(AGAIN)
  const planned = (await plan(key)).documents[0]!.incidents[0]!
  const choices = [{ incident: planned.line.id, into: planned.fresh ? held.id : 'apart' }]
  const [kept] = await keep([{ key, choices }])
  const { id } = kept!.document!.incidents[0]!
  expect(kept!.problems).toEqual([])
  expect(id === held.id).toBe(planned.fresh)
  const raid = await keyOf(RAID)
  const apart = (await plan(raid)).documents[0]!.incidents[0]!
  const [moved] = await keep([{ key: raid, choices: [{ incident: apart.line.id, into: held.id }] }])
  expect(moved!.document!.incidents[0]!.id).toBe(held.id)
  const { history } = (await (await open.app.request(`/incidents/${held.id}.json`, { headers: HOST })).json()) as {
    history: readonly { kind: string; why: string | null }[]
  }
  expect(history[0]).toMatchObject({ kind: 'merge', why: 'chosen when the document was added' })
})

it('refuses keys that are none, and tells when a chosen incident is not there', async () => {
  expect((await post('/api/readings/plan', { readings: ['../x'] })).status).toBe(400)
  expect((await post('/api/readings/keep', { readings: [] })).status).toBe(400)
  const key = await keyOf(RAID.replaceAll('Mopti', 'Gao'))
  const planned = (await plan(key)).documents[0]!.incidents[0]!
  const [kept] = await keep([{ key, choices: [{ incident: planned.line.id, into: 'i0000' }] }])
  expect(kept).toMatchObject({ document: { outcome: 'new' }, problems: [{ code: 'ledger/not-found' }] })
})

it('reads what comes straight in as before', async () => {
  const response = await post('/api/documents', { text: RAID.replaceAll('Mopti', 'Segou') })
  expect(((await response.json()) as AddResult).documents).toHaveLength(1)
})
