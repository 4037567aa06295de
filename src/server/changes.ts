import { Hono } from 'hono'
import type { AddResult } from '../actions/add-document.ts'
import type { SheetRequest } from '../actions/sheet/import-sheet.ts'
import { CasusError, type Problem } from '../model/problem.ts'
import type { Desk } from './desk.ts'
import { readInputs, readJson } from './inputs.ts'
import { personOf } from './person.ts'
import type { QueueDoor } from './queue.ts'
import { readings } from './readings.ts'
import {
  isId,
  judgementRequest,
  judgementsRequest,
  judgeRequest,
  markRequest,
  sheetMapping,
  withdrawalsRequest,
  withdrawRequest,
} from './requests.ts'

/** What was done of many things, and, by their places from 0, what could not be. */
export type ManyDone = Readonly<{ done: readonly string[]; problems: readonly Readonly<{ at: number; problem: Problem }>[] }>

/** Does one after the other: what cannot be done keeps the others from nothing. */
const oneByOne = async <Item>(items: readonly Item[], act: (item: Item) => Promise<string>): Promise<ManyDone> => {
  const done: string[] = []
  const problems: ManyDone['problems'][number][] = []
  for (const [at, item] of items.entries()) {
    try {
      done.push(await act(item))
    } catch (error) {
      if (!(error instanceof CasusError)) throw error
      problems.push({ at, problem: error.problem })
    }
  }
  return { done, problems }
}

/** What changes the ledger: adding a document, marking a claim, judging one, undoing a judgement. */
export const changes = (desk: Desk, operator: string, queue?: QueueDoor): Hono => {
  const api = new Hono()
  api.route('/readings', readings(desk, operator, queue))
  api.post('/documents', async (c) => {
    const { inputs, method } = await readInputs(c.req.raw)
    if (queue) {
      await queue.send(inputs.map((input) => ({ input, method, operator: personOf(c, operator) })))
      return c.json({ documents: [], problems: [], queued: inputs.length }, 202)
    }
    const results: AddResult[] = []
    for (const input of inputs) results.push(await desk.addDocument({ input, method, operator: personOf(c, operator) }))
    return c.json({
      documents: results.flatMap(({ documents }) => documents),
      problems: results.flatMap(({ problems }) => problems),
    } satisfies AddResult)
  })
  api.post('/claims', async (c) => {
    const request = markRequest.parse(await readJson(c.req.raw))
    const { modality, ...rest } = request
    const claim = await desk.markClaim({ ...rest, ...(modality ? { modality } : {}), by: personOf(c, operator) } as Parameters<
      Desk['markClaim']
    >[0])
    return c.json({ claim: claim.id, incident: claim.incident }, 201)
  })
  api.use('/:kind/:id/*', async (c, next) => {
    if (!isId(c.req.param('id'))) throw new CasusError('ledger/not-found', 'The ledger holds nothing under this identifier.')
    await next()
  })
  api.post('/claims/:id/judgements', async (c) => {
    const { why, ...request } = judgeRequest.parse(await readJson(c.req.raw))
    return c.json(await desk.judge({ ...request, claim: c.req.param('id'), why: why ?? null, by: personOf(c, operator) }), 201)
  })
  api.post('/judgements', async (c) => {
    const { why = null, ...request } = judgementRequest.parse(await readJson(c.req.raw))
    return c.json(await desk.makeJudgement({ ...request, by: personOf(c, operator), why } as Parameters<Desk['makeJudgement']>[0]), 201)
  })
  api.post('/judgements/many', async (c) => {
    const { judgements } = judgementsRequest.parse(await readJson(c.req.raw))
    const by = personOf(c, operator)
    return c.json(
      await oneByOne(judgements, async ({ why = null, ...request }) => {
        const { judgement } = await desk.makeJudgement({ ...request, by, why } as Parameters<Desk['makeJudgement']>[0])
        return judgement.id
      }),
      201,
    )
  })
  api.post('/withdrawals', async (c) => {
    const { judgements } = withdrawalsRequest.parse(await readJson(c.req.raw))
    const by = personOf(c, operator)
    return c.json(await oneByOne(judgements.toReversed(), async (judgement) => (await desk.withdraw({ judgement, by, why: null })).id), 201)
  })
  api.post('/judgements/:id/withdrawal', async (c) => {
    const { why } = withdrawRequest.parse(await readJson(c.req.raw))
    return c.json(await desk.withdraw({ judgement: c.req.param('id'), by: personOf(c, operator), why: why ?? null }), 201)
  })
  api.post('/sheets', async (c) => {
    const form = await c.req.raw.formData().catch(() => {
      throw new CasusError('request/invalid', 'Send a form with "file".')
    })
    const file = form.get('file')
    if (!(file instanceof File)) throw new CasusError('request/invalid', 'file: no file was sent')
    const given = form.get('mapping')
    const mapping = typeof given === 'string' && given !== '' ? sheetMapping.parse(JSON.parse(given)) : null
    const request = { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name || 'sheet.csv', isTry: form.has('try') }
    return c.json(await desk.importSheet({ ...request, mapping: mapping as SheetRequest['mapping'], operator: personOf(c, operator) }))
  })
  api.post('/review/leave', async (c) => {
    await desk.leaveReview(personOf(c, operator))
    return c.json({ left: true })
  })
  return api
}
