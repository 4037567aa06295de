import type { Ledger } from '../ledger/ledger.ts'
import { searchDocuments } from '../ledger/search-documents.ts'
import { toStorable } from '../ledger/text.ts'
import type { DocumentSummary, Page } from '../model/record.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type DocumentFilter = Readonly<{ q?: string; limit?: number; after?: string }>

/** Documents of the ledger, last taken in first. Throws `request/invalid`. */
export const listDocuments = async ({ db, collection }: Ledger, { q, limit, after }: DocumentFilter): Promise<Page<DocumentSummary>> => {
  const size = toLimit(limit)
  const query = { q: q ? toStorable(q) : null, limit: size, after: after ? fromCursor(after, 2) : null }
  return toPage(
    await searchDocuments({ db, collection }, query),
    size,
    (summary) => summary,
    ({ added, id }) => [added, id],
  )
}
