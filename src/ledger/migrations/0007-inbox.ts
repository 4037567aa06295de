import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Bytes that wait for a worker. Not part of the record: gone once they are in the ledger, and kept where they could not be read. */
const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql
    .raw(
      `CREATE TABLE inbox (collection integer NOT NULL, id text COLLATE "C" NOT NULL, bytes bytea NOT NULL, request jsonb NOT NULL, why jsonb,
        at timestamptz NOT NULL, PRIMARY KEY (collection, id))`,
    )
    .execute(db)
}

export const inbox: Migration = { up }
