import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCOPES, type Scope } from '../../src/model/access-token.ts'
import { type OpenApp, openApp } from './open-app.ts'

let open: OpenApp
let app: Hono
let all: string

const give = async (name: string, ...scopes: readonly Scope[]): Promise<string> =>
  (await open.desk.makeToken({ name, scopes, by: 'tester' })).secret

const ask = (secret: string | null, path: string, method = 'GET', body?: unknown) =>
  app.request(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(secret ? { Authorization: `Bearer ${secret}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const status = async (...asked: Parameters<typeof ask>): Promise<number> => (await ask(...asked)).status

beforeAll(async () => {
  open = await openApp({ needsToken: true })
  app = open.app
  all = await give('ana', ...SCOPES)
})

afterAll(() => open?.close())

const TEXT = { text: 'Shells hit the market of Kramatorsk on 3 May 2021 and killed 12 people, the mayor said.' }

it.each([
  '/incidents.json',
  '/incidents.csv',
  '/grid.xlsx',
  '/map.json',
  '/claims.csv',
  '/exports/acled.csv',
  '/settings.json',
  '/versions.json',
  '/work.json',
  '/tokens.json',
  '/documents/d1/original',
  '/incidents/i1.json',
])('gives nobody %s without a token', async (path) => expect(await status(null, path)).toBe(401))

it('gives everybody the pages, which hold no data, and the way to sign in', async () => {
  for (const path of ['/incidents', '/settings', '/documents/d1']) expect([200, 503]).toContain(await status(null, path))
  expect(await (await ask(null, '/session.json')).json()).toEqual({ required: true, name: null, scopes: [] })
})

it('lets a token do what it allows and nothing else', async () => {
  const [reader, adder, judge] = [await give('ben', 'read'), await give('cem', 'read', 'add'), await give('dia', 'read', 'judge')]
  expect(await status(reader, '/incidents.json')).toBe(200)
  expect(await status(reader, '/api/documents', 'POST', TEXT)).toBe(403)
  const added = await (await ask(adder, '/api/documents', 'POST', TEXT)).json()
  const incident = added.documents[0].incidents[0].id
  const judgement = { kind: 'status', incident, value: { status: 'reviewed' } }
  expect(await status(adder, '/api/judgements', 'POST', judgement)).toBe(403)
  const made = await (await ask(judge, '/api/judgements', 'POST', judgement)).json()
  expect(made.judgement.by).toBe('dia')
  expect(await status(judge, '/tokens.json')).toBe(403)
  expect(await status(judge, '/api/tokens', 'POST', { name: 'me', scopes: ['manage'] })).toBe(403)
  expect(await status(adder, '/api/other', 'POST', {})).toBe(403)
})

it('shows a token once, keeps only its hash, and opens nothing with it once it is revoked', async () => {
  const made = await (await ask(all, '/api/tokens', 'POST', { name: 'eva', scopes: ['read'] })).json()
  expect(made.secret).toMatch(/^casus_[\w-]{43}$/)
  const listed = await (await ask(all, '/tokens.json')).text()
  expect(listed).toContain('"eva"')
  expect(listed).not.toContain(made.secret)
  expect(listed).not.toContain('hash')
  expect(await status(made.secret, '/incidents.json')).toBe(200)
  expect(await status(all, `/api/judgements/${made.token.id}/withdrawal`, 'POST', {})).toBe(404)
  expect(await status(all, `/api/tokens/${made.token.id}`, 'DELETE')).toBe(200)
  expect(await status(made.secret, '/incidents.json')).toBe(401)
  expect(await status('casus_nothing-of-the-kind', '/incidents.json')).toBe(401)
})

it('signs a browser in with a cookie that scripts cannot read, and out', async () => {
  expect(await status(null, '/api/session', 'POST', { token: 'casus_wrong' })).toBe(401)
  const cookie = (await ask(null, '/api/session', 'POST', { token: all })).headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  const signedIn = { headers: { Cookie: cookie.split(';')[0]! } }
  expect((await app.request('/incidents.json', signedIn)).status).toBe(200)
  expect(await (await app.request('/session.json', signedIn)).json()).toMatchObject({ required: true, name: 'ana' })
  expect((await ask(null, '/api/session', 'DELETE')).headers.get('set-cookie')).toMatch(/Max-Age=0/)
})

it('asks for none on this machine’s own address, and lets a program that brings one act under its name', async () => {
  const own = await openApp()
  try {
    const { secret } = await own.desk.makeToken({ name: 'robot', scopes: ['read'], by: 'tester' })
    const post = (headers: Readonly<Record<string, string>>) =>
      own.app.request('/api/tokens', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ name: 'x', scopes: ['read'] }),
      })
    expect((await own.app.request('/incidents.json')).status).toBe(200)
    expect((await (await post({ Authorization: `Bearer ${secret}` })).json()).token.by).toBe('robot')
    expect((await (await post({})).json()).token.by).toBe('tester')
  } finally {
    await own.close()
  }
})
