import type { Context } from 'hono'

const LONGEST = 100

/** Who acts: whoever holds the token, else the name that the person gave to their browser, else the operator of this server. */
export const personOf = (c: Context, operator: string): string => {
  const holder = c.get('holder')
  if (holder) return holder.name
  const given = c.req.header('x-casus-person')
  if (!given) return operator
  try {
    return decodeURIComponent(given).trim().slice(0, LONGEST) || operator
  } catch {
    return operator
  }
}
