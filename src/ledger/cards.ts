import { sql, type Transaction } from 'kysely'
import type { IncidentCard } from '../model/record.ts'
import { type KnownSheets, withSheets } from './known-sheets.ts'
import type { CardRow, Tables } from './rows.ts'
import type { Source } from './source.ts'
import { toJson } from './text.ts'

/** Puts a card in the place of the one before. Cards are an index, the one thing in the ledger that is overwritten. */
export const putCard = async (trx: Transaction<Tables>, row: CardRow): Promise<void> => {
  const columns = Object.keys(row)
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const updates = sql.join(columns.slice(2).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
  await sql`INSERT INTO cards (${names}) SELECT ${names} FROM json_populate_record(null::cards, ${toJson(row)}::json)
    ON CONFLICT (collection, incident) DO UPDATE SET ${updates}`.execute(trx)
}

/** Takes the card of an incident that no document stands under any more out of the index. */
export const dropCard = async (trx: Transaction<Tables>, collection: number, incident: string): Promise<void> => {
  await trx.deleteFrom('cards').where('collection', '=', collection).where('incident', '=', incident).execute()
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

/** More than this many incidents that share a key say that the key says little; those changed last are the likeliest. */
const MOST_CANDIDATES = 200

/** Incidents that linking should look at: those with a key in common. */
export const listCandidates = async (
  { db, collection }: Source,
  keys: readonly string[],
  known: KnownSheets = new Map(),
): Promise<readonly Readonly<{ incident: string; sheet: unknown }>[]> => {
  if (keys.length === 0) return []
  const { rows } = await sql<{ incident: string; version: string }>`
    SELECT incident, xmin::text AS version FROM cards WHERE collection = ${collection} AND keys && ${keys}::text[]
    ORDER BY updated DESC, incident LIMIT ${MOST_CANDIDATES}`.execute(db)
  return withSheets({ db, collection }, rows, known)
}
