import { sql, type Transaction } from 'kysely'
import { type KnownSheets, withSheets } from './known-sheets.ts'
import type { CardRow, Tables } from './rows.ts'
import type { Source } from './source.ts'
import { toStorable } from './text.ts'

type Keyed = Pick<CardRow, 'incident' | 'keys'>

const pairsNotIn = (
  cards: readonly Keyed[],
  others: readonly Keyed[],
): Readonly<{ keys: readonly string[]; incidents: readonly string[] }> => {
  const held = new Map(others.map(({ incident, keys }) => [incident, new Set(keys)]))
  const pairs = cards.flatMap(({ incident, keys }) => keys.filter((key) => !held.get(incident)?.has(key)).map((key) => ({ key, incident })))
  return { keys: pairs.map(({ key }) => toStorable(key)), incidents: pairs.map(({ incident }) => incident) }
}

/** Makes the keys of some cards these; before the cards themselves, which still say what their keys were. */
export const putCardKeys = async (trx: Transaction<Tables>, collection: number, cards: readonly Keyed[]): Promise<void> => {
  const before = await trx
    .selectFrom('cards')
    .select(['incident', 'keys'])
    .where('collection', '=', collection)
    .where(
      'incident',
      'in',
      cards.map(({ incident }) => incident),
    )
    .execute()
  const gone = pairsNotIn(before, cards)
  const fresh = pairsNotIn(cards, before)
  if (gone.keys.length > 0)
    await sql`DELETE FROM card_keys k USING unnest(${gone.keys}::text[], ${gone.incidents}::text[]) AS gone(key, incident)
      WHERE k.collection = ${collection} AND k.key = gone.key AND k.incident = gone.incident`.execute(trx)
  if (fresh.keys.length > 0)
    await sql`INSERT INTO card_keys (collection, key, incident)
      SELECT ${collection}, key, incident FROM unnest(${fresh.keys}::text[], ${fresh.incidents}::text[]) AS fresh(key, incident)
      ON CONFLICT DO NOTHING`.execute(trx)
}

/** So many incidents of each key are read: one that more of them share says little. */
const MOST_OF_KEY = 40
/** So many incidents are compared with those of a document; those that share most with them. */
const MOST_CANDIDATES = 200

/** Incidents that linking should look at, in no order. */
export type CandidateRow = Readonly<{ incident: string; sheet: unknown }>

/**
 * Incidents that linking should look at, for each of some sets of keys: those with keys in common, rarer ones first. What is read
 * does not grow with the ledger: of each key no more than are looked at. LIMIT keeps PostgreSQL from reading either table through.
 */
export const listCandidates = async (
  source: Source,
  lookups: readonly (readonly string[])[],
  known: KnownSheets = new Map(),
): Promise<readonly (readonly CandidateRow[])[]> => {
  const { db, collection } = source
  const keys = lookups.flat().map(toStorable)
  if (keys.length === 0) return lookups.map(() => [])
  const sets = lookups.flatMap((own, set) => own.map(() => set))
  const { rows } = await sql<{ set: number; incident: string; version: string }>`
    WITH shared AS (
      SELECT own.set, k.incident, ln(1 + ${MOST_OF_KEY}::float8 / count(*) OVER (PARTITION BY own.set, own.key)) AS weight
      FROM unnest(${sets}::int[], ${keys}::text[]) AS own(set, key) CROSS JOIN LATERAL (
        SELECT held.incident FROM card_keys held WHERE held.collection = ${collection} AND held.key = own.key
        ORDER BY held.incident LIMIT ${MOST_OF_KEY}) k),
    ranked AS (
      SELECT set, incident, row_number() OVER (PARTITION BY set ORDER BY sum(weight) DESC, incident) AS place FROM shared GROUP BY set, incident)
    SELECT r.set, r.incident, c.version FROM ranked r CROSS JOIN LATERAL (
      SELECT card.xmin::text AS version FROM cards card WHERE card.collection = ${collection} AND card.incident = r.incident LIMIT 1) c
    WHERE r.place <= ${MOST_CANDIDATES} ORDER BY r.set, r.place`.execute(db)
  const unique = [...new Map(rows.map((row) => [row.incident, row])).values()]
  const sheets = new Map((await withSheets(source, unique, known)).map((row) => [row.incident, row]))
  const bySet = Map.groupBy(rows, ({ set }) => set)
  return lookups.map((_, set) => (bySet.get(set) ?? []).map(({ incident }) => sheets.get(incident)!))
}
