import { incidentOf } from './incident-of.ts'
import { loadLinksOfDocuments } from './load-links.ts'
import type { Source } from './source.ts'

/** The incident under which the telling stands now that an incident was first made from: where an old address leads after a merge. */
export const findSuccessor = async (source: Source, id: string): Promise<string | undefined> => {
  const { db, collection } = source
  const row = await db
    .selectFrom('incidents')
    .select(['document', 'reading', 'local'])
    .where('collection', '=', collection)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && incidentOf(await loadLinksOfDocuments(source, [row.document])).ofTelling(row, row.local)
}
