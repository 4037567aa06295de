import { Hono } from 'hono'
import { CasusError } from '../model/problem.ts'
import { toCompareView } from '../publish/compare-view.ts'
import { toVictimListView } from '../publish/victim-list-view.ts'
import type { Desk } from './desk.ts'
import { personOf } from './person.ts'
import { compareQuery, isId, reviewQuery, victimQuery } from './requests.ts'

/** What a browser may show in a closed frame; anything else is only downloaded. */
const SHOWN: readonly (readonly [RegExp, string])[] = [
  [/^text\/html|^application\/xhtml/i, 'text/html'],
  [/^image\/(?:png|jpeg|gif|webp)$/i, ''],
  [/^text\/|^message\/rfc822/i, 'text/plain; charset=utf-8'],
]

/** Nothing in it runs, loads, opens or leaves: it is evidence, and may be hostile. */
const CLOSED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

const typeOf = (mediaType: string | null, fileName: string | null): string | null => {
  const given =
    mediaType ?? (/\.html?$/i.test(fileName ?? '') ? 'text/html' : /\.(?:txt|md|eml)$/i.test(fileName ?? '') ? 'text/plain' : '')
  const found = SHOWN.find(([pattern]) => pattern.test(given))
  return found ? found[1] || given : null
}

/** What reviewers and researchers read: the queue, agreement, two accounts side by side, victims, originals. */
export const work = (desk: Desk, operator: string): Hono => {
  const app = new Hono()
  app.get('/review.json', async (c) => {
    const { incident, skip } = reviewQuery.parse(c.req.query())
    const aside = skip?.split(',').filter(Boolean) ?? []
    return c.json(await desk.listReview({ person: personOf(c, operator), ...(incident ? { incident } : {}), skip: aside }))
  })
  app.get('/agreement.json', async (c) => c.json({ agreement: await desk.getAgreement() }))
  app.get('/compare.json', async (c) => {
    const { incident, a, b } = compareQuery.parse(c.req.query())
    const record = await desk.getIncident(incident)
    const [first, second] = record.documents
    const [left, right] = [a ?? first?.id, b ?? second?.id]
    if (!left || !right || ![left, right].every((id) => record.documents.some((document) => document.id === id)))
      throw new CasusError('ledger/not-found', 'The incident does not have these two documents.')
    return c.json(toCompareView(record, await desk.getDocument(left), await desk.getDocument(right)))
  })
  app.get('/victims.json', async (c) => {
    const { incident, q, after } = victimQuery.parse(c.req.query())
    const filter = { ...(incident ? { incident } : {}), ...(q ? { q } : {}), ...(after ? { after } : {}) }
    return c.json(toVictimListView(await desk.listVictims(filter)))
  })
  app.get('/documents/:id/original', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw new CasusError('ledger/not-found', 'The ledger holds nothing under this identifier.')
    const { bytes, mediaType, fileName, sha256 } = await desk.getOriginal(id)
    const type = c.req.query('download') === undefined ? typeOf(mediaType, fileName) : null
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Security-Policy': CLOSED,
      ...(type ? {} : { 'Content-Disposition': `attachment; filename="${sha256.slice(0, 16)}"` }),
    })
  })
  return app
}
