import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw("CREATE INDEX ON judgements (collection, (value->>'hash')) WHERE kind = 'token'").execute(db)
}

/** Tokens are found at every request, by their hash. */
export const tokens: Migration = { up }
