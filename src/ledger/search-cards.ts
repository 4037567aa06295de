import { sql } from 'kysely'
import type { IncidentCard } from '../model/record.ts'
import { type CardFilter, toConditions } from './card-filter.ts'
import type { Source } from './source.ts'

/** A page of the list: which incidents, in which order, from where on. */
export type CardQuery = Readonly<{
  filter: CardFilter
  order: 'date' | 'updated'
  limit: number
  after: readonly (string | number | null)[] | null
}>

export type CardLine = Readonly<{ incident: string; day_to: string | null; updated: string; card: IncidentCard }>

/** Undated incidents come last: before every day there is. */
const UNDATED = sql.raw("'0001-01-01'::date")

/** Where a page starts, as its last line stood. */
export const placeOfCard = ({ order }: Pick<CardQuery, 'order'>, { incident, day_to, updated }: CardLine) =>
  order === 'date' ? [day_to, incident] : [updated, incident]

/** Lines of the list of incidents, one more than asked for when there are more. */
export const searchCards = async ({ db, collection }: Source, query: CardQuery): Promise<readonly CardLine[]> => {
  const { filter, order, limit, after } = query
  const where = [...toConditions(filter, collection)]
  const dated = sql`coalesce(c.day_to, ${UNDATED})`
  if (after && order === 'date') where.push(sql`(${dated}, c.incident) < (coalesce(${after[0]}::date, ${UNDATED}), ${String(after[1])})`)
  if (after && order === 'updated') where.push(sql`(c.updated, c.incident) < (${after[0]}::timestamptz, ${String(after[1])})`)
  const by = order === 'date' ? sql`${dated} DESC, c.incident DESC` : sql`c.updated DESC, c.incident DESC`
  const { rows } = await sql<CardLine>`
    SELECT c.incident, c.day_to, c.updated, c.card FROM cards c
    WHERE ${sql.join(where, sql` AND `)} ORDER BY ${by} LIMIT ${limit + 1}`.execute(db)
  return rows
}
