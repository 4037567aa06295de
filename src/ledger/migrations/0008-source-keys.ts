import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** As `source-keys.ts` had it when this was published. */
const ISSUER_KEY = `('words:' || regexp_replace(btrim(regexp_replace(regexp_replace(lower(normalize(issuer_name, NFKC)),
  '["“”«»‘’'']', '', 'g'), '\\s+', ' ', 'g')), '^(the|a|an) ', ''))`

const STATEMENTS: readonly string[] = [
  `CREATE INDEX ON claims (collection, (speaker->>'key'), attribute)`,
  `CREATE INDEX ON documents (collection, ${ISSUER_KEY})`,
]

const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

/** Who says something and who puts a document out can be looked up. No column: what is vouched for stays as it is. */
export const sourceKeys: Migration = { up }
