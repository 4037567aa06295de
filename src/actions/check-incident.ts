import type { Source } from '../ledger/source.ts'
import { CasusError } from '../model/problem.ts'

/** Refuses an id under which no incident of the ledger stands now. Throws `ledger/not-found`. */
export const checkIncident = async ({ db, collection }: Source, id: string): Promise<void> => {
  const row = await db
    .selectFrom('cards')
    .select('incident')
    .where('collection', '=', collection)
    .where('incident', '=', id)
    .executeTakeFirst()
  if (!row) throw new CasusError('ledger/not-found', `There is no incident ${id}.`)
}
