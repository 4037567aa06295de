import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AddResult, DocumentView, IncidentListView, IncidentView, ProblemBody, ReviewRecord } from '../../src/server/wire.ts'
import { type OpenApp, openApp } from './open-app.ts'

const TEXT = `Shelling of Velik kills 12

VELIK, 3 May 2021 - Artillery shells struck a market in Velik on Monday, killing 12 people and wounding 30, the mayor, Ana Petrova, said.

The army denied that it had fired on the town.
`

let open: OpenApp
const HOST = { host: '127.0.0.1:4780' }
const JSON_TYPE = { ...HOST, 'content-type': 'application/json' }

beforeAll(async () => {
  open = await openApp({ maxBody: 2_000_000 })
})
afterAll(async () => open?.close())

const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  open.app.request(path, { headers: { ...HOST, ...headers } })
const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  open.app.request(path, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const problemOf = async (response: Response): Promise<string> => ((await response.json()) as ProblemBody).problem.code

const add = async (text: string): Promise<AddResult> => (await (await post('/api/documents', { text })).json()) as AddResult
const document = async (id: string): Promise<DocumentView> => (await (await get(`/documents/${id}.json`)).json()) as DocumentView
const incident = async (id: string): Promise<IncidentView> => (await (await get(`/incidents/${id}.json`)).json()) as IncidentView

describe('a document that comes in', () => {
  it('is read, and its incident is listed', async () => {
    const { documents } = await add(TEXT)
    expect(documents[0]).toMatchObject({ outcome: 'new', title: 'Shelling of Velik kills 12' })
    const list = (await (await get('/incidents.json?q=Velik')).json()) as IncidentListView
    expect(list.incidents.map(({ id }) => id)).toContain(documents[0]?.incidents[0]?.id)
  })

  it('is not kept twice', async () => {
    expect((await add(TEXT)).documents[0]?.outcome).toBe('present')
  })

  it('is kept as pasted, not as a capture of a page', async () => {
    const id = (await add(TEXT)).documents[0]!.document
    expect((await document(id)).capture.records.map(({ method, operator }) => [method, operator])[0]).toEqual(['pasted', 'tester'])
  })

  it('may be one of several files, of which one that cannot be read does not stop the others', async () => {
    const form = new FormData()
    form.append('file', new File([], 'empty.txt'))
    form.append('file', new File([TEXT.replaceAll('Velik', 'Doboj')], 'good.txt'))
    const response = await open.app.request('/api/documents', { method: 'POST', headers: HOST, body: form })
    const result = (await response.json()) as AddResult
    expect(result.documents).toHaveLength(1)
    expect(result.problems.map(({ code }) => code)).toContain('document/empty')
  })

  it('may hold mark-up, which stays text', async () => {
    const { documents } = await add(
      'Fire in Velik\n\n<script>alert(1)</script><img src=x onerror=alert(1)> were found by three people in the town.',
    )
    const view = await document(documents[0]!.document)
    expect(view.text).toContain('<script>alert(1)</script>')
  })

  it('keeps its offsets under hostile characters', async () => {
    const { documents } = await add(
      `Nul \u0000 and \u202ertl\u202c marks in Velik.\n\nOn 3 May 2021 two people were killed in Velik, police said.`,
    )
    const view = await document(documents[0]!.document)
    for (const { spans, quote } of view.notes) expect(spans.map(({ start, end }) => view.text.slice(start, end)).join(' … ')).toBe(quote)
  })
})

const BY_HAND = { title: 'Shelling of a market, Velik', type: 'Explosions/Remote violence', subType: 'Shelling/artillery/missile attack' }

describe('a claim', () => {
  it('can be marked by hand, judged, and the judgement undone', async () => {
    const added = (await add(TEXT)).documents[0]!
    const { text } = await document(added.document)
    const start = text.indexOf('12 people')
    const marked = await post('/api/claims', {
      document: added.document,
      incident: BY_HAND,
      attribute: 'missing',
      spans: [{ start, end: start + '12 people'.length }],
      value: { kind: 'figure', figure: { low: 12, high: 12 } },
      speaker: {
        kind: 'words',
        span: { start: text.indexOf('the mayor, Ana Petrova'), end: text.indexOf('the mayor, Ana Petrova') + 22 },
        sourceKind: 'official-other',
      },
    })
    expect(marked.status).toBe(201)
    const { claim, incident: id } = (await marked.json()) as { claim: string; incident: string }
    const entries = async () =>
      (await incident(id)).matrix.rows.find((row) => row.id === 'missing')?.cells.flatMap((cell) => cell.entries) ?? []
    expect(await entries()).toMatchObject([{ id: claim, quote: '12 people', byHand: { by: 'tester' } }])

    const judged = (await (await post(`/api/claims/${claim}/judgements`, { kind: 'reject', why: 'not missing' })).json()) as ReviewRecord
    expect(judged.state).toBe('rejected')
    expect(await entries()).toEqual([])
    expect((await incident(id)).history[0]).toMatchObject({ kind: 'reject', by: 'tester', why: 'not missing' })

    expect((await post(`/api/judgements/${judged.judgement}/withdrawal`, {})).status).toBe(201)
    expect(await entries()).toHaveLength(1)
  })

  it.each([
    ['no words', { spans: [] }],
    ['words that end before they start', { spans: [{ start: 5, end: 2 }] }],
    ['words outside the text', { spans: [{ start: 0, end: 10_000_000 }] }],
    ['an attribute that is none', { attribute: 'guilt' }],
    ['a figure with its ends crossed', { value: { kind: 'figure', figure: { low: 9, high: 2 } } }],
    ['a figure that is none', { value: { kind: 'figure', figure: { low: '1; DROP TABLE claim', high: null } } }],
  ])('with %s is refused', async (_, wrong) => {
    const added = (await add(TEXT)).documents[0]!
    const good = {
      document: added.document,
      incident: BY_HAND,
      attribute: 'killed',
      spans: [{ start: 0, end: 5 }],
      value: { kind: 'figure', figure: { low: 1, high: 1 } },
      speaker: { kind: 'own' },
    }
    const response = await post('/api/claims', { ...good, ...wrong })
    expect([response.status, await problemOf(response)]).toEqual([400, 'request/invalid'])
  })
})

describe('a request that does not fit', () => {
  it.each([
    ['/incidents/no-such-thing.json', 404, 'ledger/not-found'],
    ['/documents/no-such-thing.json', 404, 'ledger/not-found'],
    ["/incidents/'%3B--.json", 404, 'ledger/not-found'],
    ['/incidents/%00.json', 404, 'ledger/not-found'],
    ['/incidents.json?q=%00&after=%00', 400, 'request/invalid'],
    ['/incidents.json?limit=100000', 400, 'request/invalid'],
    ['/incidents.json?from=yesterday', 400, 'request/invalid'],
    ['/incidents.json?after=nonsense', 400, 'request/invalid'],
    ['/nowhere', 404, 'request/not-found'],
    ['/../../package.json', 404, 'request/not-found'],
    ['/assets/..%2f..%2f..%2fpackage.json', 404, 'request/not-found'],
  ])('%s answers %i in the one shape of a problem', async (path, status, code) => {
    const response = await get(path)
    expect([response.status, await problemOf(response)]).toEqual([status, code])
  })

  it('that is not JSON is refused', async () => {
    expect(await problemOf(await post('/api/documents', '{"text":'))).toBe('request/invalid')
    expect(await problemOf(await post('/api/documents', 'text=x', { 'content-type': 'application/x-www-form-urlencoded' }))).toBe(
      'request/invalid',
    )
    expect(await problemOf(await post('/api/claims', 'x', { 'content-type': 'text/plain' }))).toBe('request/invalid')
  })

  it('names nothing that the ledger could hold', async () => {
    for (const id of ['none', '%00', '%F0%9F%98%80', "'--", 'a%20b'])
      expect([
        (await post(`/api/claims/${id}/judgements`, { kind: 'accept' })).status,
        (await post(`/api/judgements/${id}/withdrawal`, {})).status,
      ]).toEqual([404, 404])
  })

  it('that is too large is refused', async () => {
    const response = await post('/api/documents', { text: 'x'.repeat(3_000_000) })
    expect([response.status, await problemOf(response)]).toEqual([413, 'request/too-large'])
  })

  it('that asks for a change from another origin is refused', async () => {
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }] as const)
      expect((await post('/api/documents', { text: 'x' }, headers as never)).status).toBe(403)
    expect((await post('/api/documents', { text: TEXT }, { origin: 'http://127.0.0.1:4780' })).status).toBe(200)
  })

  it('that comes under a foreign host name is refused', async () => {
    expect((await open.app.request('/incidents.json', { headers: { host: 'evil.example' } })).status).toBe(421)
    for (const host of ['localhost:4780', '127.0.0.1:4780', '192.168.0.7', '[::1]:4780'])
      expect((await open.app.request('/incidents.json', { headers: { host } })).status).toBe(200)
  })
})

describe('every answer', () => {
  it.each(['/incidents.json', '/nowhere', '/incidents'])('%s runs no script but our own and is not sniffed', async (path) => {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'"]))
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })
})

describe('the list', () => {
  it('has twins as CSV and GeoJSON', async () => {
    const csv = await get('/incidents.csv')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await csv.text()).split('\r\n')[0]).toMatch(/^id,title,event_type,/)
    const geojson = (await (await get('/incidents.geojson')).json()) as { type: string; features: unknown[] }
    expect(geojson.type).toBe('FeatureCollection')
    expect(geojson.features.length).toBeGreaterThan(0)
  })
})
