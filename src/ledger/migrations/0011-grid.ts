import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What people set up once and look for at every page; and the orders of the grid. */
const STATEMENTS: readonly string[] = [
  "CREATE INDEX ON judgements (collection, kind, at) WHERE kind IN ('column', 'view')",
  'CREATE INDEX ON cards (collection, (coalesce(killed_low, killed_high, -1)) DESC, incident DESC)',
  "CREATE INDEX ON cards (collection, (coalesce(left(place, 200), '')), incident)",
  'CREATE INDEX ON cards (collection, origins DESC, incident DESC)',
]

const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

/** Columns of people's own and saved views are found at once; lists can be ordered by killed, place and origins. */
export const grid: Migration = { up }
