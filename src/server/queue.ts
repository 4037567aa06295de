import { Hono } from 'hono'
import type { AddRequest } from '../actions/prepare-document.ts'
import { queueDocuments } from '../actions/queue-documents.ts'
import type { Queue, WorkState } from '../ledger/queue/queue.ts'
import { CasusError } from '../model/problem.ts'

/** What the HTTP door can ask of the queue. */
export type QueueDoor = Readonly<{
  send: (requests: readonly AddRequest[]) => Promise<void>
  state: () => Promise<WorkState>
  retry: (id: string) => Promise<void>
}>

export const toQueueDoor = (queue: Queue): QueueDoor => ({
  send: (requests) => queueDocuments(queue, requests),
  state: () => queue.state(),
  retry: (id) => queue.retry(id),
})

const orNone = (queue: QueueDoor | undefined): QueueDoor => {
  if (!queue) throw new CasusError('work/no-queue', 'Documents are added by this server itself; there is no queue.')
  return queue
}

/** The work that waits for workers, and what they could not do: `GET /work.json`, `POST /api/work/:id/retry`. */
export const queueRoutes = (queue: QueueDoor | undefined): Hono => {
  const routes = new Hono()
  routes.get('/work.json', async (c) => c.json(await orNone(queue).state()))
  routes.post('/api/work/:id/retry', async (c) => {
    await orNone(queue).retry(c.req.param('id'))
    return c.body(null, 204)
  })
  return routes
}
