import type { DocumentFacts } from '../model/document.ts'
import { documentColumns } from './load-links.ts'
import type { DocumentRow } from './rows.ts'
import type { Source } from './source.ts'

/** Documents with any of these bytes, first in first, by the bytes' hash. */
export const listByContent = async (
  { db, collection }: Source,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, readonly DocumentRow[]>> => {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .selectFrom('documents')
    .select(documentColumns)
    .where('collection', '=', collection)
    .where('content', 'in', hashes)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ content }) => content)
}

/** Whether a document with these bytes is there. */
export const isHeld = async ({ db, collection }: Source, hash: string): Promise<boolean> => {
  const row = await db
    .selectFrom('documents')
    .select('id')
    .where('collection', '=', collection)
    .where('content', '=', hash)
    .executeTakeFirst()
  return row !== undefined
}

const isSame = (a: string | null | undefined, b: string | null): boolean =>
  a != null && b !== null && a.trim().toLowerCase() === b.toLowerCase()

/**
 * Of documents with the same bytes, the one from the same source: the same address, or the same issuer. Bytes of which no source is
 * given are from no other source.
 */
export const findSameSource = (documents: readonly DocumentRow[], { url, publisher }: DocumentFacts): DocumentRow | undefined =>
  !url && !publisher ? documents[0] : documents.find((document) => isSame(url, document.url) || isSame(publisher, document.issuer_name))
