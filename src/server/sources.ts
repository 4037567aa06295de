import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ISSUER_KINDS } from '../model/document.ts'
import { CasusError } from '../model/problem.ts'
import { toDocumentListView } from '../publish/document-list-view.ts'
import { toDocumentsCsv, toSourcesCsv } from '../publish/export/lists-csv.ts'
import { toSourceLine, toSourceListView, toSourceView } from '../publish/source-view.ts'
import type { Desk } from './desk.ts'
import { csv } from './files.ts'
import { withoutAbsent } from './incident-query.ts'
import { listAll } from './list-all.ts'

const given = <Shape extends z.ZodType>(shape: Shape) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional())
const line = z
  .string()
  .trim()
  .max(1_000)
  .transform((words) => words.replaceAll('\u0000', '\uFFFD').toWellFormed())

const PAGE = { limit: given(z.coerce.number().int().min(1).max(500)), after: given(line) }

const documentsQuery = z.object({
  q: given(line),
  issuer: given(line),
  speaker: given(line),
  language: given(line),
  order: given(z.enum(['added', 'published'])),
  ...PAGE,
})

const sourcesQuery = z.object({
  q: given(line),
  kind: given(z.enum(ISSUER_KINDS)),
  role: given(z.enum(['outlet', 'speaker', 'unnamed'])),
  ...PAGE,
})

/** As many rows as one CSV answer holds. */
const MOST_ROWS = 100_000

/** In addresses a key has `_` for a blank. */
const toKey = (file: string): string => {
  const key = file.slice(0, -'.json'.length).replaceAll('_', ' ')
  if (!/^(?:words|actor):\P{C}{1,1000}$/u.test(key))
    throw new CasusError('ledger/not-found', 'The ledger holds nothing under this identifier.')
  return key
}

/** The documents and those they come from, as lists and one by one. */
export const sources = (desk: Desk): Hono => {
  const data = new Hono()
  const documents = (c: Context) => withoutAbsent(documentsQuery.parse(c.req.query()))
  const listed = (c: Context) => withoutAbsent(sourcesQuery.parse(c.req.query()))
  data.get('/documents.json', async (c) => c.json(toDocumentListView(await desk.listDocumentLines(documents(c)))))
  data.get('/documents.csv', async (c) => {
    const query = documents(c)
    const items = await listAll(MOST_ROWS, (after) => desk.listDocumentLines({ ...query, limit: 500, ...(after ? { after } : {}) }))
    return csv(c, 'documents', toDocumentsCsv(toDocumentListView({ items, next: null }).documents))
  })
  data.get('/sources.json', async (c) => c.json(toSourceListView(await desk.listSources(listed(c)))))
  data.get('/sources.csv', async (c) => {
    const query = listed(c)
    const items = await listAll(MOST_ROWS, (after) => desk.listSources({ ...query, limit: 500, ...(after ? { after } : {}) }))
    return csv(c, 'sources', toSourcesCsv(items.map(toSourceLine)))
  })
  data.get('/sources/:file{.+\\.json}', async (c) => {
    const { source, parts } = await desk.getSource(toKey(c.req.param('file')))
    return c.json(toSourceView(source, parts))
  })
  return data
}
