import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Documents that came from the same address as one before, with other bytes. An address may be longer than an index takes: its hash is indexed. */
const STATEMENTS: readonly string[] = [
  `CREATE TABLE versions (collection integer NOT NULL, document text COLLATE "C" NOT NULL, of text COLLATE "C" NOT NULL, reason text NOT NULL,
    at timestamptz NOT NULL, PRIMARY KEY (collection, document))`,
  'CREATE INDEX ON versions (collection, of)',
  'CREATE INDEX ON versions (collection, at DESC, document DESC)',
  'CREATE INDEX ON documents (collection, md5(url), at) WHERE url IS NOT NULL',
  'CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
]

const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

export const versions: Migration = { up }
