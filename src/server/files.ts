import type { Context } from 'hono'

/** A CSV file to keep, named so. */
export const csv = (c: Context, name: string, body: string): Response =>
  c.body(body, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}.csv"` })
