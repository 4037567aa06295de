import type { Ledger } from '../ledger/ledger.ts'
import type { HistoryRow } from '../ledger/rows.ts'
import type { HistoryRecord, Page } from '../model/record.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type HistoryFilter = Readonly<{
  /** A document, claim, incident or judgement. */
  subject?: string
  limit?: number
  after?: string
}>

const toRecord = ({ collection: _, payload, payload_hash, ...entry }: HistoryRow): HistoryRecord => ({
  ...entry,
  payload: JSON.parse(payload),
  payloadHash: payload_hash,
})

/** What was done to the ledger, last first. Throws `request/invalid`. */
export const listHistory = async ({ db, collection }: Ledger, { subject, limit, after }: HistoryFilter): Promise<Page<HistoryRecord>> => {
  const size = toLimit(limit)
  let query = db.selectFrom('history').selectAll().where('collection', '=', collection)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (after) query = query.where('seq', '<', Number(fromCursor(after, 1)[0]))
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(size + 1)
    .execute()
  return toPage(rows, size, toRecord, ({ seq }) => [seq])
}
