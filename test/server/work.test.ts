import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AddResult, CompareView, IncidentView, Judged, ReviewView, VictimListView } from '../../src/server/wire.ts'
import { type OpenApp, openApp } from './open-app.ts'

let site: OpenApp
let incident: string
let documents: readonly string[]

const ask = async <Answer>(path: string, person?: string): Promise<Answer> => {
  const response = await site.app.request(path, person ? { headers: { 'x-casus-person': encodeURIComponent(person) } } : {})
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

const send = async <Answer>(path: string, body: unknown, person = 'ana'): Promise<Answer> => {
  const headers = { 'content-type': 'application/json', 'x-casus-person': encodeURIComponent(person) }
  const response = await site.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.status, await response.clone().text()).toBeLessThan(300)
  return (await response.json()) as Answer
}

const WIRE =
  'Bomb kills seven in Gao\n\nGAO, Mali, 2 June 2020 - A roadside bomb killed seven soldiers near Gao on Tuesday, the army said. Hospital sources said nine people were killed.'
const EVENING =
  'Nine dead after bomb near Gao\n\nGAO, Mali, 3 June 2020 - A roadside bomb killed nine soldiers near Gao on Tuesday, hospital sources said.'

beforeAll(async () => {
  site = await openApp()
  const added = await Promise.all([WIRE, EVENING].map((text) => send<AddResult>('/api/documents', { text })))
  documents = added.flatMap((each) => each.documents.map(({ document }) => document))
  if (!added[0]?.documents[0]) throw new Error(JSON.stringify(added))
  incident = added[0]!.documents[0]!.incidents[0]!.id
})
afterAll(() => site?.close())

it('never gives one item to two people', async () => {
  const one = await ask<ReviewView>('/review.json', 'ana')
  const two = await ask<ReviewView>('/review.json', 'ben')
  const keys = new Set(one.items.map(({ key }) => key))
  expect(one.items.length).toBeGreaterThan(0)
  expect(two.items.filter(({ key }) => keys.has(key))).toEqual([])
  await send('/api/review/leave', {}, 'ana')
  await send('/api/review/leave', {}, 'ben')
})

it('puts a toll first, in its paragraph, and asks a second person without telling the first one’s answer', async () => {
  const [first] = (await ask<ReviewView>('/review.json', 'ana')).items
  expect(first).toMatchObject({ kind: 'claim', stage: 'first', weight: 'weighty' })
  if (first?.kind !== 'claim') throw new Error('no claim')
  expect(first.paragraph?.words).toContain(first.entry.sentence.words)
  await send(`/api/claims/${encodeURIComponent(first.key)}/judgements`, { kind: 'reject' }, 'ana')
  await send('/api/review/leave', {}, 'ana')
  const again = (await ask<ReviewView>('/review.json', 'ben')).items.find(({ key }) => key === first.key)
  expect(again).toMatchObject({ stage: 'second', entry: { review: { state: 'unread', by: null } } })
  await send(`/api/claims/${encodeURIComponent(first.key)}/judgements`, { kind: 'accept' }, 'ben')
  await send('/api/review/leave', {}, 'ben')
  const third = (await ask<ReviewView>('/review.json', 'eva')).items.find(({ key }) => key === first.key)
  expect(third?.stage).toBe('third')
  const { agreement } = await ask<{ agreement: readonly unknown[] }>('/agreement.json')
  expect(agreement[0]).toMatchObject({ about: 'all', twice: 1, agreed: 0 })
  await send('/api/review/leave', {}, 'eva')
})

it('sets two accounts side by side', async () => {
  const view = await ask<CompareView>(`/compare.json?incident=${incident}`)
  expect([view.left.id, view.right.id].toSorted()).toEqual([...documents].toSorted())
  expect(view.rows.map(({ id }) => id)).toContain('killed')
})

it('hands out the untouched bytes in a closed frame', async () => {
  const response = await site.app.request(`/documents/${documents[0]}/original`)
  expect(await response.text()).toBe(WIRE)
  expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(response.headers.get('content-type')).toContain('text/plain')
})

it('lists nobody where nobody is named', async () => {
  expect((await ask<VictimListView>('/victims.json')).groups).toEqual([])
})

it('keeps notes, and shows a page as it stood before them', async () => {
  const before = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  const { judgement } = await send<Judged>('/api/judgements', { kind: 'note', incident, value: { text: 'Ask the hospital again.' } })
  expect((await ask<IncidentView>(`/incidents/${incident}.json`)).notes).toMatchObject([{ text: 'Ask the hospital again.', by: 'ana' }])
  expect((await ask<IncidentView>(`/incidents/${incident}.json?at=${before}`)).notes).toEqual([])
  await send(`/api/judgements/${judgement.id}/withdrawal`, {})
  expect((await ask<IncidentView>(`/incidents/${incident}.json`)).notes).toEqual([])
})

it('shows an incident as it stood before a merge, after it was merged', async () => {
  const other = await send<AddResult>('/api/documents', { text: 'Two people were killed in Mopti on 4 June 2020, police said.' })
  const second = other.documents[0]!.incidents[0]!.id
  const before = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  const merged = await send<Judged>('/api/judgements', { kind: 'merge', incidents: [incident, second] })
  const count = async (query = '') => (await ask<IncidentView>(`/incidents/${incident}.json${query}`)).documents.length
  expect(await count()).toBe((await count(`?at=${before}`)) + 1)
  await send(`/api/judgements/${merged.judgement.id}/withdrawal`, {})
  expect(await count()).toBe(await count(`?at=${before}`))
})
