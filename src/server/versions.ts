import { Hono } from 'hono'
import { z } from 'zod'
import type { Desk } from './desk.ts'

const versionQuery = z.object({ published: z.enum(['true', 'false']).optional() })

/** Pages that changed, and the incidents that rest on what they said before: `GET /versions.json`. */
export const versionRoutes = (desk: Desk): Hono => {
  const routes = new Hono()
  routes.get('/versions.json', async (c) => {
    const { published } = versionQuery.parse(c.req.query())
    return c.json({ versions: await desk.listSuperseded({ published: published === 'true' }) })
  })
  return routes
}
