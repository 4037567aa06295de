import { type RawBuilder, sql } from 'kysely'

/** What an incident in a list, on the map or on the timeline has to be; null: anything. */
export type CardFilter = Readonly<{
  from: string | null
  to: string | null
  type: string | null
  status: string | null
  country: string | null
  q: string | null
  /** A party's key (`actor:…`, `words:…`), or a part of its name. */
  party: string | null
  weapon: string | null
  /** The range of killed that is stated reaches into this one. */
  killed: Readonly<{ min: number | null; max: number | null }>
  /** `any`, `none`, or an attribute that speakers differ on. */
  differs: string | null
  /** At least so many speakers. */
  origins: number | null
  /** West, south, east, north in degrees; west of east unless it crosses the 180th meridian. */
  box: readonly [west: number, south: number, east: number, north: number] | null
}>

/** Documents that a search looks through for very common words; ranking more of them takes longer than a reader waits. */
const MOST_DOCUMENTS = 2_000

const isKey = (party: string): boolean => party.startsWith('actor:') || party.startsWith('words:')

/** The text is a person's: `%` and `_` mean themselves. */
const toLike = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** Conditions on `cards c`, to be joined by AND. */
export const toConditions = (filter: CardFilter, collection: number): readonly RawBuilder<unknown>[] => {
  const { from, to, type, status, country, q, party, weapon, killed, differs, origins, box } = filter
  const all: RawBuilder<unknown>[] = [sql`c.collection = ${collection}`]
  if (from !== null) all.push(sql`c.day_to >= ${from}::date`)
  if (to !== null) all.push(sql`c.day_from <= ${to}::date`)
  if (type !== null) all.push(sql`(c.type = ${type} OR c.sub_type = ${type})`)
  if (status !== null) all.push(sql`c.status = ${status}`)
  if (country !== null) all.push(sql`c.countries @> ARRAY[${country}]::text[]`)
  if (party !== null)
    all.push(
      isKey(party)
        ? sql`c.parties @> ${JSON.stringify([party])}::jsonb`
        : sql`EXISTS (SELECT FROM jsonb_array_elements(c.card->'parties') p WHERE p->>'name' ILIKE ${toLike(party)})`,
    )
  if (weapon !== null) all.push(sql`c.weapons @> ${JSON.stringify([weapon])}::jsonb`)
  if (killed.min !== null) all.push(sql`c.has_toll AND (c.killed_high IS NULL OR c.killed_high >= ${killed.min})`)
  if (killed.max !== null) all.push(sql`c.has_toll AND coalesce(c.killed_low, 0) <= ${killed.max}`)
  if (differs === 'any') all.push(sql`c.differs <> '[]'`)
  else if (differs === 'none') all.push(sql`c.differs = '[]'`)
  else if (differs !== null) all.push(sql`c.differs @> ${JSON.stringify([differs])}::jsonb`)
  if (origins !== null) all.push(sql`c.origins >= ${origins}`)
  if (box !== null) {
    const [west, south, east, north] = box
    all.push(sql`c.lat BETWEEN ${south} AND ${north}`)
    all.push(west <= east ? sql`c.lon BETWEEN ${west} AND ${east}` : sql`(c.lon >= ${west} OR c.lon <= ${east})`)
  }
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
