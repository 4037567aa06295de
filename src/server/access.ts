import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Scope } from '../model/access-token.ts'
import { problem } from '../model/problem.ts'
import type { Desk } from './desk.ts'
import type { Pages } from './pages.ts'
import { toProblemResponse } from './problem-response.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Whose token came with the request. */
    holder: Readonly<{ name: string; scopes: readonly Scope[] }> | undefined
  }
}

/** Where the browser keeps the token: scripts cannot read it, and other sites' pages do not send it. */
export const COOKIE = 'casus_token'

const DATA = /\.(?:json|csv|geojson|xlsx)$/
const PAGE = /^\/(?:(?:incidents|documents|sources|actors)(?:\/[^/]+)?|method|settings|add|suggestions|review|compare|victims|grid)?$/

/** What changes need, by the first piece of their address below `/api`; what is not listed needs `manage`. */
const NEEDED: Readonly<Record<string, Scope>> = {
  documents: 'add',
  readings: 'add',
  sheets: 'add',
  work: 'add',
  claims: 'judge',
  judgements: 'judge',
  withdrawals: 'judge',
  review: 'judge',
}

/** What a request needs; null: nothing. The pages themselves hold no data, and signing in must be possible without a token. */
const scopeOf = (method: string, path: string, pages: Pages): Scope | null => {
  if (path === '/api/session' || path === '/session.json') return null
  if (path.startsWith('/api/')) return NEEDED[path.split('/')[2] ?? ''] ?? 'manage'
  const isPage = PAGE.test(path) && !DATA.test(path)
  return method === 'GET' && (isPage || pages.find(path, '') !== undefined) ? null : path === '/tokens.json' ? 'manage' : 'read'
}

const secretOf = (c: Context): string | undefined =>
  /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? getCookie(c, COOKIE)

/** Whoever holds a token acts under its name; where tokens are required, only what it allows is let through. */
export const guardAccess =
  (desk: Desk, pages: Pages, isRequired: boolean): MiddlewareHandler =>
  async (c, next) => {
    const secret = secretOf(c)
    const holder = secret === undefined ? undefined : await desk.findToken(secret)
    c.set('holder', holder)
    const needed = isRequired ? scopeOf(c.req.method, c.req.path, pages) : null
    if (needed !== null && !holder) return toProblemResponse(c, problem('request/no-token', 'This server asks for a token.'))
    if (needed !== null && !holder!.scopes.includes(needed))
      return toProblemResponse(c, problem('request/not-allowed', `The token of ${holder!.name} does not hold the right “${needed}”.`))
    await next()
  }
