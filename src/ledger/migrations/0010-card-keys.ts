import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Longer keys say no more, and an index takes no more. */
const LONGEST = 200

/**
 * The keys under which linking looks for incidents, a row each: of each key as many as are looked at can be read, and no more. Like the
 * cards it says nothing that is not in the rest, and may be updated.
 */
const STATEMENTS: readonly string[] = [
  `CREATE TABLE card_keys (collection integer NOT NULL, key text COLLATE "C" NOT NULL, incident text COLLATE "C" NOT NULL,
    PRIMARY KEY (collection, key, incident))`,
  `INSERT INTO card_keys SELECT DISTINCT c.collection, left(k.key, ${LONGEST}), c.incident FROM cards c CROSS JOIN LATERAL unnest(c.keys) AS k(key)`,
  'DROP INDEX cards_keys_idx',
]

const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

export const cardKeys: Migration = { up }
