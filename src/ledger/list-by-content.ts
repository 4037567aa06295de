import type { DocumentFacts } from '../model/document.ts'
import { documentColumns } from './load-links.ts'
import type { DocumentRow } from './rows.ts'
import type { Source } from './source.ts'

/** Documents with these very bytes, first in first. */
export const listByContent = ({ db, collection }: Source, sha256: string): Promise<readonly DocumentRow[]> =>
  db
    .selectFrom('documents')
    .select(documentColumns)
    .where('collection', '=', collection)
    .where('content', '=', sha256)
    .orderBy('at')
    .orderBy('id')
    .execute()

const isSame = (a: string | null | undefined, b: string | null): boolean =>
  a != null && b !== null && a.trim().toLowerCase() === b.toLowerCase()

/**
 * Of documents with the same bytes, the one from the same source: the same address, or the same issuer. Bytes of which no source is
 * given are from no other source.
 */
export const findSameSource = (documents: readonly DocumentRow[], { url, publisher }: DocumentFacts): DocumentRow | undefined =>
  !url && !publisher ? documents[0] : documents.find((document) => isSame(url, document.url) || isSame(publisher, document.issuer_name))
