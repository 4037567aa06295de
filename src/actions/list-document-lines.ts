import { type DocumentLineRecord, listDocumentLines as load } from '../ledger/document-lines.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { toStorable } from '../ledger/text.ts'
import type { Page } from '../model/record.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type DocumentLineFilter = Readonly<{
  /** Words in the title or text, or a part of the issuer's name. */
  q?: string
  /** The key of whoever puts it out, and of somebody it quotes. */
  issuer?: string
  speaker?: string
  /** BCP 47. */
  language?: string
  /** `added`: last taken in first · `published`: newest first, undated last. */
  order?: 'added' | 'published'
  limit?: number
  after?: string
}>

const orNull = (text: string | undefined): string | null => (text ? toStorable(text) : null)

/** Documents of the ledger with what was found in each, a page at a time. Throws `request/invalid`. */
export const listDocumentLines = async (
  { db, collection }: Ledger,
  { q, issuer, speaker, language, order = 'added', limit, after }: DocumentLineFilter,
): Promise<Page<DocumentLineRecord>> => {
  const size = toLimit(limit)
  const narrowed = { q: orNull(q?.trim().slice(0, 400)), issuer: orNull(issuer), speaker: orNull(speaker), language: orNull(language) }
  const rows = await load({ db, collection }, { ...narrowed, order, limit: size, after: after ? fromCursor(after, 2) : null })
  return toPage(
    rows,
    size,
    (line) => line,
    ({ summary }) => [order === 'added' ? summary.added : summary.published, summary.id],
  )
}
