import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who looks at what until when, so that two people are not given one item. Says nothing of the record, and may be updated. */
const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql
    .raw(
      `CREATE TABLE leases (collection integer NOT NULL, target text COLLATE "C" NOT NULL, person text NOT NULL, until timestamptz NOT NULL,
        PRIMARY KEY (collection, target))`,
    )
    .execute(db)
}

export const leases: Migration = { up }
