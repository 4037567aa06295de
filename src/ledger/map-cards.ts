import { sql } from 'kysely'
import type { IncidentCard } from '../model/record.ts'
import { type CardFilter, toConditions } from './card-filter.ts'
import type { Source } from './source.ts'

/** Incidents that stand so near each other at a zoom that they are drawn as one; `card` when it is one alone. */
export type MapCell = Readonly<{
  count: number
  lat: number
  lon: number
  /** Metres around the place within which it happened, where that is wider than a cell: all of the cell are of that place. */
  radius: number | null
  place: string | null
  /** UCDP's precision of that place. */
  precision: number | null
  west: number
  south: number
  east: number
  north: number
  tolls: number
  low: number | null
  high: number | null
  differing: number
  card: IncidentCard | null
}>

/** More marks than this tell a reader nothing, and are slow to draw. */
const MOST_CELLS = 1_500

/** Cells per side of the whole world at a zoom: of about 64 pixels each. */
const cellsAt = (zoom: number): number => 8 * 2 ** zoom

/** The world's girth in metres: how wide a cell is at the equator. */
const GIRTH_M = 40_075_017

/** The poles are beyond what a Mercator map shows. */
const MOST_LAT = 85.05

/** Placed incidents gathered into the cells of a Mercator grid; those known only as an area stay with their area. */
export const mapCards = async ({ db, collection }: Source, filter: CardFilter, zoom: number): Promise<readonly MapCell[]> => {
  const cells = cellsAt(zoom)
  const { rows } = await sql<MapCell>`
    WITH placed AS (
      SELECT c.incident, c.lat, c.lon, c.radius_m, c.place, (c.card->'place'->>'precision')::int AS precision, c.has_toll, c.killed_low, c.killed_high, c.differs <> '[]' AS differing,
        c.radius_m > ${GIRTH_M / cells / 2}::float8 * cos(radians(c.lat)) AS is_area,
        floor((c.lon + 180) / 360 * ${cells}::float8) AS x,
        floor((1 - ln(tan(radians(45 + greatest(${-MOST_LAT}::float8, least(${MOST_LAT}::float8, c.lat)) / 2))) / pi()) / 2 * ${cells}::float8) AS y
      FROM cards c WHERE ${sql.join(toConditions(filter, collection), sql` AND `)} AND c.lat IS NOT NULL AND c.lon IS NOT NULL
    ), gathered AS (
      SELECT count(*)::int AS count, avg(lat) AS lat, avg(lon) AS lon, CASE WHEN bool_and(is_area) THEN max(radius_m) END AS radius,
        min(place) AS place, CASE WHEN bool_and(is_area) THEN max(precision) END AS precision, min(lon) AS west, min(lat) AS south, max(lon) AS east, max(lat) AS north,
        count(*) FILTER (WHERE has_toll)::int AS tolls, sum(coalesce(killed_low, 0))::float8 AS low,
        CASE WHEN bool_or(has_toll AND killed_high IS NULL) THEN NULL ELSE sum(killed_high)::float8 END AS high,
        count(*) FILTER (WHERE differing)::int AS differing, min(incident) AS incident
      FROM placed
      GROUP BY CASE WHEN is_area THEN NULL ELSE x END, CASE WHEN is_area THEN NULL ELSE y END,
        CASE WHEN is_area THEN round(lat::numeric, 3) END, CASE WHEN is_area THEN round(lon::numeric, 3) END
      ORDER BY count(*) DESC LIMIT ${MOST_CELLS}
    )
    SELECT g.*, CASE WHEN g.count = 1 THEN (SELECT c.card FROM cards c WHERE c.collection = ${collection} AND c.incident = g.incident) END AS card
    FROM gathered g ORDER BY g.radius DESC NULLS LAST, g.count DESC`.execute(db)
  return rows
}

/** How many incidents fit a filter, and how many of them nobody places or dates. */
export type CardCounts = Readonly<{ total: number; unplaced: number; undated: number; first: string | null; last: string | null }>

export const countCards = async ({ db, collection }: Source, filter: CardFilter): Promise<CardCounts> => {
  const { rows } = await sql<CardCounts>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE c.lat IS NULL OR c.lon IS NULL)::int AS unplaced,
      count(*) FILTER (WHERE c.day_from IS NULL)::int AS undated, min(c.day_from)::text AS first, max(c.day_to)::text AS last
    FROM cards c WHERE ${sql.join(toConditions(filter, collection), sql` AND `)}`.execute(db)
  return rows[0]!
}
