import type { MiddlewareHandler } from 'hono'
import { problem } from '../model/problem.ts'
import { toProblemResponse } from './problem-response.ts'

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

/** Nothing runs but our own script, nothing but our own is framed, and no address leaks to a linked page. A door that is stricter may say so itself. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/** No name server stands behind an address in figures, so no page can make one its own. */
const isAddress = (host: string): boolean => /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/.test(host)

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/**
 * Refuses requests under a host name that is not ours (a page elsewhere can point its own name at this machine), and changes asked
 * for by a page of another origin. Command-line clients send no Origin and are let through.
 */
export const guardOrigin =
  (hosts: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const known = new Set(['localhost', ...hosts.map((host) => host.toLowerCase())])
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const name = hostName(host)
    if (!isAddress(name) && !known.has(name))
      return toProblemResponse(c, problem('request/invalid', 'This host name is not served here.'), 421)
    if (!isSafe(c.req.method)) {
      const origin = c.req.header('origin')
      const site = c.req.header('sec-fetch-site')
      const isForeign =
        origin !== undefined
          ? origin !== `http://${host}` && origin !== `https://${host}`
          : site !== undefined && site !== 'same-origin' && site !== 'none'
      if (isForeign) return toProblemResponse(c, problem('request/invalid', 'Changes from a page of another origin are refused.'), 403)
    }
    await next()
  }
