import { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { SCOPES, type Scope, type TokenRecord } from '../model/access-token.ts'
import { CasusError } from '../model/problem.ts'
import { COOKIE } from './access.ts'
import type { Desk } from './desk.ts'
import { readJson } from './inputs.ts'
import { personOf } from './person.ts'
import { isId } from './requests.ts'

const tokenRequest = z.object({ name: z.string().trim().min(1).max(100), scopes: z.array(z.enum(SCOPES)).min(1) })
const sessionRequest = z.object({ token: z.string().trim().min(1).max(200) })

/** Half a year, in seconds. */
const MOST_AGE = 183 * 24 * 60 * 60

/** Whether this server asks for tokens, and whose came with the request. */
export type Session = Readonly<{ required: boolean; name: string | null; scopes: readonly Scope[] }>
/** A token just made: `secret` is shown this once. */
export type MadeToken = Readonly<{ secret: string; token: TokenRecord }>

/** Tokens given out and revoked, and signing a browser in and out. */
export const tokens = (desk: Desk, operator: string, isRequired: boolean): Hono => {
  const routes = new Hono()
  routes.get('/session.json', (c) => {
    const holder = c.get('holder')
    return c.json({ required: isRequired, name: holder?.name ?? null, scopes: holder?.scopes ?? [] } satisfies Session)
  })
  routes.post('/api/session', async (c) => {
    const { token } = sessionRequest.parse(await readJson(c.req.raw))
    const holder = await desk.findToken(token)
    if (!holder) throw new CasusError('request/no-token', 'This token is not known here, or was revoked.')
    const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
    setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: MOST_AGE, secure })
    return c.json({ required: isRequired, name: holder.name, scopes: holder.scopes } satisfies Session)
  })
  routes.delete('/api/session', (c) => {
    deleteCookie(c, COOKIE, { path: '/' })
    return c.json({ left: true })
  })
  routes.get('/tokens.json', async (c) => c.json({ tokens: await desk.listTokens() }))
  routes.post('/api/tokens', async (c) => {
    const request = tokenRequest.parse(await readJson(c.req.raw))
    return c.json((await desk.makeToken({ ...request, by: personOf(c, operator) })) satisfies MadeToken, 201)
  })
  routes.delete('/api/tokens/:id', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw new CasusError('ledger/not-found', 'The ledger holds nothing under this identifier.')
    return c.json(await desk.revokeToken(id, personOf(c, operator)))
  })
  return routes
}
