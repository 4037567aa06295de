import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Captures say how the address was reached and what the server said; heads of the history are signed. */
const STATEMENTS: readonly string[] = [
  'ALTER TABLE captures ADD COLUMN redirects jsonb, ADD COLUMN headers jsonb',
  `CREATE TABLE heads (collection integer NOT NULL, seq bigint NOT NULL, hash text NOT NULL, at timestamptz NOT NULL, key text NOT NULL,
    signature text NOT NULL, PRIMARY KEY (collection, seq))`,
  'CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
]

const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

export const custody: Migration = { up }
