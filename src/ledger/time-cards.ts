import { type RawBuilder, sql } from 'kysely'
import type { IncidentCard } from '../model/record.ts'
import { type CardFilter, toConditions } from './card-filter.ts'
import type { Source } from './source.ts'

/** As fine as a timeline counts. */
export type TimeUnit = 'day' | 'month' | 'year'

/** Incidents whose days all lie within one unit (`whole` false), or that share a longer stretch of days (`whole` true). */
export type TimeBin = Readonly<{
  from: string
  to: string
  isStretch: boolean
  count: number
  differing: number
  tolls: number
  low: number | null
  high: number | null
}>

/** More stretches than this cannot be told apart on a screen. */
const MOST_BINS = 2_000

const UNITS: Readonly<Record<TimeUnit, RawBuilder<unknown>>> = {
  day: sql.raw("'day'"),
  month: sql.raw("'month'"),
  year: sql.raw("'year'"),
}

/** Dated incidents counted by day, month or year; those known only to a longer stretch are counted by their stretch. */
export const timeCards = async ({ db, collection }: Source, filter: CardFilter, unit: TimeUnit): Promise<readonly TimeBin[]> => {
  const by = UNITS[unit]
  const { rows } = await sql<TimeBin>`
    WITH dated AS (
      SELECT c.day_from, c.day_to, c.has_toll, c.killed_low, c.killed_high, c.differs <> '[]' AS differing,
        date_trunc(${by}, c.day_from::timestamp) AS unit, date_trunc(${by}, c.day_from::timestamp) <> date_trunc(${by}, c.day_to::timestamp) AS is_stretch
      FROM cards c WHERE ${sql.join(toConditions(filter, collection), sql` AND `)} AND c.day_from IS NOT NULL
    )
    SELECT min(day_from)::text AS from, max(day_to)::text AS to, is_stretch AS "isStretch", count(*)::int AS count,
      count(*) FILTER (WHERE differing)::int AS differing, count(*) FILTER (WHERE has_toll)::int AS tolls,
      sum(coalesce(killed_low, 0))::float8 AS low,
      CASE WHEN bool_or(has_toll AND killed_high IS NULL) THEN NULL ELSE sum(killed_high)::float8 END AS high
    FROM dated GROUP BY is_stretch, unit, CASE WHEN is_stretch THEN day_to END ORDER BY count(*) DESC LIMIT ${MOST_BINS}`.execute(db)
  return rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Cards of dated incidents, oldest first. */
export const listDatedCards = async ({ db, collection }: Source, filter: CardFilter, limit: number): Promise<readonly IncidentCard[]> => {
  const { rows } = await sql<{ card: IncidentCard }>`
    SELECT c.card FROM cards c WHERE ${sql.join(toConditions(filter, collection), sql` AND `)} AND c.day_from IS NOT NULL
    ORDER BY c.day_from, c.day_to, c.incident LIMIT ${limit}`.execute(db)
  return rows.map(({ card }) => card)
}
