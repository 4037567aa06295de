import { sql } from 'kysely'
import type { Source } from './source.ts'

/**
 * Sheets of incidents that this process has read lately, by collection and incident, each with the version of its row: linking looks
 * at the same ones again and again, and a sheet is most of what there is to fetch. A row that was changed by anybody has another version.
 */
export type KnownSheets = Map<string, Readonly<{ version: string; sheet: unknown }>>

/** One takes some twenty kilobytes of memory. */
const MOST_KNOWN = 3_000

/** Puts the sheets of some rows of `cards` beside them, fetching only those that changed since they were last seen. */
export const withSheets = async (
  { db, collection }: Source,
  rows: readonly Readonly<{ incident: string; version: string }>[],
  known: KnownSheets,
): Promise<readonly Readonly<{ incident: string; sheet: unknown }>[]> => {
  const keyOf = (incident: string): string => `${collection} ${incident}`
  const sheets = new Map<string, unknown>()
  for (const { incident, version } of rows) {
    const one = known.get(keyOf(incident))
    if (one?.version === version) sheets.set(incident, one.sheet)
  }
  const missing = rows.filter(({ incident }) => !sheets.has(incident)).map(({ incident }) => incident)
  if (missing.length > 0) {
    const found = await sql<{ incident: string; version: string; sheet: unknown }>`
      SELECT card.* FROM unnest(${missing}::text[]) AS own(incident) CROSS JOIN LATERAL (
        SELECT c.incident, c.xmin::text AS version, c.sheet FROM cards c WHERE c.collection = ${collection} AND c.incident = own.incident
        LIMIT 1) card`.execute(db)
    for (const { incident, version, sheet } of found.rows) {
      sheets.set(incident, sheet)
      known.set(keyOf(incident), { version, sheet })
    }
    for (const key of known.keys()) {
      if (known.size <= MOST_KNOWN) break
      known.delete(key)
    }
  }
  return rows.map(({ incident }) => ({ incident, sheet: sheets.get(incident) }))
}
