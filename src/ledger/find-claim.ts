import { findClaimKey } from './id.ts'
import { incidentOf } from './incident-of.ts'
import { loadLinksOfDocuments } from './load-links.ts'
import type { ClaimRow } from './rows.ts'
import type { Source } from './source.ts'

export type FoundClaim = Readonly<{ row: Pick<ClaimRow, 'document' | 'reading' | 'id' | 'claim'>; incident: string | null }>

/** A claim by its id in the ledger, with the incident it counts for. */
export const findClaim = async (source: Source, id: string): Promise<FoundClaim | undefined> => {
  const key = findClaimKey(id)
  if (!key) return undefined
  const row = await source.db
    .selectFrom('claims')
    .select(['document', 'reading', 'id', 'incident', 'claim'])
    .where('collection', '=', source.collection)
    .where('document', '=', key.document)
    .where('reading', '=', key.reading)
    .where('id', '=', key.id)
    .executeTakeFirst()
  if (!row) return undefined
  const links = await loadLinksOfDocuments(source, [key.document])
  return { row, incident: incidentOf(links).ofClaim(row) ?? null }
}
