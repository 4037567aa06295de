import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Desk } from './desk.ts'
import { readInputs, readJson } from './inputs.ts'
import { personOf } from './person.ts'
import type { QueueDoor } from './queue.ts'
import { keepRequest, planRequest } from './requests.ts'

/** Told in the place of readings where documents wait for workers. */
export type QueuedEvent = Readonly<{ kind: 'queued'; inputs: number }>

/** Documents on their way in: read, told of as they are read, planned, and kept when a person says so. */
export const readings = (desk: Desk, operator: string, queue?: QueueDoor): Hono => {
  const api = new Hono()
  api.post('/', async (c) => {
    const { inputs, method } = await readInputs(c.req.raw)
    const requests = inputs.map((input) => ({ input, method, operator: personOf(c, operator) }))
    return streamSSE(c, async (stream) => {
      const tell = ({ kind, ...data }: Readonly<{ kind: string }>) => stream.writeSSE({ event: kind, data: JSON.stringify(data) })
      if (queue) {
        await queue.send(requests)
        await tell({ kind: 'queued', inputs: requests.length } as QueuedEvent)
        return
      }
      for (const request of requests) {
        if (stream.aborted) return
        for await (const event of desk.readDocuments(request)) await tell(event)
      }
    })
  })
  api.post('/plan', async (c) => c.json(await desk.planDocuments(planRequest.parse(await readJson(c.req.raw)).readings)))
  api.post('/keep', async (c) => {
    const { readings } = keepRequest.parse(await readJson(c.req.raw))
    return c.json({ kept: await desk.keepDocuments({ documents: readings, by: personOf(c, operator) }) })
  })
  return api
}
