import { sql } from 'kysely'
import type { IncidentCard } from '../model/record.ts'
import { type CardFilter, toConditions } from './card-filter.ts'
import type { Source } from './source.ts'

/** By what lists can be ordered: the expression, its type, and whether the greatest comes first. What has no value comes last where it can. */
const ORDERS = {
  date: { by: "coalesce(c.day_to, '0001-01-01'::date)", type: 'date', isFalling: true },
  updated: { by: 'c.updated', type: 'timestamptz', isFalling: true },
  killed: { by: 'coalesce(c.killed_low, c.killed_high, -1)', type: 'numeric', isFalling: true },
  place: { by: "coalesce(left(c.place, 200), '')", type: 'text', isFalling: false },
  origins: { by: 'c.origins', type: 'integer', isFalling: true },
} as const
export type CardOrder = keyof typeof ORDERS
export const CARD_ORDERS = Object.keys(ORDERS) as readonly CardOrder[]

/** A page of the list: which incidents, in which order, from where on. */
export type CardQuery = Readonly<{
  filter: CardFilter
  order: CardOrder
  limit: number
  after: readonly (string | number | null)[] | null
}>

/** `place`: where it stands in the order. */
export type CardLine = Readonly<{ incident: string; place: string; card: IncidentCard }>

/** Lines of the list of incidents, one more than asked for when there are more. */
export const searchCards = async ({ db, collection }: Source, query: CardQuery): Promise<readonly CardLine[]> => {
  const { filter, order, limit, after } = query
  const { by, type, isFalling } = ORDERS[order]
  const [value, way, beyond] = [sql.raw(by), sql.raw(isFalling ? 'DESC' : 'ASC'), sql.raw(isFalling ? '<' : '>')]
  const where = [...toConditions(filter, collection)]
  if (after) where.push(sql`(${value}, c.incident) ${beyond} (${String(after[0])}::${sql.raw(type)}, ${String(after[1])})`)
  const { rows } = await sql<CardLine>`
    SELECT c.incident, (${value})::text AS place, c.card FROM cards c
    WHERE ${sql.join(where, sql` AND `)} ORDER BY ${value} ${way}, c.incident ${way} LIMIT ${limit + 1}`.execute(db)
  return rows
}
