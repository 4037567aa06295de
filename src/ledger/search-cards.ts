import { type RawBuilder, sql } from 'kysely'
import type { IncidentCard } from '../model/record.ts'
import type { Source } from './source.ts'

/** What an incident in a list has to be; null: anything. */
export type CardQuery = Readonly<{
  from: string | null
  to: string | null
  type: string | null
  status: string | null
  country: string | null
  q: string | null
  order: 'date' | 'updated'
  limit: number
  after: readonly (string | number | null)[] | null
}>

export type CardLine = Readonly<{ incident: string; day_to: string | null; updated: string; card: IncidentCard }>

/** Documents that a search looks through for very common words; ranking more of them takes longer than a reader waits. */
const MOST_DOCUMENTS = 2_000

/** Undated incidents come last: before every day there is. */
const UNDATED = sql.raw("'0001-01-01'::date")

const filters = ({ from, to, type, status, country, q }: CardQuery, collection: number): readonly RawBuilder<unknown>[] => {
  const all: RawBuilder<unknown>[] = [sql`c.collection = ${collection}`]
  if (from !== null) all.push(sql`c.day_to >= ${from}::date`)
  if (to !== null) all.push(sql`c.day_from <= ${to}::date`)
  if (type !== null) all.push(sql`(c.type = ${type} OR c.sub_type = ${type})`)
  if (status !== null) all.push(sql`c.status = ${status}`)
  if (country !== null) all.push(sql`c.countries @> ARRAY[${country}]::text[]`)
  if (q !== null) {
    const words = sql`websearch_to_tsquery('english', ${q})`
    all.push(sql`(c.search @@ ${words} OR c.incident IN (
      SELECT l.incident FROM (
        SELECT coalesce(d.same_as, d.id) AS id FROM documents d WHERE d.collection = ${collection} AND d.search @@ ${words} LIMIT ${MOST_DOCUMENTS}
      ) found JOIN links l ON l.collection = ${collection} AND l.document = found.id
      WHERE NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = ${collection} AND w.target = l.id)))`)
  }
  return all
}

/** Where a page starts, as its last line stood. */
export const placeOfCard = ({ order }: Pick<CardQuery, 'order'>, { incident, day_to, updated }: CardLine) =>
  order === 'date' ? [day_to, incident] : [updated, incident]

/** Lines of the list of incidents, one more than asked for when there are more. */
export const searchCards = async ({ db, collection }: Source, query: CardQuery): Promise<readonly CardLine[]> => {
  const { order, limit, after } = query
  const where = [...filters(query, collection)]
  const dated = sql`coalesce(c.day_to, ${UNDATED})`
  if (after && order === 'date') where.push(sql`(${dated}, c.incident) < (coalesce(${after[0]}::date, ${UNDATED}), ${String(after[1])})`)
  if (after && order === 'updated') where.push(sql`(c.updated, c.incident) < (${after[0]}::timestamptz, ${String(after[1])})`)
  const by = order === 'date' ? sql`${dated} DESC, c.incident DESC` : sql`c.updated DESC, c.incident DESC`
  const { rows } = await sql<CardLine>`
    SELECT c.incident, c.day_to, c.updated, c.card FROM cards c
    WHERE ${sql.join(where, sql` AND `)} ORDER BY ${by} LIMIT ${limit + 1}`.execute(db)
  return rows
}
