import { sql, type Transaction } from 'kysely'
import type { IncidentCard } from '../model/record.ts'
import { putCardKeys } from './card-keys.ts'
import type { CardRow, Tables } from './rows.ts'
import type { Source } from './source.ts'
import { toJson } from './text.ts'

/** Puts cards in the place of those before. Cards are an index, the one thing in the ledger that is overwritten. */
export const putCards = async (trx: Transaction<Tables>, collection: number, rows: readonly CardRow[]): Promise<void> => {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const updates = sql.join(columns.slice(2).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
  await putCardKeys(trx, collection, rows)
  await sql`INSERT INTO cards (${names}) SELECT ${names} FROM json_populate_recordset(null::cards, ${toJson(rows)}::json)
    ON CONFLICT (collection, incident) DO UPDATE SET ${updates}`.execute(trx)
}

/** Takes the cards of incidents that no document stands under any more out of the index. */
export const dropCards = async (trx: Transaction<Tables>, collection: number, incidents: readonly string[]): Promise<void> => {
  if (incidents.length === 0) return
  await putCardKeys(
    trx,
    collection,
    incidents.map((incident) => ({ incident, keys: [] })),
  )
  await trx.deleteFrom('cards').where('collection', '=', collection).where('incident', 'in', incidents).execute()
}

/** What linking compares of an incident, as it was kept last. */
export const findSheet = async ({ db, collection }: Source, incident: string): Promise<unknown> => {
  const row = await db
    .selectFrom('cards')
    .select('sheet')
    .where('collection', '=', collection)
    .where('incident', '=', incident)
    .executeTakeFirst()
  return row?.sheet
}

/** Cards by id, in the order asked for. */
export const listCards = async ({ db, collection }: Source, ids: readonly string[]): Promise<readonly IncidentCard[]> => {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('cards').select('card').where('collection', '=', collection).where('incident', 'in', ids).execute()
  const byId = new Map(rows.map(({ card }) => [card.id, card]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
